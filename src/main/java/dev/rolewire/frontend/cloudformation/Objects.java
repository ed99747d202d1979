package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

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
                SequencedSet<String> keys = new LinkedHashSet<>();
                one.fields().forEach((field) -> keys.add(field.key()));
                other.fields().forEach((field) -> keys.add(field.key()));
                List<Value.Field> fields = new ArrayList<>();
                for (String key : keys) {
                    Value.Field left = one.field(key);
                    Value.Field right = other.field(key);
                    Value leftValue = left == null ? new Value.Absent(origin) : left.value();
                    Value rightValue = right == null ? new Value.Absent(origin) : right.value();
                    fields.add(new Value.Field(key, keyOrigin(left, right, none),
                            new Value.Choice(guard, leftValue, rightValue, origin)));
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

    private static Origin keyOrigin(Value.@Nullable Field left, Value.@Nullable Field right, Value.ObjectValue none) {
        if (left != null) {
            return left.keyOrigin();
        }
        return right != null ? right.keyOrigin() : none.origin();
    }

    /// What an object and its defaults make together: maps merged, lists put one after
    /// the
    /// other with the default's items first, all else taken from the object.
    static Value.ObjectValue withDefaults(Value.ObjectValue object, Value.ObjectValue defaults) {
        List<Value.Field> fields = new ArrayList<>();
        for (Value.Field field : object.fields()) {
            Value.Field standard = defaults.field(field.key());
            fields.add(standard == null ? field
                    : new Value.Field(field.key(), field.keyOrigin(), withDefault(field.value(), standard.value())));
        }
        for (Value.Field standard : defaults.fields()) {
            if (object.field(standard.key()) == null) {
                fields.add(standard);
            }
        }
        return new Value.ObjectValue(fields, object.origin());
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
