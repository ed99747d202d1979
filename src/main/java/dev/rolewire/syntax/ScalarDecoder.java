package dev.rolewire.syntax;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Decodes a scalar again, as YAML 1.1 (sections 9.1 and 9.2) and SnakeYAML do, noting where each character comes from.
/// JSON strings are double-quoted scalars of one line.
///
/// Decoding stops as soon as it disagrees with the text that the parser gave.
final class ScalarDecoder {

    private static final char NEXT_LINE = '\u0085';

    private static final char LINE_SEPARATOR = '\u2028';

    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private static final int NOWHERE = -1;

    private static final String ESCAPES = "0abtnvfre \"/\\N_LP";

    private static final String ESCAPED = "\0\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";

    private final String text;

    private final int end;

    private final String expected;

    private final int[] offsets;

    private int count;

    private boolean agrees = true;

    private int at;

    /// Prepares a decoding.
    /// @param text the source text
    /// @param end the end of the scalar's span; block scalars are read to their own end
    /// @param expected the scalar's text
    ScalarDecoder(String text, int end, String expected) {
        this.text = text;
        this.end = end;
        this.expected = expected;
        this.offsets = new int[expected.length() + 1];
    }

    /// A line break as it is decoded.
    private record Break(char character, int offset) {

    }

    /// The source offset of every text offset, or null when the source says something
    /// else than the text.
    int @Nullable [] offsets() {
        return this.agrees && this.count == this.expected.length() ? this.offsets : null;
    }

    static boolean isNoBreak(char c) {
        return c != '\n' && c != '\r' && c != NEXT_LINE && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR;
    }

    void plain(int start) {
        this.at = start;
        while (this.agrees && this.at < this.end) {
            if (isSpace(this.at) || !isNoBreak(this.text.charAt(this.at))) {
                spaces(false);
            }
            else {
                copy();
            }
        }
        finish();
    }

    void quoted(int start, boolean escapes) {
        this.at = start;
        int last = this.end - 1;
        while (this.agrees && this.at < last) {
            char c = this.text.charAt(this.at);
            if (isSpace(this.at) || !isNoBreak(c)) {
                spaces(true);
            }
            else if (escapes && c == '\\') {
                escape();
            }
            else if (!escapes && c == '\'') {
                emit(c, this.at);
                this.at += 2;
            }
            else {
                copy();
            }
        }
        finish();
    }

    void block(int start, boolean folded) {
        this.at = start + 1;
        char chomping = 0;
        while ("+-0123456789".indexOf(peek()) >= 0) {
            chomping = peek() == '+' || peek() == '-' ? peek() : chomping;
            this.at++;
        }
        while (this.at < this.text.length() && isNoBreak(peek())) {
            this.at++;
        }
        lineBreak();
        int indent = indent();
        List<Break> breaks = breaks(indent);
        Break lineBreak = null;
        int contentEnd = this.at;
        while (this.agrees && column() == indent && this.at < this.text.length()) {
            breaks.forEach(this::emit);
            boolean startsWithText = !isSpace(this.at);
            while (this.at < this.text.length() && isNoBreak(peek())) {
                copy();
            }
            contentEnd = this.at;
            lineBreak = lineBreak();
            breaks = breaks(indent);
            if (column() != indent || this.at == this.text.length()) {
                break;
            }
            boolean folds = folded && lineBreak != null && lineBreak.character == '\n' && startsWithText
                    && !isSpace(this.at);
            if (lineBreak == null) {
                continue;
            }
            if (!folds) {
                emit(lineBreak);
            }
            else if (breaks.isEmpty()) {
                emit(' ', lineBreak.offset);
            }
            else {
                breaks.set(0, new Break(breaks.getFirst().character, lineBreak.offset));
            }
        }
        if (chomping != '-' && lineBreak != null) {
            emit(lineBreak);
            contentEnd = lineBreak.offset + 1;
        }
        if (chomping == '+') {
            breaks.forEach(this::emit);
            contentEnd = Math.max(contentEnd, this.at);
        }
        this.at = contentEnd;
        finish();
    }

    /// The indentation of a block scalar: how much further in than in the text its first
    /// line that is not blank stands. The indicator in the header is relative to the
    /// parent, which is not known here.
    private int indent() {
        int sourceColumn = 0;
        int first = this.at;
        while (first < this.text.length() && (this.text.charAt(first) == ' ' || !isNoBreak(this.text.charAt(first)))) {
            sourceColumn = this.text.charAt(first) == ' ' ? sourceColumn + 1 : 0;
            first++;
        }
        int textColumn = 0;
        int i = 0;
        while (i < this.expected.length() && (this.expected.charAt(i) == ' ' || !isNoBreak(this.expected.charAt(i)))) {
            textColumn = this.expected.charAt(i) == ' ' ? textColumn + 1 : 0;
            i++;
        }
        return sourceColumn - textColumn;
    }

    /// Steps over line breaks and the indentation after each.
    private List<Break> breaks(int indent) {
        List<Break> breaks = new ArrayList<>();
        skipIndentation(indent);
        Break found = lineBreak();
        while (found != null) {
            breaks.add(found);
            skipIndentation(indent);
            found = lineBreak();
        }
        return breaks;
    }

    private void skipIndentation(int indent) {
        int column = column();
        while (column < indent && peek() == ' ') {
            this.at++;
            column++;
        }
    }

    private int column() {
        int start = this.at;
        while (start > 0 && this.text.charAt(start - 1) == ' ') {
            start--;
        }
        return start == 0 || !isNoBreak(this.text.charAt(start - 1)) ? this.at - start : -1;
    }

    /// Decodes white space: kept within a line, folded around line breaks.
    private void spaces(boolean tabsAfterBreaks) {
        int start = this.at;
        while (isSpace(this.at)) {
            this.at++;
        }
        Break first = lineBreak();
        if (first == null) {
            for (int i = start; i < this.at; i++) {
                emit(this.text.charAt(i), i);
            }
            return;
        }
        // a line break is folded with the white space before it
        boolean folds = first.character == '\n';
        if (!folds) {
            emit(first.character, start);
        }
        if (!furtherBreaks(tabsAfterBreaks, folds ? start : NOWHERE) && folds) {
            emit(' ', start);
        }
    }

    /// Decodes blank lines and steps over the indentation behind them.
    /// @param firstOffset where the first one counts as written, or [#NOWHERE] for its
    /// own
    /// place
    /// @return whether there were any
    private boolean furtherBreaks(boolean tabs, int firstOffset) {
        boolean any = false;
        while (true) {
            while (peek() == ' ' || (tabs && peek() == '\t')) {
                this.at++;
            }
            Break next = lineBreak();
            if (next == null) {
                return any;
            }
            emit(next.character, any || firstOffset == NOWHERE ? next.offset : firstOffset);
            any = true;
        }
    }

    private void escape() {
        int start = this.at++;
        char c = peek();
        int known = ESCAPES.indexOf(c);
        int digits = switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0 && this.at + digits < this.end) {
            int code = hexadecimal(this.at + 1, digits);
            if (!Character.isValidCodePoint(code)) {
                this.agrees = false;
                return;
            }
            for (char unit : Character.toChars(code)) {
                emit(unit, start);
            }
            this.at += digits + 1;
        }
        else if (known >= 0) {
            emit(ESCAPED.charAt(known), start);
            this.at++;
        }
        else if (lineBreak() != null) {
            furtherBreaks(true, NOWHERE);
        }
        else {
            this.agrees = false;
        }
    }

    private int hexadecimal(int start, int digits) {
        long code = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = Character.digit(this.text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code > Character.MAX_CODE_POINT ? -1 : (int) code;
    }

    /// Steps over one line break, if there is one.
    private @Nullable Break lineBreak() {
        if (this.at >= this.text.length() || isNoBreak(peek())) {
            return null;
        }
        int start = this.at++;
        char c = this.text.charAt(start);
        if (c == '\r' && peek() == '\n') {
            this.at++;
        }
        return new Break(c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR ? c : '\n', start);
    }

    private boolean isSpace(int offset) {
        return offset < this.text.length() && (this.text.charAt(offset) == ' ' || this.text.charAt(offset) == '\t');
    }

    private char peek() {
        return this.at < this.text.length() ? this.text.charAt(this.at) : 0;
    }

    private void copy() {
        emit(this.text.charAt(this.at), this.at);
        this.at++;
    }

    private void emit(Break lineBreak) {
        emit(lineBreak.character, lineBreak.offset);
    }

    private void emit(char c, int offset) {
        if (this.agrees && this.count < this.expected.length() && this.expected.charAt(this.count) == c) {
            this.offsets[this.count++] = offset;
        }
        else {
            this.agrees = false;
        }
    }

    private void finish() {
        this.offsets[this.count] = Math.min(this.at, this.text.length());
    }

}
