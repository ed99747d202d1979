package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as Go's `fmt` writes big floats.
final class GoNumbers {

    private GoNumbers() {
    }

    /// Verb `e` with so many digits after the point; with -1 as many as the number has.
    static String exponent(BigDecimal number, int digits) {
        BigDecimal value = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        int places = digits < 0 ? value.precision() - 1 : digits;
        BigDecimal rounded = value.signum() == 0 ? value
                : value.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        String unscaled = rounded.unscaledValue().abs().toString();
        int exponent = rounded.signum() == 0 ? 0 : unscaled.length() - 1 - rounded.scale();
        StringBuilder text = new StringBuilder(rounded.signum() < 0 ? "-" : "");
        String padded = unscaled + "0".repeat(Math.max(0, places + 1 - unscaled.length()));
        text.append(padded.charAt(0));
        if (places > 0) {
            text.append('.').append(padded, 1, places + 1);
        }
        text.append(exponent < 0 ? "e-" : "e+");
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }

    /// Verb `f` with so many digits after the point.
    static String fixed(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Verb `g` with so many significant digits; with -1 as many as the number has.
    static String general(BigDecimal number, int digits) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal value = number.stripTrailingZeros();
        boolean shortest = digits < 0;
        int precision = shortest ? value.precision() : Math.max(1, digits);
        BigDecimal rounded = value.round(new MathContext(precision, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        int threshold = shortest ? 6 : precision;
        if (!shortest && precision > rounded.precision() && rounded.precision() >= exponent + 1) {
            threshold = rounded.precision();
        }
        if (exponent < -4 || exponent >= threshold) {
            return exponent(rounded, -1);
        }
        return rounded.toPlainString();
    }

}
