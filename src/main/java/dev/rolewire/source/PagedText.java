package dev.rolewire.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The text of UTF-8 bytes that are not held. Of each page of 4,096 bytes it is kept which offset and which line it
/// starts with; the page is read and decoded when it is asked for.
///
/// Offsets count UTF-16 code units, without a byte order mark. The bytes must be well-formed up to whatever is asked for.
public final class PagedText implements CharSequence, LineIndex {

    static final int PAGE = 1 << 12;

    private final Content content;

    /// The bytes of a byte order mark.
    private final int mark;

    private final PageStarts pages;

    private @Nullable Page last;

    PagedText(Content content, int mark, PageStarts pages) {
        this.content = content;
        this.mark = mark;
        this.pages = pages;
    }

    /// The characters of a page.
    private record Page(int index, String text) {

    }

    /// The offset of a byte.
    /// @param position of the first byte of a character, or the end
    public int offset(long position) {
        int page = (int) (position / PAGE);
        int offset = this.pages.offset(page);
        if (this.pages.isAscii(page)) {
            return offset + (int) (position - Math.max(this.mark, (long) page * PAGE));
        }
        byte[] bytes = new byte[(int) (position - (long) page * PAGE)];
        int count = this.content.read((long) page * PAGE, bytes, 0, bytes.length);
        return offset + PageStarts.units(bytes, page == 0 ? this.mark : 0, count);
    }

    @Override
    public int length() {
        return this.pages.length();
    }

    @Override
    public char charAt(int index) {
        int page = this.pages.pageOf(index);
        String text = page(page);
        int at = index - this.pages.offset(page);
        return at < text.length() ? text.charAt(at) : '\uFFFD';
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text(start, end);
    }

    /// A part of the text.
    public String text(int start, int end) {
        int first = this.pages.pageOf(start);
        if (end > start && first == this.pages.pageOf(end - 1) && this.pages.isAscii(first)
                && (this.last == null || this.last.index() != first)) {
            return ascii(first, start - this.pages.offset(first), end - start);
        }
        StringBuilder text = new StringBuilder(end - start);
        for (int at = start; at < end;) {
            int page = this.pages.pageOf(at);
            String all = page(page);
            int from = at - this.pages.offset(page);
            int to = Math.min(all.length(), end - this.pages.offset(page));
            if (to <= from) {
                break;
            }
            text.append(all, from, to);
            at += to - from;
        }
        return text.toString();
    }

    /// A part of a page that has nothing but ASCII.
    private String ascii(int page, int from, int length) {
        byte[] bytes = new byte[length];
        int start = page == 0 ? this.mark : 0;
        int count = this.content.read((long) page * PAGE + start + from, bytes, 0, length);
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    /// The whole text, all of it decoded at once.
    @Override
    public String toString() {
        return text(0, length());
    }

    @Override
    public Position position(int offset) {
        int bounded = Math.min(offset, length());
        int page = this.pages.pageOf(bounded);
        int line = this.pages.line(page);
        int lineStart = this.pages.lineStart(page);
        if (this.pages.hasBreaks(page)) {
            String text = page(page);
            int first = this.pages.offset(page);
            int at = bounded - first;
            for (int i = breakAfter(text, 0, page); i >= 0 && i <= at; i = breakAfter(text, i, page)) {
                line++;
                lineStart = first + i;
            }
        }
        return new Position(line + 1, bounded - lineStart + 1);
    }

    @Override
    public int lineCount() {
        return this.pages.lineCount();
    }

    @Override
    public int startOf(int line) {
        int page = this.pages.pageOfLine(line - 1);
        int at = this.pages.line(page);
        if (at == line - 1) {
            return this.pages.lineStart(page);
        }
        String text = page(page);
        int found = 0;
        while (at < line - 1) {
            found = breakAfter(text, found, page);
            if (found < 0) {
                return length();
            }
            at++;
        }
        return this.pages.offset(page) + found;
    }

    /// The index after the next line break of a page, or -1.
    private int breakAfter(String text, int from, int page) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                boolean ends = i + 1 == text.length();
                boolean paired = ends ? page + 1 < this.pages.count() && page(page + 1).startsWith("\n")
                        : text.charAt(i + 1) == '\n';
                if (!paired) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private String page(int index) {
        Page known = this.last;
        if (known == null || known.index() != index) {
            known = new Page(index, decode(index));
            this.last = known;
        }
        return known.text();
    }

    private String decode(int index) {
        byte[] bytes = new byte[PAGE + 3];
        int count = this.content.read((long) index * PAGE, bytes, 0, bytes.length);
        int start = index == 0 ? this.mark : 0;
        while (index > 0 && start < count && isContinuation(bytes[start])) {
            start++;
        }
        int end = Math.min(count, PAGE);
        while (end < count && isContinuation(bytes[end])) {
            end++;
        }
        return new String(Arrays.copyOfRange(bytes, start, Math.max(start, end)), StandardCharsets.UTF_8);
    }

    static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

}
