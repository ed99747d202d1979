package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Concat;
import dev.rolewire.model.Value.Field;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.EmbeddedJson;
import org.jspecify.annotations.Nullable;

/// JSON documents that stand in texts, as policies often do.
///
/// What is not known of a text stands in it as a private-use character with its number while the text is parsed. A text
/// whose unknown parts stand outside of strings does not parse and has no document.
final class EmbeddedText {

    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private static final ParseLimits LIMITS = new ParseLimits(200, 200_000);

    private final SourceFile source;

    private final Origin origin;

    private final List<Value> unknown = new ArrayList<>();

    /// Reads documents of one text.
    /// @param origin where the text is written
    EmbeddedText(SourceFile source, Origin origin) {
        this.source = source;
        this.origin = origin;
    }

    /// The same text with the document that it holds, if it holds one.
    Value withDocument(Value value) {
        List<Value> parts = switch (value) {
            case Literal literal -> literal.document() == null ? List.of(literal) : List.<Value>of();
            case Concat concat -> concat.document() == null ? concat.parts() : List.<Value>of();
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                List.<Value>of();
        };
        return withDocument(value, parts.stream().map((part) -> TextPiece.at(part, part.origin().span())).toList());
    }

    /// The same text with the document that it holds, if it holds one.
    /// @param pieces the pieces of the text
    Value withDocument(Value text, List<TextPiece> pieces) {
        if (pieces.isEmpty() || !looksLikeOne(Values.text(pieces.getFirst().value()))) {
            return text;
        }
        Value document = parse(pieces);
        if (document == null) {
            return text;
        }
        return switch (text) {
            case Literal literal -> new Literal(literal.text(), literal.kind(), literal.origin(), document);
            case Concat concat -> new Concat(concat.parts(), concat.origin(), document);
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                text;
        };
    }

    private static boolean looksLikeOne(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String stripped = text.stripLeading();
        return stripped.startsWith("{") || stripped.startsWith("[");
    }

    private @Nullable Value parse(List<TextPiece> pieces) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i] = text.length();
            String literal = Values.text(pieces.get(i).value());
            if (literal == null) {
                text.append(OPEN).append(this.unknown.size()).append(CLOSE);
                this.unknown.add(pieces.get(i).value());
            }
            else if (literal.indexOf(OPEN) >= 0) {
                return null;
            }
            else {
                text.append(literal);
            }
        }
        Parsed<@Nullable Node> parsed = EmbeddedJson.parse(this.source, text.toString(), offsets(pieces, starts),
                LIMITS);
        Node tree = parsed.value();
        return tree == null || tree instanceof Scalar || !parsed.isComplete() ? null : lower(tree);
    }

    /// Where the characters of the whole text are written; never decreasing.
    private IntUnaryOperator offsets(List<TextPiece> pieces, int[] starts) {
        int length = this.source.text().length();
        return new IntUnaryOperator() {

            private int piece;

            private int last;

            @Override
            public int applyAsInt(int offset) {
                while (this.piece > 0 && starts[this.piece] > offset) {
                    this.piece--;
                    this.last = 0;
                }
                while (this.piece + 1 < starts.length && starts[this.piece + 1] <= offset) {
                    this.piece++;
                }
                int at = pieces.get(this.piece).offsets().applyAsInt(offset - starts[this.piece]);
                this.last = Math.min(length, Math.max(this.last, at));
                return this.last;
            }
        };
    }

    private Value lower(Node node) {
        Origin place = new Origin(this.source, node.span(), this.origin.pointer());
        return switch (node) {
            case Scalar scalar -> switch (scalar.kind()) {
                case NULL -> new Value.Absent(place);
                case NUMBER -> new Literal(scalar.text(), Literal.Kind.NUMBER, place, null);
                case BOOLEAN -> new Literal(scalar.text(), Literal.Kind.BOOLEAN, place, null);
                case STRING -> Values.concat(pieces(scalar.text(), place), place);
            };
            case Sequence sequence -> new Value.ListValue(sequence.items().stream().map(this::lower).toList(), place);
            case Mapping mapping -> {
                List<Field> fields = new ArrayList<>(mapping.entries().size());
                for (Mapping.Entry entry : mapping.entries()) {
                    Origin key = new Origin(this.source, entry.key().span(), this.origin.pointer());
                    fields.add(new Field(entry.name(), key, lower(entry.value())));
                }
                yield new Value.ObjectValue(fields, place);
            }
        };
    }

    private List<Value> pieces(String text, Origin place) {
        List<Value> pieces = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            pieces.add(Values.string(text.substring(from, open), place));
            pieces.add(this.unknown.get(Integer.parseInt(text.substring(open + 1, close))));
            from = close + 1;
        }
        pieces.add(Values.string(text.substring(from), place));
        return pieces;
    }

}
