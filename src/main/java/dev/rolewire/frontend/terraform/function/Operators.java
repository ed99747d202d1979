package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Operator;

/// Arithmetic, comparison, logic and the conditional.
final class Operators {

    private Operators() {
    }

    static Value binary(Operator operator, Value left, Value right, Known known) {
        return switch (operator) {
            case EQUAL -> equality(left, right, true, known);
            case NOT_EQUAL -> equality(left, right, false, known);
            case AND -> logic(left, right, false, known);
            case OR -> logic(left, right, true, known);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                known.bool(compares(operator, known.number(left, 0).compareTo(known.number(right, 1))));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
                known.number(arithmetic(operator, known.number(left, 0), known.number(right, 1)));
            case NOT, NEGATE -> throw new IllegalArgumentException("not a binary operator: " + operator);
        };
    }

    static Value unary(Operator operator, Value operand, Known known) {
        return switch (operator) {
            case NOT -> known.bool(!known.bool(operand, 0));
            case NEGATE -> known.number(known.number(operand, 0).negate());
            case EQUAL, NOT_EQUAL, AND, OR, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, ADD, SUBTRACT, MULTIPLY,
                    DIVIDE, MODULO ->
                throw new IllegalArgumentException("not a unary operator: " + operator);
        };
    }

    private static Value equality(Value left, Value right, boolean wanted, Known known) {
        return switch (Equality.of(left, right, known)) {
            case EQUAL -> known.bool(wanted);
            case DIFFERENT -> known.bool(!wanted);
            case OPEN -> throw Interruption.unknown();
        };
    }

    /// `&&` and `||`: one known side may decide alone.
    private static Value logic(Value left, Value right, boolean deciding, Known known) {
        Value first = known.decided(left);
        Value second = known.decided(right);
        boolean open = isOpen(first);
        if (!open && known.bool(first, 0) == deciding) {
            if (!isOpen(second)) {
                known.bool(second, 1);
            }
            return known.bool(deciding);
        }
        if (!isOpen(second) && known.bool(second, 1) == deciding) {
            return known.bool(deciding);
        }
        if (open || isOpen(second)) {
            throw Interruption.unknown();
        }
        return known.bool(!deciding);
    }

    private static boolean isOpen(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Reference || value instanceof Value.Concat;
    }

    static boolean compares(Operator operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case EQUAL, NOT_EQUAL, AND, OR, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, NOT, NEGATE ->
                throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }

    static BigDecimal arithmetic(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case ADD -> Numbers.add(left, right);
            case SUBTRACT -> Numbers.subtract(left, right);
            case MULTIPLY -> Numbers.multiply(left, right);
            case DIVIDE -> {
                if (right.signum() == 0) {
                    throw Failure.of("cannot divide by zero");
                }
                yield Numbers.divide(left, right);
            }
            case MODULO -> {
                yield right.signum() == 0 ? left : Numbers.modulo(left, right);
            }
            case EQUAL, NOT_EQUAL, AND, OR, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, NOT, NEGATE ->
                throw new IllegalArgumentException("not arithmetic: " + operator);
        };
    }

    static Outcome conditional(Value condition, Outcome then, Outcome otherwise, Known known) {
        Type common = Types.unify(List.of(Types.of(then.value()), Types.of(otherwise.value())));
        boolean differ = common == null && then.succeeds() && otherwise.succeeds();
        if (differ) {
            throw Failure
                .of("the true and false result expressions must have consistent types; the 'true' value is %s, but the 'false' value is %s"
                    .formatted(Types.name(Types.of(then.value())), Types.name(Types.of(otherwise.value()))));
        }
        Outcome taken = known.bool(condition, 0) ? then : otherwise;
        List<FunctionError> errors = new ArrayList<>();
        for (FunctionError error : taken.errors()) {
            Guard guard = known.context().guards().and(known.context().guard(), error.guard());
            if (guard != Guard.FALSE) {
                errors.add(error.under(guard));
            }
        }
        Value value = common == null ? taken.value()
                : Conversion.convert(taken.value(), common, known, FunctionError.NO_ARGUMENT);
        return new Outcome(value, errors);
    }

}
