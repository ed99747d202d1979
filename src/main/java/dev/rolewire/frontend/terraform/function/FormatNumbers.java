package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

import dev.rolewire.frontend.terraform.function.FormatString.Verb;

/// Numbers in `format`, as Go's `fmt` writes them.
final class FormatNumbers {

    private FormatNumbers() {
    }

    static String integer(Verb verb, BigDecimal number) {
        if (!Numbers.isInteger(number)) {
            throw verb.unsupported("an integer is required");
        }
        BigInteger integer = number.toBigInteger();
        String digits = switch (verb.mode()) {
            case 'b' -> integer.abs().toString(2);
            case 'o' -> integer.abs().toString(8);
            case 'x' -> integer.abs().toString(16);
            case 'X' -> integer.abs().toString(16).toUpperCase(Locale.ROOT);
            default -> integer.abs().toString();
        };
        if (verb.precision() >= 0) {
            digits = verb.precision() == 0 && integer.signum() == 0 ? ""
                    : "0".repeat(Math.max(0, verb.precision() - digits.length())) + digits;
        }
        String prefix = !verb.has('#') ? "" : switch (verb.mode()) {
            case 'b' -> "0b";
            case 'o' -> "0";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
        };
        return padded(verb, sign(verb, integer.signum() < 0) + prefix, digits, verb.precision() < 0);
    }

    static String decimal(Verb verb, BigDecimal number) {
        int precision = verb.precision();
        String text = switch (verb.mode()) {
            case 'e', 'E' -> GoNumbers.exponent(number.abs(), precision < 0 ? 6 : precision);
            case 'f' -> GoNumbers.fixed(number.abs(), precision < 0 ? 6 : precision);
            default -> GoNumbers.general(Numbers.shortest(number.abs()), precision);
        };
        if (Character.isUpperCase(verb.mode())) {
            text = text.toUpperCase(Locale.ROOT);
        }
        return padded(verb, sign(verb, number.signum() < 0), text, true);
    }

    private static String sign(Verb verb, boolean negative) {
        return negative ? "-" : verb.has('+') ? "+" : verb.has(' ') ? " " : "";
    }

    private static String padded(Verb verb, String prefix, String digits, boolean zerosAllowed) {
        int missing = verb.width() - prefix.length() - digits.length();
        if (missing <= 0) {
            return prefix + digits;
        }
        if (verb.has('-')) {
            return prefix + digits + " ".repeat(missing);
        }
        return verb.has('0') && zerosAllowed ? prefix + "0".repeat(missing) + digits
                : " ".repeat(missing) + prefix + digits;
    }

}
