package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.TreeSet;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import tools.jackson.databind.JsonNode;

/// Writes values on one line with their kinds: `list["a",null]`, `map{"k":1}`, `?` for what is not known.
final class Notation {

    private Notation() {
    }

    static String of(Value value) {
        return switch (value) {
            case Literal literal ->
                literal.kind() == Literal.Kind.STRING ? JsonText.quoted(literal.text()) : Known.scalarText(literal);
            case Value.Absent _ -> "null";
            case Value.ListValue list ->
                kind(list) + "[" + String.join(",", list.items().stream().map(Notation::of).toList()) + "]";
            case Value.ObjectValue object -> (object.kind() == Value.ObjectValue.Kind.MAP ? "map" : "object") + "{"
                    + String.join(",",
                            Fields.sorted(object)
                                .stream()
                                .map((field) -> JsonText.quoted(field.key()) + ":" + of(field.value()))
                                .toList())
                    + "}";
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ -> "?";
        };
    }

    static String kind(Value.ListValue list) {
        return switch (list.kind()) {
            case TUPLE -> "tuple";
            case LIST -> "list";
            case SET -> "set";
        };
    }

    /// The same of a value in a plan.
    /// @param type its type as plans write it
    /// @param unknown the marks of what is not known in it
    static String of(JsonNode value, JsonNode type, JsonNode unknown) {
        if (unknown.isBoolean() && unknown.asBoolean()) {
            return "?";
        }
        if (value.isMissingNode() || value.isNull()) {
            return "null";
        }
        if (value.isString()) {
            return JsonText.quoted(value.asString());
        }
        if (value.isNumber()) {
            return value.decimalValue().signum() == 0 ? "0" : plain(value);
        }
        if (value.isArray()) {
            StringBuilder text = new StringBuilder(type.path(0).asString()).append('[');
            int count = Math.max(value.size(), unknown.size());
            for (int i = 0; i < count; i++) {
                JsonNode element = type.path(0).asString().equals("tuple") ? type.path(1).path(i) : type.path(1);
                text.append(i == 0 ? "" : ",").append(of(value.path(i), element, unknown.path(i)));
            }
            return text.append(']').toString();
        }
        if (value.isObject()) {
            return object(value, type, unknown);
        }
        return value.asString();
    }

    private static String plain(JsonNode value) {
        return value.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String object(JsonNode value, JsonNode type, JsonNode unknown) {
        boolean map = type.path(0).asString().equals("map");
        TreeSet<String> names = new TreeSet<>(CodePoints.ORDER);
        names.addAll(value.propertyNames());
        names.addAll(unknown.isObject() ? unknown.propertyNames() : List.of());
        StringBuilder text = new StringBuilder(map ? "map{" : "object{");
        String separator = "";
        for (String name : names) {
            JsonNode element = map ? type.path(1) : type.path(1).path(name);
            text.append(separator)
                .append(JsonText.quoted(name))
                .append(':')
                .append(of(value.path(name), element, unknown.path(name)));
            separator = ",";
        }
        return text.append('}').toString();
    }

}
