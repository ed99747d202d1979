package dev.rolewire.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/// Finds the cheapest way to make a guard true, by what each choice costs: the shortest path through the diagram.
final class WitnessSearch {

    private static final int COST_UNDECLARED = 1_000;

    private static final int COST_OPAQUE = 1_000_000;

    private static final int COST_IMPOSSIBLE = Integer.MAX_VALUE / 4;

    private final Map<Guard, Integer> costs = new HashMap<>();

    /// The cheapest way to make a guard true: defaults before declared values before
    /// others.
    /// @return empty when nothing makes it true, or when it is [Guard#EXHAUSTED]
    Optional<GuardSpace.Solution> solve(Guard guard) {
        if (guard == Guard.FALSE || guard == Guard.EXHAUSTED || cost(guard) >= COST_IMPOSSIBLE) {
            return Optional.empty();
        }
        SequencedMap<GuardVariable, String> assignment = new LinkedHashMap<>();
        Guard at = guard;
        while (!at.isTerminal()) {
            Option best = cheapest(at);
            if (best == null) {
                return Optional.empty();
            }
            if (at.variable().kind() != GuardSpace.Kind.OPAQUE) {
                assignment.putFirst(at.variable(), best.value());
            }
            at = best.next();
        }
        SequencedMap<String, String> named = new LinkedHashMap<>();
        assignment.forEach((variable, value) -> named.put(variable.name(), value));
        return Optional.of(new GuardSpace.Solution(named, cost(guard) < COST_UNDECLARED));
    }

    private int cost(Guard guard) {
        if (guard.isTerminal()) {
            return guard == Guard.TRUE ? 0 : COST_IMPOSSIBLE;
        }
        Integer known = this.costs.get(guard);
        if (known != null) {
            return known;
        }
        Option best = cheapest(guard);
        int cost = best == null ? COST_IMPOSSIBLE : Math.min(COST_IMPOSSIBLE, best.cost());
        this.costs.put(guard, cost);
        return cost;
    }

    private @Nullable Option cheapest(Guard guard) {
        GuardVariable variable = guard.variable();
        boolean any = mustBeGiven(variable) && anyValueWill(guard, variable);
        Option best = null;
        List<String> excluded = new ArrayList<>();
        Guard at = guard;
        while (!at.isTerminal() && at.variable() == variable) {
            String value = variable.values.get(at.value());
            best = better(best, value, any ? 1 : costOf(variable, value), at.whenEqual());
            excluded.add(value);
            at = at.otherwise();
        }
        String other = otherValue(variable, excluded);
        if (other != null) {
            best = better(best, other, any ? 1 : costOf(variable, other), at);
        }
        return best;
    }

    /// Whether a value must be given, and the document does not say which ones may be.
    private static boolean mustBeGiven(GuardVariable variable) {
        boolean given = variable.kind() == GuardSpace.Kind.PARAMETER || variable.kind() == GuardSpace.Kind.CONSTRAINED;
        return given && variable.defaultValue == null && !variable.closed;
    }

    /// Whether a guard can be made true whatever value a variable has, and all else in it
    /// is foreseen.
    private boolean anyValueWill(Guard guard, GuardVariable variable) {
        Guard at = guard;
        while (!at.isTerminal() && at.variable() == variable) {
            if (cost(at.whenEqual()) >= COST_UNDECLARED) {
                return false;
            }
            at = at.otherwise();
        }
        return cost(at) < COST_UNDECLARED;
    }

    private @Nullable Option better(@Nullable Option best, String value, int cost, Guard next) {
        int rest = cost(next);
        if (rest >= COST_IMPOSSIBLE) {
            return best;
        }
        // Hundreds of opaque conditions are dear, but never impossible.
        int total = Math.min(COST_IMPOSSIBLE - 1, cost + rest);
        if (best != null && best.cost() <= total) {
            return best;
        }
        return new Option(value, total, next);
    }

    private static @Nullable String otherValue(GuardVariable variable, List<String> excluded) {
        String preferred = variable.defaultValue;
        if (preferred != null && variable.admits(preferred) && !excluded.contains(preferred)) {
            return preferred;
        }
        for (String value : variable.values) {
            if (!excluded.contains(value)) {
                return value;
            }
        }
        if (variable.closed) {
            return null;
        }
        String made = "other";
        while (excluded.contains(made)) {
            made = "an" + made;
        }
        return made;
    }

    /// What it costs a witness to choose a value: nothing for the default, little for
    /// one that a user may well
    /// choose, much for one that the document does not speak of.
    private static int costOf(GuardVariable variable, String value) {
        if (variable.kind() == GuardSpace.Kind.OPAQUE) {
            return COST_OPAQUE;
        }
        if (value.equals(variable.defaultValue)) {
            return 0;
        }
        return variable.isDeclared(value) || variable.kind() == GuardSpace.Kind.ENVIRONMENT ? 1 : COST_UNDECLARED;
    }

    private record Option(String value, int cost, Guard next) {

    }

}
