package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// The items of sets: each once, in the order that Terraform goes through them.
final class Sets {

    private Sets() {
    }

    /// Makes the items of a set.
    /// @param items all of one type; items that are not known come last and may be equal
    static List<Value> items(List<Value> items, Known known) {
        known.take(items.size() * 2L);
        Map<String, Value> sorted = new LinkedHashMap<>();
        Map<String, Value> open = new LinkedHashMap<>();
        for (Value item : items) {
            if (Symbols.isKnown(item)) {
                sorted.putIfAbsent(key(item), item);
            }
            else {
                open.putIfAbsent(openKey(item, open.size()), item);
            }
        }
        List<Value> result = new ArrayList<>(sorted.values());
        result.sort(Sets::compare);
        result.addAll(open.values());
        return result;
    }

    private static String openKey(Value item, int index) {
        return item instanceof Value.Reference reference ? reference.address() + "\n" + reference.attribute()
                : Integer.toString(index);
    }

    private static int compare(Value left, Value right) {
        if (left instanceof Value.Absent || right instanceof Value.Absent) {
            return Boolean.compare(left instanceof Value.Absent, right instanceof Value.Absent);
        }
        if (left instanceof Literal a && right instanceof Literal b && a.kind() == b.kind()) {
            return switch (a.kind()) {
                case STRING, BOOLEAN -> CodePoints.ORDER.compare(a.text(), b.text());
                case NUMBER -> new BigDecimal(a.text()).compareTo(new BigDecimal(b.text()));
            };
        }
        return CodePoints.ORDER.compare(key(left), key(right));
    }

    /// A text that only equal values have; Terraform orders what has no order of its own
    /// by such texts (`cty`,
    /// `set_internals.go`).
    static String key(Value value) {
        StringBuilder key = new StringBuilder();
        append(value, key);
        return key.toString();
    }

    private static void append(Value value, StringBuilder key) {
        switch (value) {
            case Literal literal -> key.append(switch (literal.kind()) {
                case STRING -> GoText.quoted(literal.text());
                case BOOLEAN -> literal.text().equals("true") ? "T" : "F";
                case NUMBER -> number(literal);
            });
            case Value.Absent _ -> key.append('~');
            case Value.ListValue list -> {
                boolean tuple = list.kind() == Value.ListValue.Kind.TUPLE;
                key.append(tuple ? '<' : '[');
                for (Value item : list.items()) {
                    append(item, key);
                    key.append(';');
                }
                key.append(tuple ? '>' : ']');
            }
            case Value.ObjectValue object -> append(object, key);
            case Value.Concat _, Value.Reference _, Value.Choice _, Value.Unknown _ -> key.append('?');
        }
    }

    private static void append(Value.ObjectValue object, StringBuilder key) {
        boolean map = object.kind() == Value.ObjectValue.Kind.MAP;
        key.append(map ? '{' : '<');
        object.fields().stream().sorted(Comparator.comparing(Value.Field::key, CodePoints.ORDER)).forEach((field) -> {
            if (map) {
                key.append(GoText.quoted(field.key())).append(':');
            }
            append(field.value(), key);
            key.append(';');
        });
        key.append(map ? '}' : '>');
    }

    /// A number with ten digits, as Go writes it by verb `g`, and the rest of it so that
    /// different
    /// numbers stay different.
    private static String number(Literal literal) {
        BigDecimal number = new BigDecimal(literal.text());
        String rounded = GoNumbers.general(number.round(new MathContext(10, RoundingMode.HALF_EVEN)), 10);
        return rounded + (number.precision() > 10 ? "\u0000" + literal.text() : "");
    }

}
