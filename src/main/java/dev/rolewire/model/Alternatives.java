package dev.rolewire.model;

import java.util.ArrayList;
import java.util.List;

/// Spreads a value into those that it can have, each with its guard.
public final class Alternatives {

    /// More than any real slot has; beyond it the rest is unknown for want of budget.
    private static final int MAX = 256;

    private final GuardSpace guards;

    private final List<Alternative> found = new ArrayList<>();

    private Alternatives(GuardSpace guards) {
        this.guards = guards;
    }

    /// One of the values.
    ///
    /// @param guard when; never [Guard#FALSE]
    /// @param value a value without choices at its top, a concatenation without choices
    /// in its parts
    public record Alternative(Guard guard, Value value) {

    }

    /// The values that a value can have, in source order.
    /// @param guards the space of its guards
    /// @param guard when the value holds at all
    public static List<Alternative> of(GuardSpace guards, Guard guard, Value value) {
        boolean plain = !(value instanceof Value.Choice) && !(value instanceof Value.Concat);
        if (plain && guard != Guard.FALSE && guard != Guard.EXHAUSTED) {
            return List.of(new Alternative(guard, value));
        }
        Alternatives alternatives = new Alternatives(guards);
        alternatives.spread(guard, value);
        return alternatives.found;
    }

    private void spread(Guard guard, Value value) {
        if (guard == Guard.FALSE || this.found.size() > MAX) {
            return;
        }
        if (this.found.size() == MAX || guard == Guard.EXHAUSTED) {
            this.found.add(new Alternative(Guard.TRUE, exhausted(value.origin())));
            return;
        }
        switch (value) {
            case Value.Choice choice -> {
                spread(this.guards.and(guard, choice.guard()), choice.then());
                spread(this.guards.and(guard, this.guards.not(choice.guard())), choice.otherwise());
            }
            case Value.Concat concat -> spreadConcat(guard, concat);
            case Value.Literal _, Value.Reference _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                this.found.add(new Alternative(guard, value));
        }
    }

    private void spreadConcat(Guard guard, Value.Concat concat) {
        List<Alternative> prefixes = new ArrayList<>();
        prefixes.add(new Alternative(guard, Value.Literal.of("", concat.origin())));
        for (Value part : concat.parts()) {
            List<Alternative> longer = new ArrayList<>();
            for (Alternative prefix : prefixes) {
                for (Alternative choice : of(this.guards, prefix.guard(), part)) {
                    longer.add(new Alternative(choice.guard(), append(prefix.value(), choice.value(), concat)));
                }
            }
            prefixes = longer;
            if (prefixes.size() > MAX) {
                this.found.add(new Alternative(guard, exhausted(concat.origin())));
                return;
            }
        }
        this.found.addAll(prefixes);
    }

    private static Value append(Value prefix, Value part, Value.Concat whole) {
        if (part instanceof Value.Absent) {
            return prefix;
        }
        List<Value> parts = new ArrayList<>(prefix instanceof Value.Concat concat ? concat.parts() : List.of(prefix));
        Value last = parts.getLast();
        if (last instanceof Value.Literal left && part instanceof Value.Literal right) {
            parts.set(parts.size() - 1, Value.Literal.of(left.text() + right.text(), left.origin()));
        }
        else if (last instanceof Value.Literal left && left.text().isEmpty()) {
            parts.set(parts.size() - 1, part);
        }
        else {
            parts.add(part);
        }
        if (parts.size() == 1 && parts.getFirst() instanceof Value.Literal only) {
            return Value.Literal.of(only.text(), whole.origin());
        }
        return parts.size() == 1 ? parts.getFirst() : new Value.Concat(parts, whole.origin(), whole.document());
    }

    private static Value exhausted(Origin origin) {
        return Value.Unknown.of(Reason.BUDGET, "too many alternatives", origin);
    }

}
