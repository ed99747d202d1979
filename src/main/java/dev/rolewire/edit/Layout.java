package dev.rolewire.edit;

/// How a text is laid out: its line breaks and indentation.
///
/// @param text the text
record Layout(String text) {

    /// The line break that a text uses, by its first one.
    String lineBreak() {
        int at = this.text.indexOf('\n');
        return at > 0 && this.text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }

    /// The offset at which the line of an offset starts.
    int lineStart(int offset) {
        return this.text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// The offset at which the line of an offset ends, its line break not included.
    int lineEnd(int offset) {
        int end = this.text.indexOf('\n', offset);
        if (end < 0) {
            return this.text.length();
        }
        return end > offset && this.text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// The white space that the line of an offset starts with, up to the offset at most.
    String indent(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < offset && (this.text.charAt(end) == ' ' || this.text.charAt(end) == '\t')) {
            end++;
        }
        return this.text.substring(start, end);
    }

    /// Whether only white space stands before an offset in its line.
    boolean startsLine(int offset) {
        return lineStart(offset) + indent(offset).length() == offset;
    }

    /// Whether the line before that of an offset is empty.
    boolean isBelowEmptyLine(int offset) {
        int start = lineStart(offset);
        return start > 0 && this.text.substring(lineStart(start - 1), start).isBlank();
    }

    /// Whether the line after that of an offset is empty, and another one follows.
    boolean isAboveEmptyLine(int offset) {
        int next = this.text.indexOf('\n', offset) + 1;
        if (next == 0 || next >= this.text.length()) {
            return false;
        }
        int end = this.text.indexOf('\n', next);
        return end >= 0 && this.text.substring(next, end).isBlank() && !this.text.substring(end).isBlank();
    }

    /// How much deeper one indentation is than another, as white space.
    /// @param fallback when it is not deeper
    static String step(String outer, String inner, String fallback) {
        return inner.length() > outer.length() && inner.startsWith(outer) ? inner.substring(outer.length()) : fallback;
    }

    /// Whether a part of the text holds a comment, as far as can be told without parsing.
    boolean mayHoldComment(int start, int end) {
        for (int at = this.text.indexOf('#', start); at >= 0 && at < end; at = this.text.indexOf('#', at + 1)) {
            if (at == start || Character.isWhitespace(this.text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

}
