package dev.rolewire.source;

import java.util.Arrays;

/// The line starts of one text. A line ends with LF, CRLF or a lone CR.
public final class LineIndex {

    private final int[] starts;

    private final int length;

    private LineIndex(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    /// Scans `text` once.
    public static LineIndex of(String text) {
        int[] starts = new int[Math.max(16, text.length() / 32)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new LineIndex(Arrays.copyOf(starts, count), text.length());
    }

    /// The position of an offset.
    /// @param offset 0 to the length of the text; larger ones are taken as the end
    /// @return its 1-based line and column
    public Position position(int offset) {
        int bounded = Math.min(offset, this.length);
        int found = Arrays.binarySearch(this.starts, bounded);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, bounded - this.starts[line] + 1);
    }

    /// How many lines the text has, at least 1.
    public int lineCount() {
        return this.starts.length;
    }

    /// The offset at which a line starts.
    /// @param line 1-based
    public int startOf(int line) {
        return this.starts[line - 1];
    }

}
