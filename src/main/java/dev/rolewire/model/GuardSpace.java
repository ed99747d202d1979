package dev.rolewire.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The free choices of one document and the guards over them.
///
/// A guard is an ordered, reduced decision diagram whose nodes ask `variable = value`. The values of one variable
/// exclude each other, which the diagram knows: below `v = a` no other value of `v` is asked. So contradictions
/// (`Env = prod` and `Env = dev`) are [Guard#FALSE] by construction, and no assignment is ever enumerated. The later a
/// variable is declared the nearer it is to the root: results are the same in every run, and a condition made of an
/// earlier one and a later parameter has the diagram of the earlier one as a part of its own, so that long chains of
/// conditions stay small together. Every step is counted; beyond the
/// budget the result is [Guard#EXHAUSTED]. (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986.)
///
/// A space belongs to one analysis and is not safe for use by several threads.
public final class GuardSpace {

    /// Enough for templates with hundreds of conditions, and bounded to some tens of
    /// megabytes.
    public static final int DEFAULT_BUDGET = 400_000;

    /// The longest path of a guard. Guards are combined recursively, so this bounds the
    /// stack; real templates stay far
    /// below it.
    private static final int MAX_HEIGHT = 1_500;

    private final Map<String, GuardVariable> variables = new LinkedHashMap<>();

    private final Map<NodeKey, Guard> nodes = new HashMap<>();

    private final Map<PairKey, Guard> conjunctions = new HashMap<>();

    private final Map<Guard, Guard> negations = new HashMap<>();

    private final Map<GuardVariable, Reason> doubts = new HashMap<>();

    private final WitnessSearch witnesses = new WitnessSearch();

    private int budget;

    public GuardSpace() {
        this(DEFAULT_BUDGET);
    }

    /// Makes a space.
    /// @param budget how many steps all combinations of its guards may take together
    public GuardSpace(int budget) {
        this.budget = budget;
    }

    /// What a variable stands for.
    public enum Kind {

        /// A parameter or variable of the document.
        PARAMETER,
        /// A parameter whose values are bound by more than a list of allowed ones (a
        /// pattern, a length, a type of AWS):
        /// no value but the declared ones is sure to be accepted.
        CONSTRAINED,
        /// A property of the place of deployment: region, account, partition.
        ENVIRONMENT,
        /// A condition that cannot be evaluated, taken as a yes or no of its own.
        OPAQUE

    }

    /// A way to make a guard true.
    ///
    /// @param assignment the values that it takes, by variable; variables that do not
    /// matter are left out
    /// @param certain whether the assignment only uses defaults, declared values and
    /// places
    /// of deployment, and of a parameter that must be given a value takes one where any
    /// other would do as well: then what happens under the guard can happen to a user who
    /// does nothing unforeseen
    public record Solution(SequencedMap<String, String> assignment, boolean certain) {

    }

    /// Declares a variable; a second declaration of the same name returns the first.
    /// @param name its name, for the witness
    /// @param kind what it stands for
    /// @param declaredValues the values that the document declares
    /// @param closed whether it can take no other value
    /// @param defaultValue the value it takes when nothing is given, or null
    public GuardVariable declare(String name, Kind kind, List<String> declaredValues, boolean closed,
            @Nullable String defaultValue) {
        return this.variables.computeIfAbsent(name, (key) -> new GuardVariable(this.variables.size(), name, kind,
                declaredValues, closed && !declaredValues.isEmpty(), defaultValue));
    }

    /// The guard that a variable has a value.
    public Guard equal(GuardVariable variable, String value) {
        int index = variable.positions.getOrDefault(value, -1);
        if (index < 0) {
            if (variable.closed) {
                return Guard.FALSE;
            }
            variable.values.add(value);
            index = variable.values.size() - 1;
            variable.positions.put(value, index);
        }
        if (variable.closed && index == variable.values.size() - 1) {
            Guard none = Guard.TRUE;
            for (int i = index - 1; i >= 0; i--) {
                none = node(variable, i, Guard.FALSE, none);
            }
            return none;
        }
        return node(variable, index, Guard.TRUE, Guard.FALSE);
    }

    /// A yes or no that depends on parameters in a way that cannot be evaluated; the same
    /// text is the same choice.
    public Guard opaque(String text) {
        return opaque(text, Reason.PARAMETER);
    }

    /// A yes or no that cannot be evaluated; the same text is the same choice.
    /// @param reason why it cannot be
    public Guard opaque(String text, Reason reason) {
        GuardVariable variable = declare(text, Kind.OPAQUE, List.of("true"), false, null);
        this.doubts.putIfAbsent(variable, reason);
        return equal(variable, "true");
    }

    /// Why it cannot be known whether a guard holds: the reason of a choice in it that
    /// cannot be evaluated, else that the
    /// values of parameters are open.
    public Reason doubtOf(Guard guard) {
        if (guard == Guard.EXHAUSTED) {
            return Reason.BUDGET;
        }
        Set<Guard> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Guard> open = new ArrayDeque<>(List.of(guard));
        while (!open.isEmpty()) {
            Guard at = open.pop();
            if (at.isTerminal() || !seen.add(at)) {
                continue;
            }
            Reason reason = this.doubts.get(at.variable());
            if (reason != null) {
                return reason;
            }
            open.push(at.otherwise());
            open.push(at.whenEqual());
        }
        return Reason.PARAMETER;
    }

    public Guard and(Guard left, Guard right) {
        if (left == Guard.FALSE || right == Guard.FALSE) {
            return Guard.FALSE;
        }
        if (left == Guard.TRUE || left == right) {
            return right;
        }
        if (right == Guard.TRUE) {
            return left;
        }
        if (left == Guard.EXHAUSTED || right == Guard.EXHAUSTED || this.budget-- <= 0) {
            return Guard.EXHAUSTED;
        }
        PairKey key = new PairKey(left, right);
        Guard known = this.conjunctions.get(key);
        if (known != null) {
            return known;
        }
        Guard top = isBefore(right, left) ? right : left;
        GuardVariable variable = top.variable();
        int value = top.value();
        Guard result = node(variable, value,
                and(restrictEqual(left, variable, value), restrictEqual(right, variable, value)),
                and(restrictOther(left, variable, value), restrictOther(right, variable, value)));
        this.conjunctions.put(key, result);
        return result;
    }

    public Guard or(Guard left, Guard right) {
        return not(and(not(left), not(right)));
    }

    public Guard not(Guard guard) {
        if (guard == Guard.TRUE) {
            return Guard.FALSE;
        }
        if (guard == Guard.FALSE) {
            return Guard.TRUE;
        }
        if (guard == Guard.EXHAUSTED) {
            return guard;
        }
        Guard known = this.negations.get(guard);
        if (known != null) {
            return known;
        }
        if (this.budget-- <= 0) {
            return Guard.EXHAUSTED;
        }
        Guard result = node(guard.variable(), guard.value(), not(guard.whenEqual()), not(guard.otherwise()));
        this.negations.put(guard, result);
        return result;
    }

    /// The cheapest way to make a guard true: defaults before declared values before
    /// others.
    /// @return empty when nothing makes it true, or when it is [Guard#EXHAUSTED]
    public Optional<Solution> solve(Guard guard) {
        return this.witnesses.solve(guard);
    }

    private Guard node(GuardVariable variable, int value, Guard whenEqual, Guard otherwise) {
        if (whenEqual == Guard.EXHAUSTED || otherwise == Guard.EXHAUSTED) {
            return Guard.EXHAUSTED;
        }
        // A value that leads where all unasked values lead need not be asked: without
        // this, `v != a and v = b` and `v = b` would be two guards.
        if (whenEqual == unasked(otherwise, variable)) {
            return otherwise;
        }
        if (Math.max(whenEqual.height(), otherwise.height()) >= MAX_HEIGHT) {
            return Guard.EXHAUSTED;
        }
        return this.nodes.computeIfAbsent(new NodeKey(variable.index, value, whenEqual, otherwise),
                (key) -> new Guard(variable, value, whenEqual, otherwise));
    }

    /// What is left of a guard when a variable has none of the values it asks for.
    private static Guard unasked(Guard guard, GuardVariable variable) {
        Guard at = guard;
        while (!at.isTerminal() && at.variable() == variable) {
            at = at.otherwise();
        }
        return at;
    }

    /// What is left of a guard when a variable has a value.
    private static Guard restrictEqual(Guard guard, GuardVariable variable, int value) {
        Guard at = guard;
        while (!at.isTerminal() && at.variable() == variable) {
            if (at.value() == value) {
                return at.whenEqual();
            }
            at = at.otherwise();
        }
        return at;
    }

    /// What is left of a guard when a variable does not have a value, all values before
    /// that one being excluded already.
    private static Guard restrictOther(Guard guard, GuardVariable variable, int value) {
        return !guard.isTerminal() && guard.variable() == variable && guard.value() == value ? guard.otherwise()
                : guard;
    }

    private static boolean isBefore(Guard left, Guard right) {
        int order = Integer.compare(right.variable().index, left.variable().index);
        return order != 0 ? order < 0 : left.value() < right.value();
    }

    private record NodeKey(int variable, int value, Guard whenEqual, Guard otherwise) {

    }

    private record PairKey(Guard left, Guard right) {

    }

}
