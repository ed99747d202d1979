package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.TemplatePart;
import org.jspecify.annotations.Nullable;

/// Quoted texts, heredocs and template files.
final class TemplateExpressions {

    /// Longer than any text that AWS takes.
    private static final int MAX_LENGTH = 4_000_000;

    private final Evaluation evaluation;

    private final Evaluator evaluator;

    TemplateExpressions(Evaluation evaluation, Evaluator evaluator) {
        this.evaluation = evaluation;
        this.evaluator = evaluator;
    }

    /// What a template yields: a text, or when it is one interpolation the value of that.
    Value evaluate(Expression.Template template, Scope scope) {
        Origin origin = scope.origin(template.span());
        Expression wrapped = template.wrapped();
        if (wrapped != null) {
            return this.evaluator.evaluate(wrapped, scope);
        }
        List<TextPiece> pieces = new ArrayList<>();
        Value failed = pieces(template.parts(), scope, origin, pieces);
        if (failed != null) {
            return failed;
        }
        if (!isAffordable(pieces)) {
            return Values.outOfBudget(origin);
        }
        Value text = Values.concat(pieces.stream().map(TextPiece::value).toList(), origin);
        return new EmbeddedText(scope.source(), origin).withDocument(text, pieces);
    }

    /// Texts made of texts may double with each step.
    private boolean isAffordable(List<TextPiece> pieces) {
        long length = 0;
        long parts = pieces.size();
        for (TextPiece piece : pieces) {
            String text = Values.text(piece.value());
            length += text == null ? 0 : text.length();
            parts += piece.value() instanceof Value.Concat concat ? concat.parts().size() : 0;
        }
        return length <= MAX_LENGTH && this.evaluation.budget().take((int) Math.min(length / 64 + parts, MAX_LENGTH));
    }

    /// Appends the pieces of some parts.
    /// @return a value that fails or is unknown as a whole, in place of the text; else
    /// null
    private @Nullable Value pieces(List<TemplatePart> parts, Scope scope, Origin origin, List<TextPiece> pieces) {
        for (TemplatePart part : parts) {
            if (!this.evaluation.budget().take(1)) {
                return Values.outOfBudget(origin);
            }
            Value instead = switch (part) {
                case TemplatePart.Literal literal -> {
                    Value text = Values.string(literal.text(), scope.origin(literal.span()));
                    boolean asWritten = Values.normal(literal.text()).equals(literal.text());
                    pieces.add(asWritten ? new TextPiece(text, literal::sourceOffset)
                            : TextPiece.at(text, literal.span()));
                    yield null;
                }
                case TemplatePart.Interpolation interpolation -> interpolation(interpolation, scope, pieces);
                case TemplatePart.If condition -> condition(condition, scope, origin, pieces);
                case TemplatePart.For loop -> loop(loop, scope, origin, pieces);
            };
            if (instead != null) {
                return instead;
            }
        }
        return null;
    }

    private @Nullable Value interpolation(TemplatePart.Interpolation interpolation, Scope scope,
            List<TextPiece> pieces) {
        Origin origin = scope.origin(interpolation.span());
        Value value = this.evaluator.evaluate(interpolation.expression(), scope);
        Value text = this.evaluation.choices().map(value, (each) -> text(each, origin));
        if (this.evaluation.failures().contains(text)) {
            return text;
        }
        pieces.add(TextPiece.at(text, interpolation.span()));
        return null;
    }

    /// A value as a text.
    private Value text(Value value, Origin origin) {
        Value known = this.evaluation.known(value);
        return switch (known) {
            case Value.Literal literal -> Values.string(literal.text(), origin);
            case Value.Reference _, Value.Concat _, Value.Unknown _, Value.Choice _ -> known;
            case Value.Absent _ -> this.evaluation.failures().of("a text with a null value in it", origin);
            case Value.ListValue _, Value.ObjectValue _ ->
                this.evaluation.failures().of("a text with a list or an object in it", origin);
        };
    }

    private @Nullable Value condition(TemplatePart.If part, Scope scope, Origin origin, List<TextPiece> pieces) {
        Value condition = this.evaluator.evaluate(part.condition(), scope);
        if (this.evaluation.failures().contains(condition)) {
            return condition;
        }
        Guard guard = this.evaluator.when(condition, part.condition(), scope);
        List<TemplatePart> otherwise = part.otherwise() == null ? List.of() : part.otherwise();
        if (guard == Guard.TRUE || guard == Guard.FALSE) {
            return pieces(guard == Guard.TRUE ? part.then() : otherwise, scope, origin, pieces);
        }
        Value whenTrue = whole(part.then(), scope, origin);
        Value whenFalse = whole(otherwise, scope, origin);
        if (guard == Guard.EXHAUSTED) {
            return Values.unknown(List.of(whenTrue, whenFalse, Values.outOfBudget(origin)), "a template", origin);
        }
        pieces.add(TextPiece.at(this.evaluation.choices().choice(guard, whenTrue, whenFalse, origin), part.span()));
        return null;
    }

    private Value whole(List<TemplatePart> parts, Scope scope, Origin origin) {
        List<TextPiece> pieces = new ArrayList<>();
        Value instead = pieces(parts, scope, origin, pieces);
        return instead != null ? instead : Values.concat(pieces.stream().map(TextPiece::value).toList(), origin);
    }

    private @Nullable Value loop(TemplatePart.For part, Scope scope, Origin origin, List<TextPiece> pieces) {
        Value collection = this.evaluator.evaluate(part.collection(), scope);
        if (this.evaluation.failures().contains(collection)) {
            return collection;
        }
        if (!(collection instanceof Value.Choice)) {
            return iterate(part, collection, scope, origin, pieces);
        }
        Value text = this.evaluation.choices().map(collection, (known) -> {
            List<TextPiece> own = new ArrayList<>();
            Value instead = iterate(part, known, scope, origin, own);
            return instead != null ? instead : Values.concat(own.stream().map(TextPiece::value).toList(), origin);
        });
        pieces.add(TextPiece.at(text, part.span()));
        return null;
    }

    private @Nullable Value iterate(TemplatePart.For part, Value collection, Scope scope, Origin origin,
            List<TextPiece> pieces) {
        Loops loops = new Loops(this.evaluation, this.evaluator);
        List<Loops.Item> items = loops.items(collection);
        if (items == null) {
            pieces.add(TextPiece.at(
                    Values.unknown(List.of(collection), "a template over a collection that is not known", origin),
                    part.span()));
            return null;
        }
        for (Loops.Item item : items) {
            Value instead = pieces(part.parts(), loops.bind(scope, part.key(), part.value(), item), origin, pieces);
            if (instead != null) {
                return instead;
            }
        }
        return null;
    }

}
