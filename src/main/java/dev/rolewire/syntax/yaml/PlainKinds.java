package dev.rolewire.syntax.yaml;

import java.util.regex.Pattern;

import dev.rolewire.syntax.Scalar;

/// What a plain scalar without a tag means in YAML 1.1 (types null, bool, int and float of yaml.org/type), but of the
/// booleans only `true` and `false`.
final class PlainKinds {

    private static final int LONGEST_NUMBER = 100;

    private static final Pattern NUMBER = Pattern.compile("""
            [-+]?(?:
              0b[01_]++ | 0x[0-9a-fA-F_]++              # binary, hexadecimal
              | 0[0-7_]*+ | [1-9][0-9_]*+               # octal, decimal
              | [1-9][0-9_]*+(?::[0-5]?[0-9])+          # base 60
              | [0-9][0-9_]*+(?::[0-5]?[0-9])+\\.[0-9_]*+
              | [0-9][0-9_]*+(?:\\.[0-9_]*+)?(?:[eE][-+]?[0-9]++)
              | [0-9][0-9_]*+\\.[0-9_]*+
              | \\.[0-9][0-9_]*+(?:[eE][-+]?[0-9]++)?
              | \\.(?:inf|Inf|INF)
            ) | \\.(?:nan|NaN|NAN)
            """, Pattern.COMMENTS);

    private PlainKinds() {
    }

    static Scalar.Kind of(String text) {
        if (text.isEmpty()) {
            return Scalar.Kind.NULL;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? Scalar.Kind.NUMBER
                    : Scalar.Kind.STRING;
        }
        return switch (text.length()) {
            case 1 -> first == '~' ? Scalar.Kind.NULL : Scalar.Kind.STRING;
            case 4 -> fourLetters(text);
            case 5 -> text.equalsIgnoreCase("false") ? Scalar.Kind.BOOLEAN : Scalar.Kind.STRING;
            default -> Scalar.Kind.STRING;
        };
    }

    private static Scalar.Kind fourLetters(String text) {
        if (text.equals("null") || text.equals("Null") || text.equals("NULL")) {
            return Scalar.Kind.NULL;
        }
        return text.equalsIgnoreCase("true") ? Scalar.Kind.BOOLEAN : Scalar.Kind.STRING;
    }

}
