package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The `Globals` of a SAM template: properties that all resources of a type share.
public final class ServerlessGlobals {

    /// What makes a resource ignore all.
    private static final String ALL = "*";

    private final Map<String, Value.ObjectValue> byType = new HashMap<>();

    /// Adds a section.
    /// @param name its name, such as `Function`
    /// @param properties what it shares
    public void add(String name, Value.ObjectValue properties) {
        this.byType.put(ServerlessTypes.PREFIX + name, properties);
    }

    /// Whether a section stands for a type that is known.
    public static boolean isSection(String name) {
        return ServerlessTypes.all().containsKey(ServerlessTypes.PREFIX + name);
    }

    /// Whether the transform refuses a property in a section although resources of the
    /// type have it.
    public static boolean isRefused(String section, String property) {
        ServerlessType type = ServerlessTypes.all().get(ServerlessTypes.PREFIX + section);
        return type != null && type.notGlobal().contains(property);
    }

    /// How much the resources of a type share, as a number of values.
    public int size(String type) {
        Value.ObjectValue shared = this.byType.get(type);
        return shared == null ? 0 : size(shared);
    }

    private static int size(Value value) {
        int size = 1;
        if (value instanceof Value.ObjectValue object) {
            for (Value.Field field : object.fields()) {
                size += size(field.value());
            }
        }
        return value instanceof Value.ListValue list ? size + list.items().size() : size;
    }

    /// The properties of a resource with what it shares.
    /// @param ignored its `IgnoreGlobals`: names of properties, or `*`
    public Value.ObjectValue apply(String type, Value.ObjectValue properties, Set<String> ignored) {
        Value.ObjectValue shared = this.byType.get(type);
        if (shared == null || ignored.contains(ALL)) {
            return properties;
        }
        List<Value.Field> fields = new ArrayList<>(shared.fields());
        fields.removeIf((field) -> ignored.contains(field.key()));
        return withDefaults(properties, new Value.ObjectValue(fields, shared.origin()));
    }

    /// What an object and its defaults make together: maps merged, lists put one after
    /// the other with the default's items
    /// first, all else taken from the object.
    private static Value.ObjectValue withDefaults(Value.ObjectValue object, Value.ObjectValue defaults) {
        SequencedMap<String, Value.Field> fields = new LinkedHashMap<>();
        object.fields().forEach((field) -> fields.put(field.key(), field));
        for (Value.Field standard : defaults.fields()) {
            Value.@Nullable Field own = fields.get(standard.key());
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
