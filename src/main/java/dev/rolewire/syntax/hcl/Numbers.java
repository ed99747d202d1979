package dev.rolewire.syntax.hcl;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/// Numbers as they are written. Longer ones than any real document has are refused: their digits would take the memory
/// that their few characters do not.
final class Numbers {

    private static final int MAX_DIGITS = 2_000;

    private static final int MAX_EXPONENT = 10_000;

    /// What to say when [#parse] gives nothing for a number.
    static final String TOO_LONG = "the number has more than " + MAX_DIGITS + " digits, or an exponent beyond "
            + MAX_EXPONENT;

    private Numbers() {
    }

    /// The value of a number.
    /// @return null when it is too long
    /// @throws NumberFormatException when it is no number
    static @Nullable BigDecimal parse(String written) {
        int exponent = Math.max(written.indexOf('e'), written.indexOf('E'));
        boolean tooLong = written.length() > MAX_DIGITS || (exponent >= 0 && isBeyond(written, exponent + 1));
        return tooLong ? null : new BigDecimal(written);
    }

    private static boolean isBeyond(String written, int start) {
        int at = start < written.length() && (written.charAt(start) == '+' || written.charAt(start) == '-') ? start + 1
                : start;
        int value = 0;
        while (at < written.length() && Characters.isDigit(written.charAt(at)) && value <= MAX_EXPONENT) {
            value = value * 10 + (written.charAt(at++) - '0');
        }
        return value > MAX_EXPONENT;
    }

}
