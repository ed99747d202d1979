package dev.rolewire.syntax.json;

import java.util.Arrays;

import dev.rolewire.source.Content;
import dev.rolewire.source.PageStarts;
import org.jspecify.annotations.Nullable;

/// A window that slides over JSON text in UTF-8, read a block at a time.
final class JsonBytes {

    static final int BLOCK = 1 << 16;

    private final Content content;

    private final @Nullable PageStarts pages;

    /// Where reading stops, in bytes.
    long limit;

    byte[] window = new byte[BLOCK];

    /// The next byte in the window.
    int at;

    /// The end of what the window holds.
    int filled;

    /// The position of the window's first byte in the content.
    long base;

    /// Opens a window.
    /// @param pages gets all bytes in their order, or null
    JsonBytes(Content content, long from, long limit, @Nullable PageStarts pages) {
        this.content = content;
        this.pages = pages;
        this.base = from;
        this.limit = limit;
    }

    /// The position of the next byte.
    long position() {
        return this.base + this.at;
    }

    /// Goes somewhere else.
    void seek(long position) {
        if (position >= this.base && position <= this.base + this.filled) {
            this.at = (int) (position - this.base);
            return;
        }
        this.base = position;
        this.at = 0;
        this.filled = 0;
    }

    /// Takes the next byte, or gives -1 at the end.
    int next() {
        return this.at < this.filled || more() ? this.window[this.at++] & 0xFF : -1;
    }

    /// The next byte, or -1 at the end.
    int peek() {
        return this.at < this.filled || more() ? this.window[this.at] & 0xFF : -1;
    }

    /// The next byte that is no white space, or -1 at the end.
    int peekToken() {
        while (this.at < this.filled || more()) {
            int b = this.window[this.at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            this.at++;
        }
        return -1;
    }

    /// Reads the next block when the window is used up.
    /// @return false at the end
    boolean more() {
        return more(this.at);
    }

    /// Reads the next block and keeps the bytes from an index on.
    /// @param keep an index of the window, which is 0 afterwards
    /// @return false at the end
    boolean more(int keep) {
        int kept = this.filled - keep;
        if (kept > 0) {
            if (kept > this.window.length / 2) {
                this.window = Arrays.copyOf(this.window, this.window.length * 2);
            }
            System.arraycopy(this.window, keep, this.window, 0, kept);
        }
        this.base += keep;
        this.at -= keep;
        this.filled = Math.max(0, kept);
        long wanted = Math.min(this.window.length - this.filled, this.limit - this.base - this.filled);
        int count = wanted <= 0 ? 0
                : this.content.read(this.base + this.filled, this.window, this.filled, (int) wanted);
        if (count > 0 && this.pages != null) {
            this.pages.add(this.window, this.filled, count);
        }
        this.filled += Math.max(0, count);
        return count > 0;
    }

}
