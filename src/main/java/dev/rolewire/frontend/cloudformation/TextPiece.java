package dev.rolewire.frontend.cloudformation;

import java.util.function.IntUnaryOperator;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import org.jspecify.annotations.Nullable;

/// A stretch of a computed text.
///
/// @param value a literal, or what stands there
/// @param offsets for a literal: where each of its characters is written
record TextPiece(Value value, IntUnaryOperator offsets) {

    /// A value whose characters all stand for its origin.
    static TextPiece of(Value value) {
        int start = value.origin().span().start();
        int end = value.origin().span().end();
        int length = value instanceof Value.Literal literal ? literal.text().length() : 1;
        return new TextPiece(value, (offset) -> offset < length ? start : end);
    }

    /// A literal that may be written as a scalar at its origin: then each of its
    /// characters knows its place.
    static TextPiece written(Value value) {
        return value instanceof Value.Literal literal
                ? new TextPiece(value, new WrittenOffsets(literal.text(), literal.origin())) : of(value);
    }

    /// Finds out at the first question whether the text is written at the origin.
    private static final class WrittenOffsets implements IntUnaryOperator {

        private final String text;

        private final Origin origin;

        private @Nullable IntUnaryOperator found;

        private WrittenOffsets(String text, Origin origin) {
            this.text = text;
            this.origin = origin;
        }

        @Override
        public int applyAsInt(int offset) {
            IntUnaryOperator known = this.found;
            if (known == null) {
                ScalarText scalar = ScalarText.of(this.origin.source(),
                        new Scalar(this.text, Scalar.Kind.STRING, style(), this.origin.span(), null));
                known = scalar.isExact() ? scalar::sourceOffset
                        : of(Value.Literal.of(this.text, this.origin)).offsets();
                this.found = known;
            }
            return known.applyAsInt(offset);
        }

        private Scalar.Style style() {
            String source = this.origin.source().text();
            int start = this.origin.span().start();
            char first = start < source.length() ? source.charAt(start) : ' ';
            return switch (first) {
                case '"' -> Scalar.Style.DOUBLE_QUOTED;
                case '\'' -> Scalar.Style.SINGLE_QUOTED;
                case '|' -> Scalar.Style.LITERAL;
                case '>' -> Scalar.Style.FOLDED;
                default -> Scalar.Style.PLAIN;
            };
        }

    }

}
