package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.Body.Item;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;
import org.jspecify.annotations.Nullable;

/// Views of HCL trees for tests.
public final class HclTrees {

    private HclTrees() {
    }

    /// The tree as fully bracketed text on one line, spans left out.
    public static String show(Body body) {
        List<String> items = new ArrayList<>();
        for (Item item : body.items()) {
            items.add(switch (item) {
                case Body.Attribute attribute -> attribute.name().text() + " = " + show(attribute.value());
                case Body.Block block -> {
                    StringBuilder header = new StringBuilder(block.type().text());
                    block.labels()
                        .forEach((label) -> header.append(' ')
                            .append(label.quoted() ? "'" + escape(label.text()) + "'" : label.text()));
                    yield header + " { " + show(block.body()) + " }";
                }
            });
        }
        return String.join("; ", items);
    }

    /// An expression as fully bracketed text.
    public static String show(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> number.value().toString();
            case Expression.BooleanLiteral bool -> String.valueOf(bool.value());
            case Expression.NullLiteral _ -> "null";
            case Expression.Template template -> "'" + parts(template.parts()) + "'";
            case Expression.Tuple tuple -> "[" + list(tuple.items()) + "]";
            case Expression.ObjectLiteral object -> "{"
                    + String.join(", ",
                            object.items().stream().map((item) -> key(item.key()) + ": " + show(item.value())).toList())
                    + "}";
            case Expression.For loop -> {
                String result = (loop.keyResult() == null ? "" : show(loop.keyResult()) + " => ")
                        + show(loop.valueResult()) + (loop.grouped() ? "..." : "")
                        + (loop.condition() == null ? "" : " if " + show(loop.condition()));
                yield "<for " + (loop.key() == null ? "" : loop.key().text() + ", ") + loop.value().text() + " in "
                        + show(loop.collection()) + " : " + result + ">";
            }
            case Expression.Conditional choice ->
                "(" + show(choice.condition()) + " ? " + show(choice.then()) + " : " + show(choice.otherwise()) + ")";
            case Expression.Binary binary ->
                "(" + show(binary.left()) + " " + binary.operator().symbol() + " " + show(binary.right()) + ")";
            case Expression.Unary unary -> "(" + unary.operator().symbol() + show(unary.operand()) + ")";
            case Expression.Call call ->
                call.name().text() + "(" + list(call.arguments()) + (call.expanded() ? "..." : "") + ")";
            case Expression.Variable variable -> variable.name();
            case Expression.Traversal traversal -> show(traversal.root()) + steps(traversal.steps());
            case Expression.Parentheses parentheses -> "<" + show(parentheses.inner()) + ">";
            case Expression.Broken _ -> "BROKEN";
        };
    }

    private static String list(List<Expression> expressions) {
        return String.join(", ", expressions.stream().map(HclTrees::show).toList());
    }

    private static String key(ObjectKey key) {
        return switch (key) {
            case ObjectKey.Named named -> named.name();
            case ObjectKey.Computed(Expression expression) -> show(expression);
        };
    }

    private static String steps(List<Step> steps) {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            out.append(switch (step) {
                case Step.GetAttribute attribute -> "." + attribute.name().text();
                case Step.GetIndex index -> index.legacy() ? "." + show(index.key()) : "[" + show(index.key()) + "]";
                case Step.Splat splat -> (splat.full() ? "[*]" : ".*") + "<" + steps(splat.each()) + ">";
            });
        }
        return out.toString();
    }

    private static String parts(List<TemplatePart> parts) {
        StringBuilder out = new StringBuilder();
        for (TemplatePart part : parts) {
            out.append(switch (part) {
                case TemplatePart.Literal literal -> escape(literal.text());
                case TemplatePart.Interpolation interpolation -> (interpolation.stripBefore() ? "${~" : "${")
                        + show(interpolation.expression()) + (interpolation.stripAfter() ? "~}" : "}");
                case TemplatePart.If choice -> "%{if " + show(choice.condition()) + "}" + parts(choice.then())
                        + (choice.otherwise() == null ? "" : "%{else}" + parts(choice.otherwise())) + "%{endif}";
                case TemplatePart.For loop ->
                    "%{for " + (loop.key() == null ? "" : loop.key().text() + ", ") + loop.value().text() + " in "
                            + show(loop.collection()) + "}" + parts(loop.parts()) + "%{endfor}";
            });
        }
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    /// Each problem as `line:column-line:column message`.
    public static List<String> problems(SourceFile source, Parsed<?> parsed) {
        return parsed.problems()
            .stream()
            .map((problem) -> position(source, problem.span().start()) + "-" + position(source, problem.span().end())
                    + " " + problem.message())
            .toList();
    }

    private static String position(SourceFile source, int offset) {
        return source.lines().position(offset).line() + ":" + source.lines().position(offset).column();
    }

    /// Visits every span of a tree with the span that must hold it.
    public static void spans(Body body, BiConsumer<Span, Span> visitor) {
        for (Item item : body.items()) {
            visitor.accept(body.span(), item.span());
            switch (item) {
                case Body.Attribute attribute -> {
                    visitor.accept(item.span(), attribute.name().span());
                    spans(item.span(), attribute.value(), visitor);
                }
                case Body.Block block -> {
                    visitor.accept(item.span(), block.type().span());
                    block.labels().forEach((label) -> visitor.accept(block.headerSpan(), label.span()));
                    visitor.accept(item.span(), block.body().span());
                    spans(block.body(), visitor);
                }
            }
        }
    }

    /// Visits every span of an expression with the span that must hold it.
    public static void spans(Span outer, @Nullable Expression expression, BiConsumer<Span, Span> visitor) {
        if (expression == null) {
            return;
        }
        Span own = expression.span();
        visitor.accept(outer, own);
        switch (expression) {
            case Expression.NumberLiteral _, Expression.BooleanLiteral _, Expression.NullLiteral _,
                    Expression.Variable _, Expression.Broken _ ->
                {
                }
            case Expression.Template template -> parts(own, template.parts(), visitor);
            case Expression.Tuple tuple -> tuple.items().forEach((item) -> spans(own, item, visitor));
            case Expression.ObjectLiteral object -> object.items().forEach((item) -> {
                visitor.accept(own, item.span());
                visitor.accept(item.span(), item.key().span());
                if (item.key() instanceof ObjectKey.Computed(Expression key)) {
                    spans(item.span(), key, visitor);
                }
                spans(item.span(), item.value(), visitor);
            });
            case Expression.For loop -> {
                visitor.accept(own, loop.value().span());
                spans(own, loop.collection(), visitor);
                spans(own, loop.keyResult(), visitor);
                spans(own, loop.valueResult(), visitor);
                spans(own, loop.condition(), visitor);
            }
            case Expression.Conditional choice -> {
                spans(own, choice.condition(), visitor);
                spans(own, choice.then(), visitor);
                spans(own, choice.otherwise(), visitor);
            }
            case Expression.Binary binary -> {
                spans(own, binary.left(), visitor);
                spans(own, binary.right(), visitor);
            }
            case Expression.Unary unary -> spans(own, unary.operand(), visitor);
            case Expression.Call call -> {
                visitor.accept(own, call.name().span());
                call.arguments().forEach((argument) -> spans(own, argument, visitor));
            }
            case Expression.Traversal traversal -> {
                spans(own, traversal.root(), visitor);
                steps(own, traversal.steps(), visitor);
            }
            case Expression.Parentheses parentheses -> spans(own, parentheses.inner(), visitor);
        }
    }

    private static void steps(Span outer, List<Step> steps, BiConsumer<Span, Span> visitor) {
        for (Step step : steps) {
            visitor.accept(outer, step.span());
            switch (step) {
                case Step.GetAttribute attribute -> visitor.accept(step.span(), attribute.name().span());
                case Step.GetIndex index -> spans(step.span(), index.key(), visitor);
                case Step.Splat splat -> {
                    visitor.accept(step.span(), splat.marker());
                    steps(step.span(), splat.each(), visitor);
                }
            }
        }
    }

    private static void parts(Span outer, List<TemplatePart> parts, BiConsumer<Span, Span> visitor) {
        for (TemplatePart part : parts) {
            visitor.accept(outer, part.span());
            switch (part) {
                case TemplatePart.Literal _ -> {
                }
                case TemplatePart.Interpolation interpolation ->
                    spans(part.span(), interpolation.expression(), visitor);
                case TemplatePart.If choice -> {
                    spans(part.span(), choice.condition(), visitor);
                    parts(part.span(), choice.then(), visitor);
                    parts(part.span(), choice.otherwise() == null ? List.of() : choice.otherwise(), visitor);
                }
                case TemplatePart.For loop -> {
                    spans(part.span(), loop.collection(), visitor);
                    parts(part.span(), loop.parts(), visitor);
                }
            }
        }
    }

}
