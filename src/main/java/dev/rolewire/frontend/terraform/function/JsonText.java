package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Writes values as JSON, as `jsonencode` does: without white space, keys sorted, `<`, `>`, `&` and the line separators
/// escaped. What is open stays a part of the text.
final class JsonText {

    private final List<Value> parts = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();

    private final Known known;

    private JsonText(Known known) {
        this.known = known;
    }

    /// The text of a value. It knows the value that it holds as its document.
    static Value write(Value value, Known known) {
        Value text = writeText(value, known);
        boolean document = value instanceof Value.ListValue || value instanceof Value.ObjectValue;
        return switch (text) {
            case Literal literal when document ->
                new Literal(literal.text(), Literal.Kind.STRING, known.context().origin(), value);
            case Value.Concat concat when document -> new Value.Concat(concat.parts(), known.context().origin(), value);
            case Literal _, Value.Concat _, Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Unknown _, Value.Absent _ ->
                text;
        };
    }

    private static Value writeText(Value value, Known known) {
        JsonText json = new JsonText(known);
        json.append(value);
        json.flush();
        return TextParts.join(json.parts, known);
    }

    private void flush() {
        if (!this.text.isEmpty()) {
            this.parts.add(this.known.text(this.text.toString()));
            this.text.setLength(0);
        }
    }

    private void append(Value value) {
        this.known.take(1);
        switch (value) {
            case Literal literal -> this.text
                .append(literal.kind() == Literal.Kind.STRING ? quoted(literal.text()) : Known.scalarText(literal));
            case Value.Absent _ -> this.text.append("null");
            case Value.ListValue list -> {
                String separator = "[";
                for (Value item : list.items()) {
                    this.text.append(separator);
                    append(item);
                    separator = ",";
                }
                this.text.append(list.items().isEmpty() ? "[]" : "]");
            }
            case Value.ObjectValue object -> appendObject(object);
            case Value.Concat concat -> {
                this.text.append('"');
                concat.parts().forEach(this::appendPart);
                this.text.append('"');
            }
            case Value.Reference reference -> {
                this.text.append('"');
                appendPart(reference);
                this.text.append('"');
            }
            case Value.Choice(var guard, var then, var otherwise, var origin) -> appendPart(
                    new Value.Choice(guard, writeText(then, this.known), writeText(otherwise, this.known), origin));
            case Value.Unknown unknown -> appendPart(unknown);
        }
        Limits.checkText(this.text.length());
    }

    private void appendObject(Value.ObjectValue object) {
        String separator = "{";
        List<Value.Field> fields = Fields.sorted(object);
        for (Value.Field field : fields) {
            this.text.append(separator).append(quoted(field.key())).append(':');
            append(field.value());
            separator = ",";
        }
        this.text.append(fields.isEmpty() ? "{}" : "}");
    }

    /// A part of a text inside quotes, or an open value outside of them.
    private void appendPart(Value part) {
        if (part instanceof Literal literal) {
            String quoted = quoted(Known.scalarText(literal));
            this.text.append(quoted, 1, quoted.length() - 1);
            return;
        }
        flush();
        this.parts.add(part);
    }

    /// A text in quotes.
    static String quoted(String text) {
        StringBuilder result = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                case '\b' -> result.append("\\b");
                case '\f' -> result.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> result.append("\\u").append(GoText.hex(at, 4));
                default -> {
                    if (at < 0x20) {
                        result.append("\\u").append(GoText.hex(at, 4));
                    }
                    else {
                        result.append(at);
                    }
                }
            }
        }
        return result.append('"').toString();
    }

}
