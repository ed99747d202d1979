package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Objects put together of several.
final class Objects {

    private Objects() {
    }

    /// A choice between whole objects as one object of choices; for anything but objects
    /// the `none` object, the subject being marked as rewritten when it is not known.
    static Value.ObjectValue merged(Value value, Site site, Value.ObjectValue none) {
        return switch (value) {
            case Value.ObjectValue object -> object;
            case Value.Choice(var guard, var then, var otherwise, var origin) -> {
                Value.ObjectValue one = merged(then, site, none);
                Value.ObjectValue other = merged(otherwise, site, none);
                SequencedMap<String, Value.Field> left = byKey(one);
                SequencedMap<String, Value.Field> right = byKey(other);
                SequencedMap<String, Value.Field> all = new LinkedHashMap<>(left);
                right.forEach(all::putIfAbsent);
                List<Value.Field> fields = new ArrayList<>();
                for (Value.Field field : all.sequencedValues()) {
                    fields.add(new Value.Field(field.key(), field.keyOrigin(), new Value.Choice(guard,
                            valueOf(left.get(field.key()), origin), valueOf(right.get(field.key()), origin), origin)));
                }
                yield new Value.ObjectValue(fields, origin);
            }
            case Value.Absent _ -> none;
            case Value.Unknown _, Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _ -> {
                if (site.subject() != null) {
                    site.subject().markRewritten();
                }
                yield none;
            }
        };
    }

    private static Value valueOf(Value.@Nullable Field field, Origin origin) {
        return field == null ? new Value.Absent(origin) : field.value();
    }

    private static SequencedMap<String, Value.Field> byKey(Value.ObjectValue object) {
        SequencedMap<String, Value.Field> fields = new LinkedHashMap<>();
        object.fields().forEach((field) -> fields.put(field.key(), field));
        return fields;
    }

    /// What an object and its defaults make together: maps merged, lists put one after
    /// the
    /// other with the default's items first, all else taken from the object.
    static Value.ObjectValue withDefaults(Value.ObjectValue object, Value.ObjectValue defaults) {
        SequencedMap<String, Value.Field> fields = byKey(object);
        for (Value.Field standard : defaults.fields()) {
            Value.Field own = fields.get(standard.key());
            fields.put(standard.key(), own == null ? standard
                    : new Value.Field(own.key(), own.keyOrigin(), withDefault(own.value(), standard.value())));
        }
        return new Value.ObjectValue(List.copyOf(fields.sequencedValues()), object.origin());
    }

    private static Value withDefault(Value value, Value standard) {
        if (value instanceof Value.ObjectValue object && standard instanceof Value.ObjectValue defaults) {
            return withDefaults(object, defaults);
        }
        if (value instanceof Value.ListValue list && standard instanceof Value.ListValue defaults) {
            List<Value> items = new ArrayList<>(defaults.items());
            items.addAll(list.items());
            return new Value.ListValue(items, list.origin());
        }
        return value;
    }

}
