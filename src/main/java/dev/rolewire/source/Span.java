package dev.rolewire.source;

/// A half-open range of UTF-16 code units in one source.
///
/// @param start the first offset, from 0
/// @param end the offset after the last one, at least `start`
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /// An empty span at `offset`.
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    public int length() {
        return this.end - this.start;
    }

}
