package dev.rolewire.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// For each page of a text in UTF-8: which offset it starts with, which line, and where that line starts.
///
/// Fed once with all bytes in their order. Eight bytes at a time are looked at: most pages are ASCII, and those of plans
/// have no line breaks.
public final class PageStarts {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH = 0x8080808080808080L;

    private static final long LOW = ~HIGH;

    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;

    private static final long RETURNS = 0x0D0D0D0D0D0D0D0DL;

    private final int mark;

    private int[] offsets;

    private int[] lines;

    private int[] lineStarts;

    private int pages;

    /// How many bytes of the current page were taken.
    private int inPage;

    private int offset;

    private int line;

    private int lineStart;

    private boolean afterReturn;

    /// Starts the count.
    /// @param size of the content in bytes
    /// @param mark how many bytes its byte order mark has, 0 or 3
    public PageStarts(long size, int mark) {
        int count = (int) (size / PagedText.PAGE) + 2;
        this.mark = mark;
        this.offsets = new int[count];
        this.lines = new int[count];
        this.lineStarts = new int[count];
    }

    /// Takes the next bytes.
    /// @param bytes holds them
    /// @param offset where they start
    /// @param length how many
    public void add(byte[] bytes, int offset, int length) {
        int at = offset;
        int last = offset + length;
        while (at < last) {
            if (this.inPage == 0) {
                if (this.afterReturn && bytes[at] != '\n') {
                    endLine(this.offset);
                }
                start();
            }
            int end = Math.min(last, at + PagedText.PAGE - this.inPage);
            this.inPage = (this.inPage + end - at) % PagedText.PAGE;
            count(bytes, at, end);
            at = end;
        }
    }

    /// The text of the content whose bytes were all taken.
    public PagedText text(Content content) {
        if (this.afterReturn) {
            endLine(this.offset);
        }
        int count = this.pages;
        start();
        this.pages = Math.max(1, count);
        return new PagedText(content, this.mark, this);
    }

    private void start() {
        if (this.pages == this.offsets.length) {
            this.offsets = Arrays.copyOf(this.offsets, this.pages * 2);
            this.lines = Arrays.copyOf(this.lines, this.pages * 2);
            this.lineStarts = Arrays.copyOf(this.lineStarts, this.pages * 2);
        }
        this.offsets[this.pages] = this.offset;
        this.lines[this.pages] = this.line;
        this.lineStarts[this.pages] = this.lineStart;
        this.pages++;
    }

    private void count(byte[] bytes, int from, int to) {
        int at = from;
        if (this.pages == 1 && this.offset == 0 && this.mark > 0) {
            at = Math.min(to, from + this.mark);
        }
        while (at + 8 <= to && !this.afterReturn) {
            long word = (long) WORDS.get(bytes, at);
            if (((word & HIGH) | zeros(word ^ RETURNS)) != 0) {
                break;
            }
            long breaks = zeros(word ^ LINE_FEEDS);
            if (breaks != 0) {
                this.line += Long.bitCount(breaks);
                this.lineStart = this.offset + 8 - Long.numberOfLeadingZeros(breaks) / 8;
            }
            this.offset += 8;
            at += 8;
        }
        for (; at < to; at++) {
            one(bytes[at]);
        }
    }

    private void one(byte b) {
        if (this.afterReturn && b != '\n') {
            endLine(this.offset);
        }
        this.afterReturn = b == '\r';
        this.offset += units(b);
        if (b == '\n') {
            endLine(this.offset);
        }
    }

    private void endLine(int next) {
        this.line++;
        this.lineStart = next;
        this.afterReturn = false;
    }

    /// The high bit of each byte that is zero.
    private static long zeros(long word) {
        return ~(((word & LOW) + LOW) | word | LOW);
    }

    /// How many code units the characters have that start with a byte.
    private static int units(byte b) {
        if (b >= 0) {
            return 1;
        }
        int lead = b & 0xFF;
        return lead < 0xC0 ? 0 : lead < 0xF0 ? 1 : 2;
    }

    /// How many code units the characters have that start in a range of bytes.
    static int units(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += units(bytes[i]);
        }
        return count;
    }

    int count() {
        return this.pages;
    }

    int offset(int page) {
        return this.offsets[page];
    }

    int line(int page) {
        return this.lines[page];
    }

    int lineStart(int page) {
        return this.lineStarts[page];
    }

    int length() {
        return this.offset;
    }

    int lineCount() {
        return this.line + 1;
    }

    boolean isAscii(int page) {
        int first = page == 0 ? this.mark : 0;
        return page < this.pages - 1 && this.offsets[page + 1] - this.offsets[page] == PagedText.PAGE - first;
    }

    boolean hasBreaks(int page) {
        return this.lines[page + 1] != this.lines[page];
    }

    /// The page that holds an offset; the last one for the end of the text.
    int pageOf(int offset) {
        int found = Arrays.binarySearch(this.offsets, 0, this.pages, offset);
        return found >= 0 ? found : -found - 2;
    }

    /// The last page that starts with a line or an earlier one.
    int pageOfLine(int line) {
        int low = 0;
        int high = this.pages - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (this.lines[middle] < line) {
                low = middle;
            }
            else {
                high = middle - 1;
            }
        }
        return low;
    }

}
