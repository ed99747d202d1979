package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Splits texts that are known in part: a name or a pseudo parameter that cannot contain the delimiter stays whole.
final class Splitting {

    private final Lowering lowering;

    private final References references;

    Splitting(Lowering lowering, References references) {
        this.lowering = lowering;
        this.references = references;
    }

    /// What a text was split into.
    ///
    /// @param known the first pieces
    /// @param rest the part from which on the pieces are not known, null when all are
    record Pieces(List<Value> known, @Nullable Value rest) {

    }

    /// Splits each alternative of a text and goes on with its pieces.
    Value split(Value delimiter, Value text, Origin origin, Function<Pieces, Value> apply) {
        String by = Values.text(delimiter);
        if (by == null || by.isEmpty()) {
            return Values.derived("Fn::Split", by == null ? delimiter : text, origin);
        }
        return this.lowering.alternatives().map(text, origin, (each) -> switch (each) {
            case Value.Literal literal -> apply.apply(pieces(List.of(literal), by, origin));
            case Value.Concat(var parts, var _, var _) -> ofParts(parts, by, origin, apply);
            case Value.Reference reference -> ofParts(List.of(reference), by, origin, apply);
            case Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ ->
                Values.derived("Fn::Split", each, origin);
        });
    }

    private Value ofParts(List<Value> parts, String by, Origin origin, Function<Pieces, Value> apply) {
        List<Value> written = new ArrayList<>();
        for (Value part : parts) {
            List<Value> out = this.references.writtenOut(part);
            written.addAll(out == null ? List.of(part) : out);
        }
        return this.lowering.alternatives()
            .expand(written, Value.Choice.class::isInstance, origin,
                    (chosen) -> apply.apply(pieces(chosen, by, origin)));
    }

    private Pieces pieces(List<Value> parts, String by, Origin origin) {
        List<Value> known = new ArrayList<>();
        List<TextPiece> current = new ArrayList<>();
        for (Value part : parts) {
            String text = Values.text(part);
            if (text == null) {
                if (this.references.mayContain(part, by)) {
                    return new Pieces(known, part);
                }
                current.add(TextPiece.of(part));
                continue;
            }
            int from = 0;
            for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
                current.add(TextPiece.of(Value.Literal.of(text.substring(from, at), part.origin())));
                known.add(this.lowering.texts().join(current, origin));
                current = new ArrayList<>();
                from = at + by.length();
                if (!this.lowering.budget().take(1)) {
                    return new Pieces(known, part);
                }
            }
            current.add(TextPiece.of(Value.Literal.of(text.substring(from), part.origin())));
        }
        known.add(this.lowering.texts().join(current, origin));
        return new Pieces(known, null);
    }

}
