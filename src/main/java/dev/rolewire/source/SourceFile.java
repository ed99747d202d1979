package dev.rolewire.source;

import org.jspecify.annotations.Nullable;

/// A text with a name. Two source files are equal only when they are the same object.
public final class SourceFile {

    private final String uri;

    private final String text;

    private @Nullable LineIndex lines;

    private SourceFile(String uri, String text) {
        this.uri = uri;
        this.text = text;
    }

    /// Names a text.
    /// @param uri the path relative to the bundle's root, with forward slashes
    /// @param text the decoded text, without a byte order mark
    public static SourceFile of(String uri, String text) {
        return new SourceFile(uri, text);
    }

    public String uri() {
        return this.uri;
    }

    public String text() {
        return this.text;
    }

    /// The line starts, scanned at the first call. Scanning twice in a race gives equal
    /// results.
    public LineIndex lines() {
        LineIndex known = this.lines;
        if (known == null) {
            known = LineIndex.of(this.text);
            this.lines = known;
        }
        return known;
    }

    /// The text that a span covers.
    public String textAt(Span span) {
        return this.text.substring(span.start(), span.end());
    }

    @Override
    public String toString() {
        return this.uri;
    }

}
