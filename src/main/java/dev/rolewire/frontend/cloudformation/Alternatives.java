package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// Functions of values that have alternatives: the alternatives are multiplied out under their guards, contradictory
/// ones left out, every step counted.
final class Alternatives {

    private static final int MAX_LEAVES = 512;

    private final GuardSpace guards;

    private final Budget budget;

    Alternatives(GuardSpace guards, Budget budget) {
        this.guards = guards;
        this.budget = budget;
    }

    /// A choice, or the one side that can happen.
    Value choice(Guard guard, Value then, Value otherwise, Origin origin) {
        if (guard == Guard.TRUE) {
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
    Value map(Value value, Origin origin, Function<Value, Value> function) {
        if (!(value instanceof Value.Choice(var guard, var then, var otherwise, var _))) {
            return function.apply(value);
        }
        if (!this.budget.take(1)) {
            return Values.outOfBudget(origin);
        }
        return choice(guard, map(then, origin, function), map(otherwise, origin, function), origin);
    }

    /// Applies a function to each alternative of a value that can happen, with the guard
    /// under which it does.
    /// @param context when the value is asked for at all
    Value mapUnder(Value value, Guard context, Origin origin, BiFunction<Value, Guard, Value> function) {
        if (!(value instanceof Value.Choice(var guard, var then, var otherwise, var _))) {
            return function.apply(value, context);
        }
        if (!this.budget.take(1)) {
            return Values.outOfBudget(origin);
        }
        Guard with = this.guards.and(context, guard);
        Guard without = this.guards.and(context, this.guards.not(guard));
        if (with == Guard.FALSE) {
            return mapUnder(otherwise, context, origin, function);
        }
        if (without == Guard.FALSE) {
            return mapUnder(then, context, origin, function);
        }
        return choice(guard, mapUnder(then, with, origin, function), mapUnder(otherwise, without, origin, function),
                origin);
    }

    /// Applies a function to each combination of the alternatives of some items.
    /// @param apart which items are taken apart; an absent item is left out, a list put
    /// in
    /// its place
    Value expand(List<Value> items, Predicate<Value> apart, Origin origin, Function<List<Value>, Value> function) {
        return new Expansion(apart, origin, function).expand(items, 0, Guard.TRUE);
    }

    /// One call of [#expand].
    private final class Expansion {

        private final Predicate<Value> apart;

        private final Origin origin;

        private final Function<List<Value>, Value> function;

        private int leaves;

        private Expansion(Predicate<Value> apart, Origin origin, Function<List<Value>, Value> function) {
            this.apart = apart;
            this.origin = origin;
            this.function = function;
        }

        private Value expand(List<Value> items, int from, Guard context) {
            int index = from;
            while (index < items.size() && !this.apart.test(items.get(index))) {
                index++;
            }
            if (index == items.size()) {
                this.leaves++;
                return this.function.apply(items);
            }
            if (this.leaves >= MAX_LEAVES || !Alternatives.this.budget.take(1 + items.size() / 8)) {
                return Values.outOfBudget(this.origin);
            }
            if (!(items.get(index) instanceof Value.Choice(var guard, var then, var otherwise, var _))) {
                List<Value> replaced = Values.replaced(items, index, items.get(index));
                return expand(replaced, index + Math.max(0, replaced.size() - items.size() + 1), context);
            }
            GuardSpace space = Alternatives.this.guards;
            Guard with = space.and(context, guard);
            Guard without = space.and(context, space.not(guard));
            if (with == Guard.FALSE) {
                return expand(with(items, index, otherwise), index, context);
            }
            if (without == Guard.FALSE) {
                return expand(with(items, index, then), index, context);
            }
            return choice(guard, expand(with(items, index, then), index, with),
                    expand(with(items, index, otherwise), index, without), this.origin);
        }

        private static List<Value> with(List<Value> items, int index, Value item) {
            Value[] copy = items.toArray(new Value[0]);
            copy[index] = item;
            return List.of(copy);
        }

    }

}
