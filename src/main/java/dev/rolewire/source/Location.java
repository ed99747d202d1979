package dev.rolewire.source;

/// A span of one source.
///
/// @param source the text
/// @param span the offsets in it
public record Location(SourceFile source, Span span) {

    /// The position of the first code unit.
    public Position start() {
        return this.source.lines().position(this.span.start());
    }

    /// The position after the last code unit.
    public Position end() {
        return this.source.lines().position(this.span.end());
    }

    @Override
    public String toString() {
        Position start = start();
        return this.source.uri() + ":" + start.line() + ":" + start.column();
    }

}
