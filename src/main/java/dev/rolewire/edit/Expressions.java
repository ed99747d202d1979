package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Step;
import dev.rolewire.syntax.hcl.TemplatePart;
import org.jspecify.annotations.Nullable;

/// Walks through expressions.
final class Expressions {

    private Expressions() {
    }

    /// Finds the expression that covers a span exactly; of several the outermost.
    static @Nullable Expression find(Body body, Span span) {
        List<Expression> path = path(body, span);
        return path.isEmpty() ? null : path.getLast();
    }

    /// The expression that covers a span exactly, with those around it, the outermost
    /// first; empty when there is none.
    static List<Expression> path(Body body, Span span) {
        for (Body.Item item : body.items()) {
            if (!covers(item.span(), span)) {
                continue;
            }
            List<Expression> path = switch (item) {
                case Body.Attribute attribute -> path(attribute.value(), span);
                case Body.Block block -> path(block.body(), span);
            };
            if (!path.isEmpty()) {
                return path;
            }
        }
        return List.of();
    }

    private static List<Expression> path(Expression expression, Span span) {
        if (expression.span().equals(span)) {
            return List.of(expression);
        }
        for (Expression child : children(expression)) {
            List<Expression> path = covers(child.span(), span) ? path(child, span) : List.of();
            if (!path.isEmpty()) {
                List<Expression> longer = new ArrayList<>();
                longer.add(expression);
                longer.addAll(path);
                return longer;
            }
        }
        return List.of();
    }

    static boolean covers(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /// The traversals in an expression, itself included, in source order.
    static List<Expression.Traversal> traversals(Expression expression) {
        List<Expression.Traversal> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<Expression.Traversal> found) {
        if (expression instanceof Expression.Traversal traversal) {
            found.add(traversal);
        }
        children(expression).forEach((child) -> collect(child, found));
    }

    /// The expressions directly inside of one.
    static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral _, Expression.BooleanLiteral _, Expression.NullLiteral _,
                    Expression.Variable _, Expression.Broken _ ->
                List.of();
            case Expression.Template template -> parts(template.parts());
            case Expression.Tuple tuple -> tuple.items();
            case Expression.ObjectLiteral object -> object.items().stream().flatMap((item) -> {
                Expression key = item.key() instanceof Expression.ObjectKey.Computed(Expression computed) ? computed
                        : null;
                return (key == null ? List.of(item.value()) : List.of(key, item.value())).stream();
            }).toList();
            case Expression.For loop ->
                present(loop.collection(), loop.keyResult(), loop.valueResult(), loop.condition());
            case Expression.Conditional conditional ->
                List.of(conditional.condition(), conditional.then(), conditional.otherwise());
            case Expression.Binary binary -> List.of(binary.left(), binary.right());
            case Expression.Unary unary -> List.of(unary.operand());
            case Expression.Call call -> call.arguments();
            case Expression.Traversal traversal -> {
                List<Expression> inside = new ArrayList<>();
                inside.add(traversal.root());
                keys(traversal.steps(), inside);
                yield inside;
            }
            case Expression.Parentheses parentheses -> List.of(parentheses.inner());
        };
    }

    private static void keys(List<Step> steps, List<Expression> inside) {
        for (Step step : steps) {
            switch (step) {
                case Step.GetAttribute _ -> {
                }
                case Step.GetIndex index -> inside.add(index.key());
                case Step.Splat splat -> keys(splat.each(), inside);
            }
        }
    }

    private static List<Expression> parts(List<TemplatePart> parts) {
        List<Expression> inside = new ArrayList<>();
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Literal _ -> {
                }
                case TemplatePart.Interpolation interpolation -> inside.add(interpolation.expression());
                case TemplatePart.If condition -> {
                    inside.add(condition.condition());
                    inside.addAll(parts(condition.then()));
                    List<TemplatePart> otherwise = condition.otherwise();
                    inside.addAll(otherwise == null ? List.of() : parts(otherwise));
                }
                case TemplatePart.For loop -> {
                    inside.add(loop.collection());
                    inside.addAll(parts(loop.parts()));
                }
            }
        }
        return inside;
    }

    private static List<Expression> present(@Nullable Expression... expressions) {
        List<Expression> present = new ArrayList<>();
        for (Expression expression : expressions) {
            if (expression != null) {
                present.add(expression);
            }
        }
        return present;
    }

}
