package dev.rolewire.syntax.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.Expression.ObjectItem;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;
import dev.rolewire.syntax.hcl.Expression.Template;

/// JSON values as expressions.
final class JsonExpressions {

    private final SourceFile source;

    private final ParseLimits limits;

    private final boolean templates;

    private final List<SyntaxProblem> problems;

    /// Makes a reader.
    /// @param templates whether strings are templates
    /// @param problems takes what is wrong with them
    JsonExpressions(SourceFile source, ParseLimits limits, boolean templates, List<SyntaxProblem> problems) {
        this.source = source;
        this.limits = limits;
        this.templates = templates;
        this.problems = problems;
    }

    Expression of(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence -> {
                List<Expression> items = new ArrayList<>(sequence.items().size());
                sequence.items().forEach((item) -> items.add(of(item)));
                yield new Expression.Tuple(List.copyOf(items), sequence.span());
            }
            case Mapping mapping -> {
                List<ObjectItem> items = new ArrayList<>(mapping.entries().size());
                mapping.entries()
                    .forEach((entry) -> items
                        .add(new ObjectItem(new ObjectKey.Computed(template(entry.key())), of(entry.value()))));
                yield new Expression.ObjectLiteral(List.copyOf(items), mapping.span());
            }
        };
    }

    private Expression scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING -> template(scalar);
            case NUMBER -> number(scalar);
            case BOOLEAN -> new Expression.BooleanLiteral(scalar.text().equals("true"), scalar.span());
            case NULL -> new Expression.NullLiteral(scalar.span());
        };
    }

    private Expression number(Scalar scalar) {
        BigDecimal value = Numbers.parse(scalar.text());
        if (value != null) {
            return new Expression.NumberLiteral(value, scalar.span());
        }
        this.problems.add(new SyntaxProblem(SyntaxProblem.Kind.LIMIT, Numbers.TOO_LONG, scalar.span()));
        return new Expression.Broken(scalar.span());
    }

    private Expression template(Scalar scalar) {
        String text = scalar.text();
        ScalarText offsets = ScalarText.of(this.source, scalar);
        List<TemplatePart> parts;
        if (this.templates && (text.contains("${") || text.contains("%{"))) {
            Parsed<Template> parsed = HclParser.parseTemplate(text, offsets::sourceOffset, this.limits);
            this.problems.addAll(parsed.problems());
            parts = parsed.value().parts();
        }
        else {
            parts = TextPieces.plain(text, offsets::sourceOffset);
        }
        return new Template(parts, Template.Style.BARE, scalar.span());
    }

}
