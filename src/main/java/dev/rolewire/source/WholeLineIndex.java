package dev.rolewire.source;

import java.util.Arrays;

/// The line starts of a text that is held.
final class WholeLineIndex implements LineIndex {

    private final int[] starts;

    private final int length;

    private WholeLineIndex(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    /// Scans `text` once.
    static WholeLineIndex of(String text) {
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
        return new WholeLineIndex(Arrays.copyOf(starts, count), text.length());
    }

    @Override
    public Position position(int offset) {
        int bounded = Math.min(offset, this.length);
        int found = Arrays.binarySearch(this.starts, bounded);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, bounded - this.starts[line] + 1);
    }

    @Override
    public int lineCount() {
        return this.starts.length;
    }

    @Override
    public int startOf(int line) {
        return this.starts[line - 1];
    }

}
