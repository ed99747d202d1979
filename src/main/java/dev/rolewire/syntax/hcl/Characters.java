package dev.rolewire.syntax.hcl;

/// What characters mean in HCL.
final class Characters {

    private Characters() {
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static int hexadecimalDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /// Unicode's `ID_Start`, and the underscore.
    static boolean startsIdentifier(int codePoint) {
        if (codePoint < 128) {
            return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z') || codePoint == '_';
        }
        return Character.isUnicodeIdentifierStart(codePoint);
    }

    /// Unicode's `ID_Continue`, and the dash.
    static boolean continuesIdentifier(int codePoint) {
        if (codePoint < 128) {
            return startsIdentifier(codePoint) || (codePoint >= '0' && codePoint <= '9') || codePoint == '-';
        }
        return Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }

    /// The end of the identifier that starts at an offset; the offset itself when none
    /// does.
    static int identifierEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            int codePoint = c < 128 ? c : text.codePointAt(at);
            if (at == start ? !startsIdentifier(codePoint) : !continuesIdentifier(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /// Unicode's `White_Space`, as Go has it: what strip markers and `<<-` take away.
    static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\u000B', '\f', '\r', '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F',
                    '\u205F', '\u3000' ->
                true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }

    /// Whether a range says exactly a word, white space around aside.
    static boolean isTrimmed(String text, int start, int end, String word) {
        int first = start;
        int last = end;
        while (first < last && isSpace(text.charAt(first))) {
            first++;
        }
        while (last > first && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last - first == word.length() && text.startsWith(word, first);
    }

}
