package dev.rolewire.frontend.terraform.hcl;

import java.util.function.IntUnaryOperator;

import dev.rolewire.model.Value;
import dev.rolewire.source.Span;

/// A piece of a text on its way to a value.
///
/// @param value what it holds
/// @param offsets where its characters are written: for an offset in its text one in the source, never decreasing
record TextPiece(Value value, IntUnaryOperator offsets) {

    /// A piece that has no text of its own in the source.
    static TextPiece at(Value value, Span span) {
        return new TextPiece(value, (offset) -> offset <= 0 ? span.start() : span.end());
    }

}
