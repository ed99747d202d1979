package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/// Terraform's numbers: binary floating point with a mantissa of 512 bits, rounded to nearest, ties to even. A value is
/// the exact decimal of such a number; its text is the shortest that reads back as the same number.
final class Numbers {

    private static final int PRECISION = 512;

    /// Every decimal of so many digits is told apart by 512 bits.
    private static final int SAFE_DIGITS = 150;

    private static final int MAX_DIGITS = 156;

    /// Beyond it the digits of a number would fill the memory.
    private static final int MAX_EXPONENT = 4_000;

    private static final int MAX_LENGTH = 10_000;

    private Numbers() {
    }

    /// Reads a decimal text, with or without exponent; null when it is none.
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isDecimal(text)) {
            return null;
        }
        try {
            return rounded(new BigDecimal(text));
        }
        catch (NumberFormatException ex) {
            return null;
        }
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean sign = (at == '-' || at == '+') && (i == 0 || isExponentMark(text.charAt(i - 1)));
            if ((at < '0' || at > '9') && at != '.' && !isExponentMark(at) && !sign) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExponentMark(char at) {
        return at == 'e' || at == 'E';
    }

    static BigDecimal add(BigDecimal left, BigDecimal right) {
        return rounded(left.add(right));
    }

    static BigDecimal subtract(BigDecimal left, BigDecimal right) {
        return rounded(left.subtract(right));
    }

    static BigDecimal multiply(BigDecimal left, BigDecimal right) {
        return rounded(left.multiply(right));
    }

    /// The quotient; the divisor is not zero.
    static BigDecimal divide(BigDecimal left, BigDecimal right) {
        if (left.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigInteger numerator = left.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, right.scale())));
        BigInteger denominator = right.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, left.scale())));
        numerator = numerator.multiply(BigInteger.TEN.pow(Math.max(0, -left.scale())));
        denominator = denominator.multiply(BigInteger.TEN.pow(Math.max(0, -right.scale())));
        return ratio(numerator, denominator);
    }

    /// The remainder of the division that cuts off, with the sign of the dividend.
    static BigDecimal modulo(BigDecimal left, BigDecimal right) {
        BigDecimal quotient = divide(left, right).setScale(0, RoundingMode.DOWN);
        return subtract(left, multiply(right, quotient));
    }

    static boolean isInteger(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /// The value when it is an integer that fits, else null.
    static @Nullable Integer toInt(BigDecimal value) {
        if (!isInteger(value) || value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return null;
        }
        return value.intValue();
    }

    static BigDecimal ofDouble(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /// The digits without exponent.
    static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return shortest(value).toPlainString();
    }

    /// The number with the fewest digits that rounds to the same binary number.
    static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.precision() <= SAFE_DIGITS
                || isInteger(stripped) && stripped.toBigInteger().bitLength() <= PRECISION) {
            return stripped;
        }
        int low = 1;
        int high = MAX_DIGITS;
        while (low < high) {
            int middle = (low + high) / 2;
            if (rounded(stripped.round(new MathContext(middle, RoundingMode.HALF_EVEN))).compareTo(stripped) == 0) {
                high = middle;
            }
            else {
                low = middle + 1;
            }
        }
        return stripped.round(new MathContext(low, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static BigDecimal rounded(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (Math.abs((long) stripped.precision() - stripped.scale()) > MAX_EXPONENT
                || Math.abs((long) stripped.scale()) > MAX_EXPONENT * 2L) {
            throw Interruption.outOfBudget();
        }
        if (stripped.scale() <= 0) {
            BigInteger integer = stripped.toBigInteger();
            return integer.bitLength() <= PRECISION ? stripped : ratio(integer, BigInteger.ONE);
        }
        return ratio(stripped.unscaledValue(), BigInteger.TEN.pow(stripped.scale()));
    }

    /// The 512 bit number next to a ratio.
    private static BigDecimal ratio(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigInteger over = numerator.abs();
        BigInteger under = denominator.abs();
        int shift = PRECISION + 1 - (over.bitLength() - under.bitLength());
        BigInteger[] quotient = divided(over, under, shift);
        if (quotient[0].bitLength() > PRECISION + 1) {
            shift--;
            quotient = divided(over, under, shift);
        }
        BigInteger mantissa = roundedHalf(quotient[0], quotient[1].signum() != 0);
        BigDecimal value = scaled(mantissa, 1 - shift);
        return numerator.signum() * denominator.signum() < 0 ? value.negate() : value;
    }

    private static BigInteger[] divided(BigInteger over, BigInteger under, int shift) {
        return shift >= 0 ? over.shiftLeft(shift).divideAndRemainder(under)
                : over.divideAndRemainder(under.shiftLeft(-shift));
    }

    /// Drops the last bit, to even when exactly half is dropped.
    private static BigInteger roundedHalf(BigInteger quotient, boolean more) {
        BigInteger half = quotient.shiftRight(1);
        boolean up = quotient.testBit(0) && (more || half.testBit(0));
        return up ? half.add(BigInteger.ONE) : half;
    }

    private static BigDecimal scaled(BigInteger mantissa, int exponent) {
        if (exponent >= 0) {
            return new BigDecimal(mantissa.shiftLeft(exponent)).stripTrailingZeros();
        }
        int zeros = Math.min(mantissa.getLowestSetBit(), -exponent);
        int places = -exponent - zeros;
        BigInteger unscaled = mantissa.shiftRight(zeros).multiply(BigInteger.valueOf(5).pow(places));
        return new BigDecimal(unscaled, places).stripTrailingZeros();
    }

}
