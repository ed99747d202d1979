package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// The alternatives of a value, each under its guard.
final class Alternatives {

    /// How many texts one concatenation with choices inside is expanded to; beyond it a
    /// choice counts as a part that is not known.
    private static final int MAX_TEXTS = 64;

    private final GuardSpace guards;

    private final List<Leaf> leaves = new ArrayList<>();

    private Alternatives(GuardSpace guards) {
        this.guards = guards;
    }

    /// One alternative.
    ///
    /// @param guard when it holds
    /// @param value what holds then; never a choice
    record Leaf(Guard guard, Value value) {

    }

    /// Splits a value at its choices. Alternatives that cannot happen are left out;
    /// absence is an alternative like any other.
    static List<Leaf> of(Value value, GuardSpace guards) {
        Alternatives alternatives = new Alternatives(guards);
        alternatives.add(value, Guard.TRUE);
        return alternatives.leaves;
    }

    private void add(Value value, Guard guard) {
        if (guard == Guard.FALSE) {
            return;
        }
        switch (value) {
            case Value.Choice choice -> addBoth(choice.guard(), choice.then(), choice.otherwise(), guard);
            case Value.Concat concat -> addConcat(concat, guard);
            case Value.Literal _, Value.Reference _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                this.leaves.add(new Leaf(guard, value));
        }
    }

    private void addBoth(Guard condition, Value then, Value otherwise, Guard guard) {
        add(then, this.guards.and(guard, condition));
        add(otherwise, this.guards.and(guard, this.guards.not(condition)));
    }

    private void addConcat(Value.Concat concat, Guard guard) {
        for (int i = 0; i < concat.parts().size(); i++) {
            if (concat.parts().get(i) instanceof Value.Choice choice && this.leaves.size() < MAX_TEXTS) {
                addBoth(choice.guard(), with(concat, i, choice.then()), with(concat, i, choice.otherwise()), guard);
                return;
            }
        }
        this.leaves.add(new Leaf(guard, concat));
    }

    private static Value with(Value.Concat concat, int index, Value part) {
        List<Value> parts = new ArrayList<>(concat.parts());
        parts.remove(index);
        if (part instanceof Value.Concat inner) {
            parts.addAll(index, inner.parts());
        }
        else if (!(part instanceof Value.Absent)) {
            parts.add(index, part);
        }
        return new Value.Concat(List.copyOf(parts), concat.origin(), null);
    }

}
