package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.EmbeddedJson;
import org.jspecify.annotations.Nullable;

/// JSON documents that stand inside texts, as policies often do.
///
/// What is not known of a text stands in it as a placeholder of private-use characters while the text is parsed, and
/// becomes a part of the strings of the document. A text whose unknown parts stand outside strings does not parse and
/// has no document.
final class EmbeddedDocuments {

    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private static final ParseLimits LIMITS = new ParseLimits(200, 200_000);

    /// Whether a text may be a JSON document by its first character.
    static boolean looksLikeOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    /// The document that a text holds, or null.
    /// @param pieces the pieces of the text
    /// @param origin where the whole text is written
    @Nullable Value parse(List<TextPiece> pieces, Origin origin) {
        String first = Values.text(pieces.getFirst().value());
        if (first == null || !looksLikeOne(first)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        int[] starts = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i] = text.length();
            String literal = Values.text(pieces.get(i).value());
            if (literal == null) {
                text.append(OPEN).append(i).append(CLOSE);
            }
            else if (literal.indexOf(OPEN) >= 0) {
                return null;
            }
            else {
                text.append(literal);
            }
        }
        Parsed<@Nullable Node> parsed = EmbeddedJson.parse(origin.source(), text.toString(),
                new Offsets(pieces, starts), LIMITS);
        Node tree = parsed.value();
        boolean container = tree instanceof Mapping || tree instanceof Sequence;
        return tree == null || !container || !parsed.isComplete() ? null : new Document(pieces, origin).lower(tree);
    }

    /// Where the characters of the text are written; never decreasing.
    private static final class Offsets implements IntUnaryOperator {

        private final List<TextPiece> pieces;

        private final int[] starts;

        private final int[] floors;

        private Offsets(List<TextPiece> pieces, int[] starts) {
            this.pieces = pieces;
            this.starts = starts;
            this.floors = new int[starts.length];
            for (int i = 1; i < starts.length; i++) {
                int end = pieces.get(i - 1).offsets().applyAsInt(Math.max(0, starts[i] - starts[i - 1]));
                this.floors[i] = Math.max(this.floors[i - 1], end);
            }
        }

        @Override
        public int applyAsInt(int offset) {
            int found = Arrays.binarySearch(this.starts, offset);
            int piece = Math.max(0, found >= 0 ? found : -found - 2);
            int inside = offset - this.starts[piece];
            return Math.max(this.floors[piece], this.pieces.get(piece).offsets().applyAsInt(inside));
        }

    }

    /// One parsed document on its way to a value.
    private final class Document {

        private final List<TextPiece> pieces;

        private final SourceFile source;

        private final Pointer pointer;

        private Document(List<TextPiece> pieces, Origin whole) {
            this.pieces = pieces;
            this.source = whole.source();
            this.pointer = whole.pointer();
        }

        private Value lower(Node node) {
            Origin origin = new Origin(this.source, node.span(), this.pointer);
            return switch (node) {
                case Scalar scalar -> scalar(scalar, origin);
                case Sequence sequence ->
                    new Value.ListValue(sequence.items().stream().map(this::lower).toList(), origin);
                case Mapping mapping -> {
                    List<Value.Field> fields = new ArrayList<>(mapping.entries().size());
                    for (Mapping.Entry entry : mapping.entries()) {
                        Origin keyOrigin = new Origin(this.source, entry.key().span(), this.pointer);
                        fields.add(new Value.Field(key(entry.name()), keyOrigin, lower(entry.value())));
                    }
                    yield new Value.ObjectValue(fields, origin);
                }
            };
        }

        private Value scalar(Scalar scalar, Origin origin) {
            return switch (scalar.kind()) {
                case NULL -> new Value.Absent(origin);
                case NUMBER -> new Value.Literal(scalar.text(), Value.Literal.Kind.NUMBER, origin, null);
                case BOOLEAN -> new Value.Literal(scalar.text(), Value.Literal.Kind.BOOLEAN, origin, null);
                case STRING -> string(scalar.text(), origin);
            };
        }

        private Value string(String text, Origin origin) {
            if (text.indexOf(OPEN) < 0) {
                return Value.Literal.of(text, origin);
            }
            List<Value> parts = parts(text, (literal) -> Value.Literal.of(literal, origin));
            return parts.size() == 1 ? parts.getFirst().at(origin) : new Value.Concat(parts, origin, null);
        }

        private String key(String text) {
            return text.indexOf(OPEN) < 0 ? text
                    : Values
                        .describe(new Value.Concat(
                                parts(text,
                                        (literal) -> Value.Literal.of(literal,
                                                this.pieces.getFirst().value().origin())),
                                this.pieces.getFirst().value().origin(), null));
        }

        private List<Value> parts(String text, Function<String, Value> literal) {
            List<Value> parts = new ArrayList<>();
            int from = 0;
            int open = text.indexOf(OPEN);
            while (open >= 0) {
                int close = text.indexOf(CLOSE, open);
                Value piece = close < 0 ? null : piece(text.substring(open + 1, close));
                if (piece != null) {
                    if (open > from) {
                        parts.add(literal.apply(text.substring(from, open)));
                    }
                    parts.add(piece);
                    from = close + 1;
                }
                open = text.indexOf(OPEN, open + 1);
            }
            if (from < text.length() || parts.isEmpty()) {
                parts.add(literal.apply(text.substring(from)));
            }
            return parts;
        }

        /// The piece that a placeholder names; null when an escape of the document only
        /// looks like a placeholder.
        private @Nullable Value piece(String index) {
            if (index.isEmpty() || index.length() > 7 || !index.chars().allMatch((c) -> c >= '0' && c <= '9')) {
                return null;
            }
            int number = Integer.parseInt(index);
            return number < this.pieces.size() ? this.pieces.get(number).value() : null;
        }

    }

}
