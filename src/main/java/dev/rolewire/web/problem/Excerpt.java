package dev.rolewire.web.problem;

/// What a client sent, fit for a sentence: short, on one line, without control characters.
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {
    }

    /// At most 80 characters of a text, in backquotes.
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("`");
        text.codePoints().limit(LONGEST).forEach((c) -> quoted.appendCodePoint(isPlain(c) ? c : 0xFFFD));
        return quoted.append((text.codePointCount(0, text.length()) > LONGEST) ? "...`" : "`").toString();
    }

    /// At most 80 characters of a text, without anything around them.
    public static String plain(String text) {
        String quoted = of(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

}
