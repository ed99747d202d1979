package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Small questions about objects, and small objects.
final class Fields {

    private Fields() {
    }

    /// The texts that the fields of an object hold; of letters and digits only, as
    /// logical ids are made of.
    static Map<String, String> texts(Value.ObjectValue object) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Value.Field field : object.fields()) {
            if (field.value() instanceof Value.Literal literal && !literal.text().isEmpty()
                    && literal.text().chars().allMatch(Character::isLetterOrDigit)) {
                texts.put(field.key(), literal.text());
            }
        }
        return texts;
    }

    /// Whether a value surely is one of some texts.
    static boolean isOneOf(@Nullable Value value, List<String> texts) {
        return value instanceof Value.Literal literal && texts.contains(literal.text());
    }

    /// Why it is not known of one of some fields what it holds; null when it is known of
    /// all.
    static @Nullable Reason doubt(Value.ObjectValue object, SequencedMap<String, List<String>> fields) {
        for (String name : fields.keySet()) {
            Value value = object.get(name);
            if (value instanceof Value.Unknown unknown) {
                return unknown.reason();
            }
            if (value != null && !(value instanceof Value.Absent) && !(value instanceof Value.Literal)) {
                return Reason.PARAMETER;
            }
        }
        return null;
    }

    /// The value at a path of objects, or null.
    static @Nullable Value at(Value.ObjectValue object, List<String> path) {
        Value value = object;
        for (String segment : path) {
            value = value instanceof Value.ObjectValue inner ? inner.get(segment) : null;
        }
        return value;
    }

    /// An object with one field replaced or added.
    static Value.ObjectValue with(Value.ObjectValue object, String name, Value value, Origin origin) {
        List<Value.Field> fields = new ArrayList<>();
        boolean there = false;
        for (Value.Field field : object.fields()) {
            boolean replaced = field.key().equals(name);
            there |= replaced;
            fields.add(replaced ? new Value.Field(name, field.keyOrigin(), value) : field);
        }
        if (!there) {
            fields.add(new Value.Field(name, origin, value));
        }
        return new Value.ObjectValue(fields, object.origin());
    }

    /// A field that leads to a value; `*` stands for a list of one.
    static Value.Field nested(List<String> path, Value value, Origin origin) {
        Value inner = value;
        for (int i = path.size() - 1; i > 0; i--) {
            inner = path.get(i).equals("*") ? new Value.ListValue(List.of(inner), origin)
                    : new Value.ObjectValue(List.of(new Value.Field(path.get(i), origin, inner)), origin);
        }
        return new Value.Field(path.getFirst(), origin, inner);
    }

    /// A value whose alternatives without a value are not known.
    static Value withoutAbsent(Value value, String detail) {
        return switch (value) {
            case Value.Absent(var origin) -> Value.Unknown.of(Reason.MACRO, detail, origin);
            case Value.Choice(var guard, var then, var otherwise, var origin) ->
                new Value.Choice(guard, withoutAbsent(then, detail), withoutAbsent(otherwise, detail), origin);
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, Value.ObjectValue _,
                    Value.Unknown _ ->
                value;
        };
    }

    /// A trust policy as the transform writes it.
    static Value trustPolicy(String service, Origin origin) {
        Value principal = object(origin, field("Service", list(origin, service), origin));
        Value statement = object(origin, field("Action", list(origin, "sts:AssumeRole"), origin),
                field("Effect", Value.Literal.of("Allow", origin), origin), field("Principal", principal, origin));
        return object(origin, field("Version", Value.Literal.of("2012-10-17", origin), origin),
                field("Statement", new Value.ListValue(List.of(statement), origin), origin));
    }

    private static Value object(Origin origin, Value.Field... fields) {
        return new Value.ObjectValue(List.of(fields), origin);
    }

    private static Value.Field field(String key, Value value, Origin origin) {
        return new Value.Field(key, origin, value);
    }

    private static Value list(Origin origin, String text) {
        return new Value.ListValue(List.of(Value.Literal.of(text, origin)), origin);
    }

}
