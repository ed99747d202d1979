package dev.rolewire.frontend.terraform.hcl;

import java.math.BigDecimal;
import java.util.List;

import dev.rolewire.frontend.terraform.function.Operations;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.syntax.hcl.Operator;
import org.jspecify.annotations.Nullable;

/// The operators on values without choices at their top.
final class Operators {

    /// HCL calculates with 512 bits.
    private final Conditions conditions;

    private final Failures failures;

    Operators(Conditions conditions, Failures failures) {
        this.conditions = conditions;
        this.failures = failures;
    }

    Value unary(Operator operator, Value operand, Origin origin) {
        if (this.failures.contains(operand)) {
            return operand;
        }
        if (operator == Operator.NOT) {
            Boolean known = Values.bool(operand);
            return known != null ? Values.bool(!known, origin) : open(List.of(operand), "!", origin);
        }
        BigDecimal number = Values.number(operand);
        return number != null ? Values.number(number.negate(), origin) : open(List.of(operand), "-", origin);
    }

    Value binary(Operator operator, Value left, Value right, Origin origin) {
        return switch (operator) {
            case AND -> logical(left, right, false, origin);
            case OR -> logical(left, right, true, origin);
            case EQUAL, NOT_EQUAL -> {
                Value failed = failed(left, right);
                yield failed != null ? failed : equal(left, right, operator == Operator.NOT_EQUAL, origin);
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
                arithmetic(operator, left, right, origin);
            case NOT, NEGATE -> open(List.of(left, right), operator.symbol(), origin);
        };
    }

    private @Nullable Value failed(Value left, Value right) {
        return this.failures.contains(left) ? left : this.failures.contains(right) ? right : null;
    }

    /// `&&` and `||`: one side alone may decide, as newer versions of Terraform and
    /// OpenTofu evaluate them.
    private Value logical(Value left, Value right, boolean decisive, Origin origin) {
        if (this.failures.contains(left)) {
            return left;
        }
        Boolean first = Values.bool(left);
        Boolean second = Values.bool(right);
        if ((first != null && first == decisive) || (second != null && second == decisive)) {
            return Values.bool(decisive, origin);
        }
        if (this.failures.contains(right)) {
            return right;
        }
        if (first != null && second != null) {
            return Values.bool(!decisive, origin);
        }
        return first != null ? right : second != null ? left : open(List.of(left, right), "a condition", origin);
    }

    private Value equal(Value left, Value right, boolean negated, Origin origin) {
        Boolean known = knownEqual(left, right);
        if (known != null) {
            return Values.bool(known != negated, origin);
        }
        Value equal = this.conditions.equal(left, right, origin);
        return negated ? not(equal, origin) : equal;
    }

    private Value not(Value value, Origin origin) {
        return value instanceof Value.Choice choice ? new Value.Choice(choice.guard(),
                unary(Operator.NOT, choice.then(), origin), unary(Operator.NOT, choice.otherwise(), origin), origin)
                : value;
    }

    /// Whether two values are equal; null when it cannot be known.
    static @Nullable Boolean knownEqual(Value left, Value right) {
        if (left instanceof Value.Absent || right instanceof Value.Absent) {
            return equalsNull(left, right);
        }
        if (left instanceof Literal a && right instanceof Literal b) {
            return equalLiterals(a, b);
        }
        if (left instanceof Value.ListValue a && right instanceof Value.ListValue b) {
            return equalItems(a.items(), b.items());
        }
        if (left instanceof Value.ObjectValue a && right instanceof Value.ObjectValue b) {
            return equalFields(a, b);
        }
        if (isContainer(left) != isContainer(right) && !isOpen(left) && !isOpen(right)) {
            return false;
        }
        if (isArnAndOther(left, right) || isArnAndOther(right, left)) {
            return false;
        }
        return Values.same(left, right) && !(left instanceof Value.Unknown) ? Boolean.TRUE : null;
    }

    /// Whether one side is an ARN and the other a text that is none.
    private static boolean isArnAndOther(Value left, Value right) {
        return left instanceof Value.Reference reference && reference.attribute().equals("arn")
                && right instanceof Literal literal && !literal.text().startsWith("arn:");
    }

    private static @Nullable Boolean equalsNull(Value left, Value right) {
        Value other = left instanceof Value.Absent ? right : left;
        return switch (other) {
            case Value.Absent _ -> true;
            case Value.Literal _, Value.Concat _, Value.ListValue _, Value.ObjectValue _ -> false;
            case Value.Reference reference -> isNeverNull(reference.attribute()) ? Boolean.FALSE : null;
            case Value.Unknown _, Value.Choice _ -> null;
        };
    }

    /// Attributes that each resource has once it exists, and the resource itself.
    private static boolean isNeverNull(String attribute) {
        return attribute.isEmpty() || attribute.equals("arn") || attribute.equals("id") || attribute.equals("name");
    }

    private static boolean isContainer(Value value) {
        return value instanceof Value.ListValue || value instanceof Value.ObjectValue;
    }

    private static boolean isOpen(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Reference || value instanceof Value.Choice;
    }

    private static boolean equalLiterals(Literal left, Literal right) {
        if (left.kind() != right.kind()) {
            return false;
        }
        if (left.kind() == Literal.Kind.NUMBER) {
            BigDecimal a = Values.number(left);
            BigDecimal b = Values.number(right);
            return a != null && b != null ? a.compareTo(b) == 0 : left.text().equals(right.text());
        }
        return left.text().equals(right.text());
    }

    private static @Nullable Boolean equalItems(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Boolean all = true;
        for (int i = 0; i < left.size(); i++) {
            Boolean equal = knownEqual(left.get(i), right.get(i));
            if (equal != null && !equal) {
                return false;
            }
            all = equal == null ? null : all;
        }
        return all;
    }

    private static @Nullable Boolean equalFields(Value.ObjectValue left, Value.ObjectValue right) {
        if (left.fields().size() != right.fields().size()) {
            return false;
        }
        Boolean all = true;
        for (Value.Field field : left.fields()) {
            Value other = right.get(field.key());
            Boolean equal = other == null ? Boolean.FALSE : knownEqual(field.value(), other);
            if (equal != null && !equal) {
                return false;
            }
            all = equal == null ? null : all;
        }
        return all;
    }

    private Value arithmetic(Operator operator, Value left, Value right, Origin origin) {
        Value failed = failed(left, right);
        if (failed != null) {
            return failed;
        }
        BigDecimal a = Values.number(left);
        BigDecimal b = Values.number(right);
        if (a == null || b == null) {
            return open(List.of(left, right), "a calculation", origin);
        }
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                Values.bool(Operations.compares(operator, a.compareTo(b)), origin);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> {
                BigDecimal result = Operations.arithmetic(operator, a, b);
                yield result == null ? this.failures.of("division by zero", origin) : Values.number(result, origin);
            }
            case OR, AND, EQUAL, NOT_EQUAL, NOT, NEGATE -> open(List.of(left, right), operator.symbol(), origin);
        };
    }

    private static Value open(List<Value> operands, String what, Origin origin) {
        return Values.unknown(operands, what, origin);
    }

}
