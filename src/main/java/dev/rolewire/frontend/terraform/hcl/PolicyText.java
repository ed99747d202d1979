package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import org.jspecify.annotations.Nullable;

/// Writes a policy as the provider does: JSON, indented by two.
final class PolicyText {

    private static final int MAX_DEPTH = 40;

    private final Evaluation evaluation;

    PolicyText(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /// The text of a document; where choices decide its shape, a choice of texts; when
    /// there are too many, the object.
    Value text(Value document) {
        Value hoisted = this.evaluation.choices().hoist(document);
        if (hoisted != null) {
            return this.evaluation.choices().map(hoisted, (each) -> hasChoice(each, 0) ? each : written(each));
        }
        return hasChoice(document, 0) ? document : written(document);
    }

    private static Value written(Value document) {
        List<Value> pieces = new ArrayList<>();
        write(document, "", pieces, document.origin());
        Value text = Values.concat(pieces, document.origin());
        return switch (text) {
            case Value.Literal literal ->
                new Value.Literal(literal.text(), Value.Literal.Kind.STRING, literal.origin(), document);
            case Value.Concat concat -> new Value.Concat(concat.parts(), concat.origin(), document);
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                document;
        };
    }

    private static boolean hasChoice(Value value, int depth) {
        return switch (value) {
            case Value.Choice _ -> true;
            case Value.ListValue list ->
                depth > MAX_DEPTH || list.items().stream().anyMatch((item) -> hasChoice(item, depth + 1));
            case Value.ObjectValue object ->
                depth > MAX_DEPTH || object.fields().stream().anyMatch((field) -> hasChoice(field.value(), depth + 1));
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.Unknown _, Value.Absent _ -> false;
        };
    }

    private static void write(Value value, String indent, List<Value> pieces, Origin origin) {
        switch (value) {
            case Value.ListValue list -> {
                List<Value> items = list.items().stream().filter((item) -> !(item instanceof Value.Absent)).toList();
                open(items.isEmpty(), "[", "]", pieces, origin);
                for (int i = 0; i < items.size(); i++) {
                    add((i == 0 ? "\n" : ",\n") + indent + "  ", pieces, origin);
                    write(items.get(i), indent + "  ", pieces, origin);
                }
                close(items.isEmpty(), indent, "]", pieces, origin);
            }
            case Value.ObjectValue object -> {
                List<Field> fields = object.fields()
                    .stream()
                    .filter((field) -> !(field.value() instanceof Value.Absent))
                    .toList();
                open(fields.isEmpty(), "{", "}", pieces, origin);
                for (int i = 0; i < fields.size(); i++) {
                    add((i == 0 ? "\n" : ",\n") + indent + "  " + quoted(fields.get(i).key()) + ": ", pieces, origin);
                    write(fields.get(i).value(), indent + "  ", pieces, origin);
                }
                close(fields.isEmpty(), indent, "}", pieces, origin);
            }
            case Value.Literal literal ->
                add(literal.kind() == Value.Literal.Kind.STRING ? quoted(literal.text()) : literal.text(), pieces,
                        origin);
            case Value.Absent _ -> add("null", pieces, origin);
            case Value.Concat concat -> {
                add("\"", pieces, origin);
                concat.parts().forEach((part) -> part(part, pieces, origin));
                add("\"", pieces, origin);
            }
            case Value.Reference _, Value.Unknown _, Value.Choice _ -> {
                add("\"", pieces, origin);
                pieces.add(value);
                add("\"", pieces, origin);
            }
        }
    }

    private static void part(Value part, List<Value> pieces, Origin origin) {
        String text = Values.text(part);
        if (text == null) {
            pieces.add(part);
        }
        else {
            add(escaped(text), pieces, origin);
        }
    }

    private static void open(boolean empty, String open, String close, List<Value> pieces, Origin origin) {
        add(empty ? open + close : open, pieces, origin);
    }

    private static void close(boolean empty, String indent, String close, List<Value> pieces, Origin origin) {
        if (!empty) {
            add("\n" + indent + close, pieces, origin);
        }
    }

    private static void add(String text, List<Value> pieces, Origin origin) {
        pieces.add(Values.string(text, origin));
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /// As Go's JSON encoder writes a text, `<`, `>` and `&` escaped.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && c != '<' && c != '>' && c != '&' && c != '\u2028' && c != '\u2029';
                    if (plain) {
                        escaped.append(c);
                    }
                    else {
                        escaped.append("\\u").append(hex(c));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    /// The same policy on one line; the value itself when its text is not known.
    static Value minified(Value text) {
        return text instanceof Value.Literal literal && literal.document() != null
                ? new Value.Literal(compact(literal.text()), literal.kind(), literal.origin(), literal.document())
                : text;
    }

    private static String compact(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && quoted) {
                compact.append(c).append(json.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            if (quoted || (c != ' ' && c != '\n')) {
                compact.append(c);
            }
        }
        return compact.toString();
    }

    /// The document in a text or object, or null.
    static @Nullable Value documentOf(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.document();
            case Value.Concat concat -> concat.document();
            case Value.ObjectValue object -> object;
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.Unknown _, Value.Absent _ -> null;
        };
    }

}
