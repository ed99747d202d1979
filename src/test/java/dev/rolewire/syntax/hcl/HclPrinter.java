package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.syntax.hcl.Expression.ObjectKey;

/// A tree as HCL text.
final class HclPrinter {

    private HclPrinter() {
    }

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> number.value().toString();
            case Expression.BooleanLiteral bool -> String.valueOf(bool.value());
            case Expression.NullLiteral _ -> "null";
            case Expression.Template template -> "\"" + parts(template.parts()) + "\"";
            case Expression.Tuple tuple -> "[" + list(tuple.items()) + "]";
            case Expression.ObjectLiteral object -> "{\n" + String.join("\n",
                    object.items().stream().map((item) -> key(item.key()) + " = " + print(item.value())).toList())
                    + "\n}";
            case Expression.For loop -> {
                boolean object = loop.keyResult() != null;
                yield (object ? "{" : "[") + "for " + (loop.key() == null ? "" : loop.key().text() + ",")
                        + loop.value().text() + " in " + print(loop.collection()) + ":"
                        + (loop.keyResult() == null ? "" : print(loop.keyResult()) + "=>") + print(loop.valueResult())
                        + (loop.grouped() ? "..." : "")
                        + (loop.condition() == null ? "" : " if " + print(loop.condition())) + (object ? "}" : "]");
            }
            case Expression.Conditional choice ->
                print(choice.condition()) + "?" + print(choice.then()) + ":" + print(choice.otherwise());
            case Expression.Binary binary ->
                print(binary.left()) + " " + binary.operator().symbol() + " " + print(binary.right());
            case Expression.Unary unary -> unary.operator().symbol() + print(unary.operand());
            case Expression.Call call ->
                call.name().text() + "(" + list(call.arguments()) + (call.expanded() ? "..." : "") + ")";
            case Expression.Variable variable -> variable.name();
            case Expression.Traversal traversal -> print(traversal.root()) + steps(traversal.steps());
            case Expression.Parentheses parentheses -> "(" + print(parentheses.inner()) + ")";
            case Expression.Broken _ -> throw new IllegalArgumentException("broken");
        };
    }

    private static String list(List<Expression> expressions) {
        return String.join(",", expressions.stream().map(HclPrinter::print).toList());
    }

    private static String key(ObjectKey key) {
        return switch (key) {
            case ObjectKey.Named named -> named.name();
            case ObjectKey.Computed(Expression expression) -> print(expression);
        };
    }

    private static String steps(List<Step> steps) {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            out.append(switch (step) {
                case Step.GetAttribute attribute -> "." + attribute.name().text();
                case Step.GetIndex index -> index.legacy() ? "." + print(index.key()) : "[" + print(index.key()) + "]";
                case Step.Splat splat -> (splat.full() ? "[*]" : ".*") + steps(splat.each());
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
                        + print(interpolation.expression()) + (interpolation.stripAfter() ? "~}" : "}");
                case TemplatePart.If choice -> "%{if " + print(choice.condition()) + "}" + parts(choice.then())
                        + (choice.otherwise() == null ? "" : "%{else}" + parts(choice.otherwise())) + "%{endif}";
                case TemplatePart.For loop ->
                    "%{for " + (loop.key() == null ? "" : loop.key().text() + ",") + loop.value().text() + " in "
                            + print(loop.collection()) + "}" + parts(loop.parts()) + "%{endfor}";
            });
        }
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("${", "$${")
            .replace("%{", "%%{");
    }

}
