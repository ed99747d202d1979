package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonOutline;
import dev.rolewire.syntax.json.JsonReader;

/// The values that a plan was made with. They are read when they are asked for.
public final class PlannedVariables {

    private final BundleFile file;

    /// The variables of the root module in the configuration.
    private final Place declared;

    /// The values, where the plan is held.
    private final Place held;

    PlannedVariables(BundleFile file, Place document) {
        this.file = file;
        this.declared = document.get("configuration").get("root_module").get("variables");
        this.held = file.outline() == null ? document.get("variables") : Place.NOWHERE;
    }

    /// The values by name, those that are not set as absent. Sensitive ones are not
    /// known.
    /// @param origin where they are taken to be written
    public SequencedMap<String, Value> values(Origin origin) {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        JsonOutline outline = this.file.outline();
        if (outline == null) {
            this.held.entries()
                .forEach((entry) -> put(values, entry.name(), this.held.get(entry.name()), this.declared, origin));
            return values;
        }
        JsonReader reader = outline.read("variables");
        if (reader != null && reader.isObject()) {
            reader.enter();
            for (String name = reader.nextKey(); name != null; name = reader.nextKey()) {
                put(values, name, new Place(reader.unlocated(), Pointer.ROOT), this.declared, origin);
            }
        }
        return values;
    }

    private static void put(SequencedMap<String, Value> values, String name, Place variable, Place declared,
            Origin origin) {
        Node value = variable.get("value").node();
        boolean sensitive = declared.get(name).get("sensitive").isTrue();
        values.put(name, sensitive ? Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, KnownLowering.SENSITIVE, origin)
                : value == null ? new Value.Absent(origin) : value(value, origin));
    }

    private static Value value(Node node, Origin origin) {
        return switch (node) {
            case Scalar scalar -> switch (scalar.kind()) {
                case NULL -> new Value.Absent(origin);
                case STRING -> Value.Literal.of(scalar.text(), origin);
                case NUMBER -> new Value.Literal(scalar.text(), Value.Literal.Kind.NUMBER, origin, null);
                case BOOLEAN -> new Value.Literal(scalar.text(), Value.Literal.Kind.BOOLEAN, origin, null);
            };
            case Sequence sequence ->
                new Value.ListValue(sequence.items().stream().map((item) -> value(item, origin)).toList(), origin);
            case Mapping mapping -> {
                List<Value.Field> fields = new ArrayList<>();
                mapping.entries()
                    .forEach(
                            (entry) -> fields.add(new Value.Field(entry.name(), origin, value(entry.value(), origin))));
                yield new Value.ObjectValue(List.copyOf(fields), origin);
            }
        };
    }

    /// Whether a value is one that must not be shown.
    public static boolean isSensitive(Value value) {
        return value instanceof Value.Unknown unknown && unknown.detail().equals(KnownLowering.SENSITIVE);
    }

}
