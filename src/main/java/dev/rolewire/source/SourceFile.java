package dev.rolewire.source;

import org.jspecify.annotations.Nullable;

/// A text with a name. Two source files are equal only when they are the same object.
public final class SourceFile {

    private final String uri;

    private final CharSequence text;

    private final Utf8.Mark mark;

    private @Nullable LineIndex lines;

    private SourceFile(String uri, CharSequence text, Utf8.Mark mark, @Nullable LineIndex lines) {
        this.uri = uri;
        this.text = text;
        this.mark = mark;
        this.lines = lines;
    }

    /// Names a text.
    /// @param uri the path relative to the bundle's root, with forward slashes
    /// @param text the decoded text, without a byte order mark
    public static SourceFile of(String uri, String text) {
        return of(uri, text, Utf8.Mark.NONE);
    }

    /// Names a text that started with a byte order mark, which is no part of it.
    public static SourceFile of(String uri, String text, Utf8.Mark mark) {
        return new SourceFile(uri, text, mark, null);
    }

    /// Names a text that is not held.
    public static SourceFile of(String uri, PagedText text) {
        return new SourceFile(uri, text, Utf8.Mark.NONE, text);
    }

    public String uri() {
        return this.uri;
    }

    /// The byte order mark that the file starts with.
    public Utf8.Mark mark() {
        return this.mark;
    }

    /// The whole text. One that is not held is read and decoded at each call: prefer
    /// [#characters] and [#textAt] where it may be large.
    public String text() {
        return this.text.toString();
    }

    /// The text, which may be read from elsewhere piece by piece: cheap to look into at a
    /// few places.
    public CharSequence characters() {
        return this.text;
    }

    /// Whether the whole text is in memory.
    public boolean isHeld() {
        return this.text instanceof String;
    }

    /// The line starts, scanned at the first call. Scanning twice in a race gives equal
    /// results.
    public LineIndex lines() {
        LineIndex known = this.lines;
        if (known == null) {
            known = LineIndex.of(text());
            this.lines = known;
        }
        return known;
    }

    /// The text that a span covers.
    public String textAt(Span span) {
        return this.text.subSequence(span.start(), span.end()).toString();
    }

    @Override
    public String toString() {
        return this.uri;
    }

}
