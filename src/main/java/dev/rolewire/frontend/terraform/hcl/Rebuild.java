package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;

/// Puts other values in the places of the choices inside a value.
final class Rebuild {

    private final List<Value> chosen;

    private int next;

    private Rebuild(List<Value> chosen) {
        this.chosen = chosen;
    }

    /// Replaces the choices inside lists and objects.
    /// @param chosen what to put in their places, in the order in which they stand
    static Value with(Value value, List<Value> chosen) {
        return new Rebuild(chosen).replace(value);
    }

    private Value replace(Value value) {
        return switch (value) {
            case Value.Choice _ -> this.next < this.chosen.size() ? this.chosen.get(this.next++) : value;
            case Value.ListValue list -> {
                List<Value> items = new ArrayList<>(list.items().size());
                list.items().forEach((item) -> items.add(replace(item)));
                yield new Value.ListValue(items, list.kind(), list.origin());
            }
            case Value.ObjectValue object -> {
                List<Value.Field> fields = new ArrayList<>(object.fields().size());
                for (Value.Field field : object.fields()) {
                    fields.add(new Value.Field(field.key(), field.keyOrigin(), replace(field.value())));
                }
                yield new Value.ObjectValue(fields, object.kind(), object.origin());
            }
            case Value.Concat concat ->
                Values.concat(concat.parts().stream().map(this::replace).toList(), concat.origin());
            case Value.Literal _, Value.Reference _, Value.Unknown _, Value.Absent _ -> value;
        };
    }

}
