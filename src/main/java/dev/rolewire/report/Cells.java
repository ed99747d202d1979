package dev.rolewire.report;

/// How text lies in the cells of a terminal.
///
/// Wide characters take two cells (the blocks of Unicode's EastAsianWidth.txt that are wide throughout), marks none.
/// Control characters and the marks that turn the writing direction are shown as U+FFFD: a document must not command the
/// terminal that its report is read on.
final class Cells {

    private static final int TAB = 4;

    private static final int[][] WIDE = { { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0x33FF },
            { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xA000, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
            { 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F }, { 0x1F900, 0x1F9FF },
            { 0x20000, 0x3FFFD } };

    private final StringBuilder text = new StringBuilder();

    private int width;

    /// Adds a code point; a tab goes to the next multiple of four cells.
    void add(int codePoint) {
        if (codePoint == '\t') {
            int blanks = TAB - this.width % TAB;
            this.text.repeat(' ', blanks);
            this.width += blanks;
        }
        else {
            int shown = shown(codePoint);
            this.text.appendCodePoint(shown);
            this.width += widthOf(shown);
        }
    }

    /// Adds plain ASCII text.
    void add(String ascii) {
        this.text.append(ascii);
        this.width += ascii.length();
    }

    /// How many cells there are so far.
    int width() {
        return this.width;
    }

    @Override
    public String toString() {
        return this.text.toString();
    }

    /// A message on one line: line breaks become blanks, control characters U+FFFD.
    static String oneLine(String message) {
        StringBuilder line = new StringBuilder(message.length());
        message.strip()
            .codePoints()
            .forEach((c) -> line.appendCodePoint((c == '\n' || c == '\r' || c == '\t') ? ' ' : shown(c)));
        return line.toString();
    }

    /// A text of several lines: control characters but those that end lines and tabs
    /// become U+FFFD.
    static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        text.codePoints().forEach((c) -> lines.appendCodePoint((c == '\n' || c == '\r' || c == '\t') ? c : shown(c)));
        return lines.toString();
    }

    private static int shown(int codePoint) {
        boolean control = Character.isISOControl(codePoint)
                || (codePoint <= 0xFFFF && Character.isSurrogate((char) codePoint));
        boolean turns = (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x2028 || codePoint == 0x2029;
        return (control || turns) ? 0xFFFD : codePoint;
    }

    private static int widthOf(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

}
