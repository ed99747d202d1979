package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Puts pieces of text together: literals merged, concatenations flattened, dynamic references recognised, JSON
/// documents parsed.
final class Texts {

    private static final String DYNAMIC_START = "{{resolve:";

    private static final String DYNAMIC_END = "}}";

    private final Budget budget;

    private final EmbeddedDocuments documents;

    Texts(Budget budget, EmbeddedDocuments documents) {
        this.budget = budget;
        this.documents = documents;
    }

    /// The text of some pieces.
    /// @param origin where the whole is written
    Value join(List<TextPiece> pieces, Origin origin) {
        List<TextPiece> flat = flatten(pieces);
        if (flat == null || !this.budget.takeText(length(flat))) {
            return Values.outOfBudget(origin);
        }
        List<TextPiece> parts = resolveDynamicReferences(merge(flat, origin));
        if (parts.isEmpty()) {
            return Value.Literal.of("", origin);
        }
        Value document = this.documents.parse(parts, origin);
        if (parts.size() > 1) {
            return new Value.Concat(parts.stream().map(TextPiece::value).toList(), origin, document);
        }
        Value only = parts.getFirst().value();
        return only instanceof Value.Literal literal
                ? new Value.Literal(literal.text(), Value.Literal.Kind.STRING, origin, document) : only.at(origin);
    }

    /// Whether a text needs more than to be taken as it is.
    static boolean isPlain(String text) {
        return !text.contains(DYNAMIC_START) && !EmbeddedDocuments.looksLikeOne(text);
    }

    private @Nullable List<TextPiece> flatten(List<TextPiece> pieces) {
        List<TextPiece> flat = new ArrayList<>(pieces.size());
        for (TextPiece piece : pieces) {
            switch (piece.value()) {
                case Value.Concat concat -> concat.parts().forEach((part) -> flat.add(TextPiece.of(part)));
                case Value.ListValue list ->
                    flat.add(TextPiece.of(Values.malformed("text", List.of(list), list.origin())));
                case Value.ObjectValue object ->
                    flat.add(TextPiece.of(Values.malformed("text", List.of(object), object.origin())));
                case Value.Absent _ -> {
                }
                case Value.Literal _, Value.Reference _, Value.Choice _, Value.Unknown _ -> flat.add(piece);
            }
            if (flat.size() > pieces.size() && !this.budget.take(1 + flat.size() / 16)) {
                return null;
            }
        }
        return flat;
    }

    private static int length(List<TextPiece> pieces) {
        long length = 0;
        for (TextPiece piece : pieces) {
            length += piece.value() instanceof Value.Literal literal ? literal.text().length() : 1;
        }
        return (int) Math.min(Integer.MAX_VALUE, length);
    }

    /// Merges neighbouring literals; drops empty ones.
    private List<TextPiece> merge(List<TextPiece> pieces, Origin whole) {
        List<TextPiece> merged = new ArrayList<>(pieces.size());
        List<TextPiece> run = new ArrayList<>();
        for (TextPiece piece : pieces) {
            if (piece.value() instanceof Value.Literal literal) {
                if (!literal.text().isEmpty()) {
                    run.add(piece);
                }
            }
            else {
                endRun(run, merged, whole);
                merged.add(piece);
            }
        }
        endRun(run, merged, whole);
        return merged;
    }

    private void endRun(List<TextPiece> run, List<TextPiece> merged, Origin whole) {
        if (run.size() == 1) {
            merged.add(run.getFirst());
        }
        else if (!run.isEmpty()) {
            StringBuilder text = new StringBuilder();
            int[] starts = new int[run.size()];
            IntUnaryOperator[] offsets = new IntUnaryOperator[run.size()];
            for (int i = 0; i < run.size(); i++) {
                starts[i] = text.length();
                offsets[i] = run.get(i).offsets();
                text.append(Values.text(run.get(i).value()));
            }
            Origin first = run.getFirst().value().origin();
            Origin last = run.getLast().value().origin();
            Span span = first.span().start() <= last.span().end() ? new Span(first.span().start(), last.span().end())
                    : whole.span();
            Origin origin = new Origin(first.source(), span, first.pointer());
            merged.add(new TextPiece(Value.Literal.of(text.toString(), origin), new Segments(starts, offsets)));
        }
        run.clear();
    }

    /// Turns `{{resolve:...}}`, which may go over several pieces, into unknowns.
    private static List<TextPiece> resolveDynamicReferences(List<TextPiece> pieces) {
        boolean any = false;
        for (TextPiece piece : pieces) {
            String text = Values.text(piece.value());
            any |= text != null && text.contains(DYNAMIC_START);
        }
        return any ? new DynamicReferences().resolve(pieces) : pieces;
    }

    /// The pieces of one text, read from left to right.
    private static final class DynamicReferences {

        private final List<TextPiece> result = new ArrayList<>();

        private final StringBuilder detail = new StringBuilder();

        private final List<Value> inside = new ArrayList<>();

        private @Nullable Origin open;

        private List<TextPiece> resolve(List<TextPiece> pieces) {
            for (TextPiece piece : pieces) {
                if (piece.value() instanceof Value.Literal literal) {
                    literal(literal, piece.offsets());
                }
                else if (this.open == null) {
                    this.result.add(piece);
                }
                else {
                    this.detail.append(Values.describe(piece.value()));
                    this.inside.add(piece.value());
                }
            }
            if (this.open != null) {
                close(this.open);
            }
            return this.result;
        }

        private void literal(Value.Literal literal, IntUnaryOperator offsets) {
            String text = literal.text();
            int at = 0;
            while (at < text.length()) {
                if (this.open == null) {
                    int start = text.indexOf(DYNAMIC_START, at);
                    int end = start < 0 ? text.length() : start;
                    if (end > at) {
                        this.result.add(slice(literal, at, end, offsets));
                    }
                    this.open = start < 0 ? null : slice(literal, start, text.length(), offsets).value().origin();
                    at = end;
                }
                else {
                    int end = text.indexOf(DYNAMIC_END, at);
                    int next = end < 0 ? text.length() : end + DYNAMIC_END.length();
                    this.detail.append(text, at, next);
                    at = next;
                    if (end >= 0) {
                        close(this.open);
                    }
                }
            }
        }

        private void close(Origin origin) {
            this.result.add(TextPiece.of(new Value.Unknown(Reason.DYNAMIC_REFERENCE, this.detail.toString(),
                    Values.operands(this.inside), origin)));
            this.detail.setLength(0);
            this.inside.clear();
            this.open = null;
        }

        private static TextPiece slice(Value.Literal literal, int from, int to, IntUnaryOperator offsets) {
            Origin origin = literal.origin();
            int start = offsets.applyAsInt(from);
            Span span = new Span(start, Math.max(start, offsets.applyAsInt(to)));
            return new TextPiece(
                    Value.Literal.of(literal.text().substring(from, to),
                            new Origin(origin.source(), span, origin.pointer())),
                    (offset) -> offsets.applyAsInt(from + offset));
        }

    }

    /// The offsets of texts that stand one after the other; they never decrease.
    private record Segments(int[] starts, IntUnaryOperator[] offsets) implements IntUnaryOperator {

        @Override
        public int applyAsInt(int offset) {
            int found = Arrays.binarySearch(this.starts, offset);
            int segment = found >= 0 ? found : -found - 2;
            while (found >= 0 && segment + 1 < this.starts.length && this.starts[segment + 1] == offset) {
                segment++;
            }
            return this.offsets[segment].applyAsInt(offset - this.starts[segment]);
        }

    }

}
