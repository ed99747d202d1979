package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// Brings a value of one template to a place in another one: all of it counts as written there. A document inside a
/// text keeps its place.
final class Movement {

    private final Budget budget;

    private final Origin origin;

    /// Parts of a value may be shared.
    private final Map<Value, Value> moved = new IdentityHashMap<>();

    Movement(Budget budget, Origin origin) {
        this.budget = budget;
        this.origin = origin;
    }

    Value of(Value value) {
        Value known = this.moved.get(value);
        if (known == null) {
            known = this.budget.take(1) ? move(value) : Values.outOfBudget(this.origin);
            this.moved.put(value, known);
        }
        return known;
    }

    private Value move(Value value) {
        return switch (value) {
            case Value.Literal _, Value.Reference _, Value.Unknown _, Value.Absent _ -> value.at(this.origin);
            case Value.Concat(var parts, var _, var document) -> new Value.Concat(all(parts), this.origin, document);
            case Value.Choice(var guard, var then, var otherwise, var _) ->
                new Value.Choice(guard, of(then), of(otherwise), this.origin);
            case Value.ListValue list -> new Value.ListValue(all(list.items()), this.origin);
            case Value.ObjectValue object -> {
                List<Value.Field> copies = new ArrayList<>(object.fields().size());
                for (Value.Field field : object.fields()) {
                    copies.add(new Value.Field(field.key(), this.origin, of(field.value())));
                }
                yield new Value.ObjectValue(copies, this.origin);
            }
        };
    }

    private List<Value> all(List<Value> values) {
        List<Value> copies = new ArrayList<>(values.size());
        for (Value value : values) {
            copies.add(of(value));
        }
        return copies;
    }

}
