package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Splits texts that are known in part: a name or a pseudo parameter that cannot contain the delimiter stays whole.
final class Splitting {

    /// Longer delimiters are not looked for across parts.
    private static final int MAX_DELIMITER = 64;

    private final Lowering lowering;

    private final References references;

    Splitting(Lowering lowering, References references) {
        this.lowering = lowering;
        this.references = references;
    }

    /// What a text was split into.
    ///
    /// @param known the first pieces
    /// @param rest what the other pieces come from, unknown for its reason; null when all
    /// are known
    record Pieces(List<Value> known, @Nullable Value rest) {

    }

    /// Splits each alternative of a text and goes on with its pieces.
    Value split(Value delimiter, Value text, Origin origin, Function<Pieces, Value> apply) {
        return this.lowering.alternatives().map(this.lowering.comparison().spread(delimiter), origin, (each) -> {
            String by = Values.text(each);
            return by == null || by.isEmpty() ? Values.derived("Fn::Split", by == null ? each : text, origin)
                    : split(by, text, origin, apply);
        });
    }

    private Value split(String by, Value text, Origin origin, Function<Pieces, Value> apply) {
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

    private Pieces pieces(List<Value> written, String by, Origin origin) {
        List<Value> parts = merged(written);
        List<Value> known = new ArrayList<>();
        List<TextPiece> current = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Value part = parts.get(i);
            String text = Values.text(part);
            if (text == null) {
                if (mayStraddle(parts, i, by)) {
                    return new Pieces(known, cause(part, parts, origin));
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
                    return new Pieces(known, Values.outOfBudget(origin));
                }
            }
            current.add(TextPiece.of(Value.Literal.of(text.substring(from), part.origin())));
        }
        known.add(this.lowering.texts().join(current, origin));
        return new Pieces(known, null);
    }

    /// Neighbouring literals as one: a delimiter may go over both.
    private static List<Value> merged(List<Value> parts) {
        List<Value> merged = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Value first = null;
        for (Value part : parts) {
            String text = Values.text(part);
            if (text != null) {
                run.append(text);
                first = first == null ? part : first;
                continue;
            }
            if (first != null) {
                merged.add(Value.Literal.of(run.toString(), first.origin()));
                run.setLength(0);
                first = null;
            }
            merged.add(part);
        }
        if (first != null) {
            merged.add(Value.Literal.of(run.toString(), first.origin()));
        }
        return merged;
    }

    /// Whether a delimiter of several characters may stand partly in a part that is not
    /// known and partly beside it.
    private boolean mayStraddle(List<Value> parts, int index, String by) {
        if (by.length() > MAX_DELIMITER) {
            return true;
        }
        for (int from = 0; from < by.length(); from++) {
            boolean begins = from == 0 || (index > 0 && mayEnd(parts.get(index - 1), by.substring(0, from)));
            for (int to = from + 1; begins && to <= by.length(); to++) {
                boolean ends = to == by.length()
                        || (index + 1 < parts.size() && mayStart(parts.get(index + 1), by.substring(to)));
                if (ends && this.references.mayContain(parts.get(index), by.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayEnd(Value part, String end) {
        String text = Values.text(part);
        return text == null ? this.references.mayContain(part, end.substring(end.length() - 1))
                : text.endsWith(end) || end.endsWith(text);
    }

    private boolean mayStart(Value part, String start) {
        String text = Values.text(part);
        return text == null ? this.references.mayContain(part, start.substring(0, 1))
                : text.startsWith(start) || start.startsWith(text);
    }

    /// Why the pieces from a part on are not known.
    private static Value cause(Value part, List<Value> parts, Origin origin) {
        return part instanceof Value.Unknown(var reason, var detail, var _, var _, var _)
                ? new Value.Unknown(reason, detail, Values.operands(parts), origin)
                : new Value.ListValue(parts, origin);
    }

}
