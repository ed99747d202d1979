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

}
