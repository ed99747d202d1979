package dev.rolewire.syntax.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Expression.ObjectItem;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;

/// Makes expressions at random, bracketed so that their text means them.
final class RandomExpressions {

    private static final Span HERE = Span.at(0);

    private static final List<String> NAMES = List.of("a", "var", "é_x", "b-1", "for_each", "in2");

    private static final List<String> TEXTS = List.of("x", " ", "\n", "é\uD83D\uDE00", "\"q\"", "\\", "$ ", "{", "}",
            "a${b", "%{if}", "\t#//", "<<EOT");

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    Expression next(int depth) {
        return switch (this.random.nextInt(depth <= 0 ? 5 : 16)) {
            case 0 -> new Expression.NumberLiteral(
                    BigDecimal.valueOf(this.random.nextInt(1000), this.random.nextInt(3)), HERE);
            case 1 -> new Expression.BooleanLiteral(this.random.nextBoolean(), HERE);
            case 2 -> new Expression.NullLiteral(HERE);
            case 3 -> new Expression.Variable(pick(NAMES), HERE);
            case 4 -> new Expression.Template(List.of(literal()), Expression.Template.Style.QUOTED, HERE);
            case 5, 6 -> new Expression.Template(parts(depth - 1), Expression.Template.Style.QUOTED, HERE);
            case 7 -> new Expression.Tuple(many(() -> next(depth - 1)), HERE);
            case 8 -> new Expression.ObjectLiteral(many(() -> item(depth - 1)), HERE);
            case 9 -> loop(depth - 1);
            case 10 -> bracketed(
                    new Expression.Conditional(bracketed(next(depth - 1)), next(depth - 1), next(depth - 1), HERE));
            case 11, 12 -> bracketed(new Expression.Binary(pick(List.of(Operator.values()).subList(0, 13)),
                    bracketed(next(depth - 1)), bracketed(next(depth - 1)), HERE));
            case 13 -> new Expression.Unary(this.random.nextBoolean() ? Operator.NOT : Operator.NEGATE,
                    bracketed(next(depth - 1)), HERE);
            case 14 -> {
                List<Expression> arguments = many(() -> next(depth - 1));
                yield new Expression.Call(name(), arguments, !arguments.isEmpty() && this.random.nextBoolean(), HERE);
            }
            default -> new Expression.Traversal(
                    this.random.nextBoolean() ? new Expression.Variable("x", HERE) : bracketed(next(depth - 1)),
                    steps(depth - 1), HERE);
        };
    }

    private static Expression bracketed(Expression expression) {
        return new Expression.Parentheses(expression, HERE);
    }

    private <T> T pick(List<T> list) {
        return list.get(this.random.nextInt(list.size()));
    }

    private Name name() {
        return new Name(pick(NAMES), HERE);
    }

    private TemplatePart literal() {
        return new TemplatePart.Literal(pick(TEXTS), HERE);
    }

    private <T> List<T> many(Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = this.random.nextInt(4); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    private ObjectItem item(int depth) {
        return new ObjectItem(switch (this.random.nextInt(3)) {
            case 0 -> new ObjectKey.Named(pick(NAMES), HERE);
            case 1 -> new ObjectKey.Computed(bracketed(next(depth)));
            default -> new ObjectKey.Computed(
                    new Expression.Template(List.of(literal()), Expression.Template.Style.QUOTED, HERE));
        }, next(depth));
    }

    private Expression loop(int depth) {
        boolean object = this.random.nextBoolean();
        return new Expression.For(this.random.nextBoolean() ? name() : null, name(), next(depth),
                object ? next(depth) : null, next(depth), object && this.random.nextBoolean(),
                this.random.nextBoolean() ? next(depth) : null, HERE);
    }

    private List<TemplatePart> parts(int depth) {
        List<TemplatePart> parts = new ArrayList<>();
        for (int i = this.random.nextInt(4); i > 0; i--) {
            switch (this.random.nextInt(4)) {
                case 0 -> parts.add(literal());
                case 1 -> parts.add(new TemplatePart.If(next(depth), List.of(literal()),
                        this.random.nextBoolean() ? List.of(literal()) : null, HERE));
                case 2 -> parts.add(new TemplatePart.For(this.random.nextBoolean() ? name() : null, name(), next(depth),
                        List.of(literal()), HERE));
                default -> parts.add(new TemplatePart.Interpolation(next(depth), false, false, HERE));
            }
        }
        return parts;
    }

    private List<Step> steps(int depth) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
            boolean dotted = !steps.isEmpty() && steps.getLast() instanceof Step.GetIndex index && index.legacy();
            steps.add(switch (this.random.nextInt(dotted ? 1 : 3)) {
                case 0 -> new Step.GetAttribute(name(), HERE);
                case 1 -> new Step.GetIndex(new Expression.NumberLiteral(BigDecimal.TWO, HERE), true, HERE);
                default -> new Step.GetIndex(next(depth), false, HERE);
            });
        }
        switch (this.random.nextInt(4)) {
            case 0 -> steps.add(new Step.Splat(true, List.of(new Step.GetAttribute(name(), HERE)), HERE, HERE));
            case 1 -> steps.add(new Step.Splat(false, List.of(), HERE, HERE));
            default -> {
            }
        }
        return steps;
    }

}
