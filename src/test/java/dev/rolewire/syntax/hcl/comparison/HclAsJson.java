package dev.rolewire.syntax.hcl.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;
import dev.rolewire.syntax.hcl.Step;
import dev.rolewire.syntax.hcl.TemplatePart;
import org.jspecify.annotations.Nullable;

/// Our tree in the form that `hcl2json` writes: literal values as they are, everything else as `${source text}`.
final class HclAsJson {

    private final SourceFile source;

    HclAsJson(SourceFile source) {
        this.source = source;
    }

    /// Thrown where `hcl2json` has no form for what HCL allows.
    static final class NoForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

    }

    Map<String, @Nullable Object> body(Body body) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        body.blocks().forEach((block) -> block(block, out));
        body.attributes()
            .forEach((attribute) -> out.put(nfc(attribute.name().text(), false), value(attribute.value())));
        return out;
    }

    @SuppressWarnings("unchecked")
    private void block(Body.Block block, Map<String, @Nullable Object> top) {
        Map<String, @Nullable Object> out = top;
        String key = block.type().text();
        for (Body.Label label : block.labels()) {
            Object inner = out.computeIfAbsent(key, (_) -> new LinkedHashMap<String, @Nullable Object>());
            if (!(inner instanceof Map)) {
                throw new NoForm();
            }
            out = (Map<String, @Nullable Object>) inner;
            key = label.text();
        }
        Object list = out.computeIfAbsent(key, (_) -> new ArrayList<@Nullable Object>());
        if (!(list instanceof List)) {
            throw new NoForm();
        }
        ((List<@Nullable Object>) list).add(body(block.body()));
    }

    private @Nullable Object value(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> number.value().doubleValue();
            case Expression.BooleanLiteral bool -> bool.value();
            case Expression.NullLiteral _ -> null;
            case Expression.Unary(var operator, Expression.NumberLiteral(var number, Span _), Span _) when operator == dev.rolewire.syntax.hcl.Operator.NEGATE ->
                number.negate().doubleValue();
            case Expression.Unary(var operator, Expression.BooleanLiteral(boolean value, Span _), Span _) when operator == dev.rolewire.syntax.hcl.Operator.NOT ->
                !value;
            case Expression.Template template when template.wrapped() != null -> value(wrapped(template));
            case Expression.Template template -> template(template.parts());
            case Expression.Tuple tuple ->
                tuple.items().stream().map(this::value).collect(ArrayList::new, List::add, List::addAll);
            case Expression.ObjectLiteral object -> {
                Map<String, @Nullable Object> out = new LinkedHashMap<>();
                object.items().forEach((item) -> out.put(key(item.key()), value(item.value())));
                yield out;
            }
            default -> source(expression.span());
        };
    }

    private static Expression wrapped(Expression.Template template) {
        Expression wrapped = template.wrapped();
        return wrapped == null ? template : wrapped;
    }

    private String source(Span span) {
        return "${" + this.source.textAt(span) + "}";
    }

    private String key(ObjectKey key) {
        return switch (key) {
            case ObjectKey.Named named -> named.name();
            case ObjectKey.Computed(Expression.Traversal traversal) when isPlain(traversal) ->
                this.source.textAt(traversal.span());
            case ObjectKey.Computed(Expression.Variable variable) -> variable.name();
            case ObjectKey.Computed(Expression expression) -> part(expression);
        };
    }

    /// Whether a traversal is one of names and literal keys alone, which the converter
    /// leaves bare as a key.
    private static boolean isPlain(Expression.Traversal traversal) {
        return traversal.root() instanceof Expression.Variable
                && traversal.steps().stream().allMatch((step) -> switch (step) {
                    case Step.GetAttribute _ -> true;
                    case Step.GetIndex index -> switch (index.key()) {
                        case Expression.NumberLiteral _, Expression.BooleanLiteral _, Expression.NullLiteral _ -> true;
                        case Expression.Template template -> template.constant() != null;
                        default -> false;
                    };
                    case Step.Splat _ -> false;
                });
    }

    private String part(Expression expression) {
        return switch (expression) {
            case Expression.Template template when template.wrapped() != null -> part(wrapped(template));
            case Expression.Template template -> template(template.parts());
            case Expression.NumberLiteral number -> number.value().stripTrailingZeros().toPlainString();
            case Expression.BooleanLiteral bool -> String.valueOf(bool.value());
            // the converter takes a conditional for a directive
            case Expression.Conditional choice ->
                choice(choice.condition(), part(choice.then()), part(choice.otherwise()));
            default -> source(expression.span());
        };
    }

    private String choice(Expression condition, String then, String otherwise) {
        return "%{if " + this.source.textAt(condition.span()) + "}" + then
                + (otherwise.isEmpty() ? "" : "%{else}" + otherwise) + "%{endif}";
    }

    private String template(List<TemplatePart> parts) {
        StringBuilder out = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Literal(String text, Span _)) {
                literal.append(text);
                continue;
            }
            out.append(nfc(literal.toString(), true));
            literal.setLength(0);
            switch (part) {
                case TemplatePart.Interpolation interpolation -> out.append(part(interpolation.expression()));
                case TemplatePart.If choice -> out.append(choice(choice.condition(), template(choice.then()),
                        choice.otherwise() == null ? "" : template(choice.otherwise())));
                case TemplatePart.For loop -> {
                    out.append("%{for ").append(loop.key() == null ? "" : loop.key().text() + ", ");
                    out.append(loop.value().text())
                        .append(" in ")
                        .append(this.source.textAt(loop.collection().span()))
                        .append('}');
                    out.append(template(loop.parts())).append("%{endfor}");
                }
                case TemplatePart.Literal _ -> {
                }
            }
        }
        return out.append(nfc(literal.toString(), true)).toString();
    }

    /// Values are normalised, and what would be a sequence is escaped.
    private static String nfc(String text, boolean escaped) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        return escaped ? normal.replace("${", "$${").replace("%{", "%%{") : text;
    }

}
