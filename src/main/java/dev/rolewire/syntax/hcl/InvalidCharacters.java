package dev.rolewire.syntax.hcl;

/// What to say of characters that HCL has no use for.
final class InvalidCharacters {

    private InvalidCharacters() {
    }

    static String message(String text, int offset) {
        char c = text.charAt(offset);
        return switch (c) {
            case '&' -> "`&` is no operator: logical and is written `&&`";
            case '|' -> "`|` is no operator: logical or is written `||`";
            case '~', '^' -> "`" + c + "` is no operator: there are none on bits";
            case '`' -> "a backquote means nothing here: text of several lines is written as a heredoc, as `<<EOT`";
            case '\'' -> "a single quote means nothing here: text is written in double quotes";
            case ';' -> "a semicolon means nothing here: arguments are separated by line breaks, items by commas";
            case '\uFEFF' -> "a byte order mark may stand only at the start";
            case '\uFFFD' -> "expected UTF-8, found a byte sequence that is none";
            default -> "this character means nothing here: U+" + hexadecimal(text.codePointAt(offset));
        };
    }

    private static String hexadecimal(int codePoint) {
        StringBuilder digits = new StringBuilder(Integer.toHexString(codePoint));
        while (digits.length() < 4) {
            digits.insert(0, '0');
        }
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            digits.setCharAt(i, digit >= 'a' ? (char) (digit - 'a' + 'A') : digit);
        }
        return digits.toString();
    }

}
