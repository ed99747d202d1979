package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// The text that `Fn::ToJsonString` makes of an object or list. What it was made of stays its document, with its
/// positions.
final class JsonText {

    private final List<TextPiece> pieces = new ArrayList<>();

    private final Budget budget;

    private final Origin origin;

    private boolean spent;

    private JsonText(Budget budget, Origin origin) {
        this.budget = budget;
        this.origin = origin;
    }

    /// Writes a value; what is neither object nor list is taken as it is.
    /// @param origin where the whole is written
    static Value of(Value value, Lowering lowering, Origin origin) {
        if (!(value instanceof Value.ObjectValue) && !(value instanceof Value.ListValue)) {
            return value.at(origin);
        }
        JsonText text = new JsonText(lowering.budget(), origin);
        text.write(value);
        if (text.spent) {
            return Values.outOfBudget(origin);
        }
        return switch (lowering.texts().join(text.pieces, origin)) {
            case Value.Literal(var written, var kind, var _, var _) -> new Value.Literal(written, kind, origin, value);
            case Value.Concat(var parts, var _, var _) -> new Value.Concat(parts, origin, value);
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                Values.outOfBudget(origin);
        };
    }

    private void write(Value value) {
        if (this.spent) {
            return;
        }
        switch (value) {
            case Value.ObjectValue(var fields, var _, var _) -> object(fields);
            case Value.ListValue(var items, var _, var _) -> list(items);
            case Value.Literal literal when literal.kind() == Value.Literal.Kind.STRING -> {
                literal("\"");
                escaped(literal.text());
                literal("\"");
            }
            case Value.Literal literal -> literal(literal.text());
            case Value.Reference _ -> quoted(List.of(value));
            case Value.Concat(var parts, var _, var _) when parts.stream().noneMatch(Value.Choice.class::isInstance) ->
                quoted(parts);
            case Value.Absent _ -> literal("null");
            case Value.Unknown _ -> this.pieces.add(TextPiece.of(value));
            case Value.Concat _, Value.Choice _ -> hidden(value);
        }
    }

    private void object(List<Value.Field> fields) {
        literal("{");
        boolean first = true;
        for (Value.Field field : fields) {
            if (field.value() instanceof Value.Absent) {
                continue;
            }
            literal(first ? "\"" : ",\"");
            escaped(field.key());
            literal("\":");
            write(field.value());
            first = false;
        }
        literal("}");
    }

    private void list(List<Value> items) {
        literal("[");
        boolean first = true;
        for (Value item : items) {
            if (item instanceof Value.Absent) {
                continue;
            }
            if (!first) {
                literal(",");
            }
            write(item);
            first = false;
        }
        literal("]");
    }

    private void quoted(List<Value> parts) {
        literal("\"");
        for (Value part : parts) {
            String text = Values.text(part);
            if (text == null) {
                this.pieces.add(TextPiece.of(part));
            }
            else {
                escaped(text);
            }
        }
        literal("\"");
    }

    /// The text of what has alternatives: some of them may be no texts, or leave
    /// something out.
    private void hidden(Value value) {
        this.pieces.add(TextPiece.of(new Value.Unknown(Reason.KNOWN_AFTER_APPLY, Values.describe(value),
                Values.operands(List.of(value)), this.origin)));
    }

    private void literal(String text) {
        this.pieces.add(TextPiece.of(Value.Literal.of(text, this.origin)));
    }

    private void escaped(String text) {
        this.spent |= !this.budget.takeText(text.length());
        if (this.spent) {
            return;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> {
                    if (c < ' ') {
                        escaped.append("\\u00")
                            .append(Character.forDigit(c >> 4, 16))
                            .append(Character.forDigit(c & 15, 16));
                    }
                    else {
                        escaped.append(c);
                    }
                }
            }
        }
        literal(escaped.toString());
    }

}
