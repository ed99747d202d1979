package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// Functions of numbers.
final class NumberFunctions {

    private static final int MOST_RANGE = 1024;

    private NumberFunctions() {
    }

    static void addTo(Library library) {
        library.add("abs", 1, (arguments, known) -> known.number(known.number(arguments.getFirst(), 0).abs()));
        library.add("ceil", 1, (arguments, known) -> rounded(arguments, RoundingMode.CEILING, known));
        library.add("floor", 1, (arguments, known) -> rounded(arguments, RoundingMode.FLOOR, known));
        library.add("signum", 1,
                (arguments, known) -> known.number(Integer.signum(known.integer(arguments.getFirst(), 0))));
        library.add("max", 0, Library.ANY, (arguments, known) -> extreme(arguments, 1, known));
        library.add("min", 0, Library.ANY, (arguments, known) -> extreme(arguments, -1, known));
        library.add("log", 2, (arguments, known) -> {
            double number = known.number(arguments.getFirst(), 0).doubleValue();
            double base = known.number(arguments.get(1), 1).doubleValue();
            return ofDouble(Math.log(number) / Math.log(base), known);
        });
        library.add("pow", 2, (arguments, known) -> {
            double number = known.number(arguments.getFirst(), 0).doubleValue();
            return ofDouble(Math.pow(number, known.number(arguments.get(1), 1).doubleValue()), known);
        });
        library.add("parseint", 2, NumberFunctions::parseInt);
        library.add("range", 0, Library.ANY, NumberFunctions::range);
        library.add("sum", 1, NumberFunctions::sum);
    }

    private static Value rounded(List<Value> arguments, RoundingMode mode, Known known) {
        return known.number(known.number(arguments.getFirst(), 0).setScale(0, mode));
    }

    private static Value ofDouble(double value, Known known) {
        if (Double.isNaN(value)) {
            throw Failure.of("the result is not a number");
        }
        if (Double.isInfinite(value)) {
            throw Interruption.unknown();
        }
        return known.number(Numbers.ofDouble(value));
    }

    private static Value extreme(List<Value> arguments, int sign, Known known) {
        if (arguments.isEmpty()) {
            throw Failure.of("must pass at least one number");
        }
        BigDecimal extreme = known.number(arguments.getFirst(), 0);
        for (int i = 1; i < arguments.size(); i++) {
            BigDecimal next = known.number(arguments.get(i), i);
            extreme = next.compareTo(extreme) * sign > 0 ? next : extreme;
        }
        return known.number(extreme);
    }

    private static Value parseInt(List<Value> arguments, Known known) {
        int base = known.integer(arguments.get(1), 1);
        Value given = known.shape(arguments.getFirst());
        if (given instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (!(given instanceof Literal literal) || literal.kind() != Literal.Kind.STRING) {
            throw Failure.of(0, "first argument must be a string, not " + Types.name(Types.of(given)));
        }
        if (base < 2 || base > 62) {
            throw Failure.of(1, "base must be a whole number between 2 and 62 inclusive");
        }
        BigInteger number = digits(literal.text(), base, known);
        if (number == null) {
            throw Failure.of(0, "cannot parse %s as a base %s integer".formatted(GoText.quoted(literal.text()), base));
        }
        return known.number(new BigDecimal(number));
    }

    /// Digits beyond 9 are letters; up to base 36 their case does not matter, beyond it
    /// capitals follow.
    private static @Nullable BigInteger digits(String text, int base, Known known) {
        boolean sign = text.startsWith("-") || text.startsWith("+");
        String digits = sign ? text.substring(1) : text;
        if (digits.isEmpty()) {
            return null;
        }
        if (digits.length() > 1_000) {
            throw Interruption.outOfBudget();
        }
        known.take(digits.length());
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits.charAt(i), base);
            if (digit < 0 || digit >= base) {
                return null;
            }
            number = number.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(digit));
        }
        return text.startsWith("-") ? number.negate() : number;
    }

    private static int digit(char at, int base) {
        if (at >= '0' && at <= '9') {
            return at - '0';
        }
        if (at >= 'a' && at <= 'z') {
            return at - 'a' + 10;
        }
        if (at >= 'A' && at <= 'Z') {
            return at - 'A' + (base <= 36 ? 10 : 36);
        }
        return -1;
    }

    private static Value range(List<Value> arguments, Known known) {
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw Failure.of("must have one, two, or three arguments");
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            numbers.add(known.number(arguments.get(i), i));
        }
        BigDecimal start = numbers.size() == 1 ? BigDecimal.ZERO : numbers.getFirst();
        BigDecimal end = numbers.size() == 1 ? numbers.getFirst() : numbers.get(1);
        BigDecimal step = numbers.size() == 3 ? numbers.get(2) : BigDecimal.valueOf(end.compareTo(start) < 0 ? -1 : 1);
        if (step.signum() == 0) {
            throw Failure.of(2, "step must not be zero");
        }
        if (step.signum() < 0 && end.compareTo(start) > 0) {
            throw Failure.of(1, "end must be less than start when step is negative");
        }
        if (step.signum() > 0 && end.compareTo(start) < 0) {
            throw Failure.of(1, "end must be greater than start when step is positive");
        }
        List<Value> items = new ArrayList<>();
        for (BigDecimal at = start; at.compareTo(end) * step.signum() < 0; at = Numbers.add(at, step)) {
            if (items.size() >= MOST_RANGE) {
                throw Failure
                    .of("more than 1024 values were generated; either decrease the difference between start and end or use a smaller step");
            }
            items.add(known.number(at));
        }
        return known.list(items, Value.ListValue.Kind.LIST);
    }

    private static Value sum(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (!(at instanceof Value.ListValue list)) {
            throw Failure.of(0, at instanceof Literal ? "cannot sum noniterable"
                    : "argument must be list, set, or tuple. Received " + Types.name(Types.of(at)));
        }
        if (list.items().isEmpty()) {
            throw Failure.of(0, "cannot sum an empty list");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Value item : list.items()) {
            known.take(1);
            try {
                sum = Numbers.add(sum, known.number(item, 0));
            }
            catch (Failure failure) {
                throw Failure.of(0, "argument must be list, set, or tuple of number values");
            }
        }
        return known.number(sum);
    }

}
