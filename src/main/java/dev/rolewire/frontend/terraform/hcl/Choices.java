package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Functions of values that have alternatives: the alternatives are multiplied out under their guards, contradictory
/// ones left out, every step counted.
final class Choices {

    private static final int MAX_LEAVES = 256;

    private static final int MAX_LOOKED_AT = 20_000;

    private final GuardSpace guards;

    private final Budget budget;

    Choices(GuardSpace guards, Budget budget) {
        this.guards = guards;
        this.budget = budget;
    }

    /// A choice, or the one side that can happen.
    Value choice(Guard guard, Value then, Value otherwise, Origin origin) {
        if (guard == Guard.TRUE || Values.same(then, otherwise)) {
            return then;
        }
        if (guard == Guard.FALSE) {
            return otherwise;
        }
        if (guard == Guard.EXHAUSTED) {
            return Values.outOfBudget(origin);
        }
        return new Value.Choice(guard, then, otherwise, origin);
    }

    /// Applies a function to each alternative of a value.
    Value map(Value value, Function<Value, Value> function) {
        return map(value, Guard.TRUE, function);
    }

    private Value map(Value value, Guard context, Function<Value, Value> function) {
        if (!(value instanceof Value.Choice(var guard, var then, var otherwise, var origin))) {
            return function.apply(value);
        }
        if (!this.budget.take(1)) {
            return Values.outOfBudget(origin);
        }
        Guard with = this.guards.and(context, guard);
        Guard without = this.guards.and(context, this.guards.not(guard));
        if (with == Guard.FALSE) {
            return map(otherwise, context, function);
        }
        if (without == Guard.FALSE) {
            return map(then, context, function);
        }
        return choice(guard, map(then, with, function), map(otherwise, without, function), origin);
    }

    /// Applies a function to each combination of the alternatives of some values.
    Value expand(List<Value> values, Origin origin, Function<List<Value>, Value> function) {
        return new Expansion(origin, function).expand(values, 0, Guard.TRUE);
    }

    /// Makes a value of parts; where one of them fails, the whole does.
    Value whole(List<Value> parts, Failures failures, Origin origin, Function<List<Value>, Value> function) {
        for (Value part : parts) {
            if (failures.contains(part)) {
                return part;
            }
        }
        if (parts.stream().noneMatch(failures::mayFail)) {
            return function.apply(parts);
        }
        return expand(parts, origin,
                (chosen) -> chosen.stream()
                    .filter(failures::contains)
                    .findFirst()
                    .orElseGet(() -> function.apply(chosen)));
    }

    /// What is left of a value when a guard holds: alternatives that contradict it are
    /// left out at the top.
    Value under(Guard guard, Value value) {
        return guard == Guard.TRUE || !(value instanceof Value.Choice) ? value : map(value, guard, Function.identity());
    }

    /// Takes the choices inside lists and objects to the top.
    /// @return null when there are none, or too many
    @Nullable Value hoist(Value value) {
        List<Value> found = new ArrayList<>();
        return inner(value, found, new int[] { MAX_LOOKED_AT }) && !found.isEmpty() ? hoist(value, found) : null;
    }

    private Value hoist(Value value, List<Value> found) {
        return expand(found, value.origin(), (chosen) -> Rebuild.with(value, chosen));
    }

    private static boolean inner(Value value, List<Value> found, int[] left) {
        if (left[0]-- <= 0) {
            return false;
        }
        switch (value) {
            case Value.Choice choice -> {
                found.add(choice);
                return found.size() <= 6;
            }
            case Value.ListValue list -> {
                return list.items().stream().allMatch((item) -> inner(item, found, left));
            }
            case Value.ObjectValue object -> {
                return object.fields().stream().allMatch((field) -> inner(field.value(), found, left));
            }
            case Value.Concat concat -> {
                return concat.parts().stream().allMatch((part) -> inner(part, found, left));
            }
            case Value.Literal _, Value.Reference _, Value.Unknown _, Value.Absent _ -> {
                return true;
            }
        }
    }

    /// One call of [#expand].
    private final class Expansion {

        private final Origin origin;

        private final Function<List<Value>, Value> function;

        private int leaves;

        private Expansion(Origin origin, Function<List<Value>, Value> function) {
            this.origin = origin;
            this.function = function;
        }

        private Value expand(List<Value> values, int from, Guard context) {
            int index = from;
            while (index < values.size() && !(values.get(index) instanceof Value.Choice)) {
                index++;
            }
            if (index == values.size()) {
                this.leaves++;
                return this.function.apply(values);
            }
            if (this.leaves >= MAX_LEAVES || !Choices.this.budget.take(1 + values.size() / 8)) {
                return Values.outOfBudget(this.origin);
            }
            Value.Choice choice = (Value.Choice) values.get(index);
            GuardSpace space = Choices.this.guards;
            Guard with = space.and(context, choice.guard());
            Guard without = space.and(context, space.not(choice.guard()));
            if (with == Guard.FALSE) {
                return expand(with(values, index, choice.otherwise()), index, context);
            }
            if (without == Guard.FALSE) {
                return expand(with(values, index, choice.then()), index, context);
            }
            return choice(choice.guard(), expand(with(values, index, choice.then()), index, with),
                    expand(with(values, index, choice.otherwise()), index, without), this.origin);
        }

        private static List<Value> with(List<Value> values, int index, Value value) {
            List<Value> copy = new ArrayList<>(values);
            copy.set(index, value);
            return copy;
        }

    }

}
