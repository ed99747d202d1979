package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// When two values are equal texts, as `Fn::Equals` asks.
final class Comparison {

    private final GuardSpace guards;

    private final Budget budget;

    private final Alternatives alternatives;

    private final Deployment deployment;

    private final PseudoParameters pseudoParameters;

    Comparison(Deployment deployment, Alternatives alternatives, PseudoParameters pseudoParameters) {
        this.guards = deployment.guards();
        this.budget = deployment.budget();
        this.alternatives = alternatives;
        this.deployment = deployment;
        this.pseudoParameters = pseudoParameters;
    }

    /// The guard under which two values are equal.
    /// @param key names the comparison where it cannot be evaluated and its sides cannot
    /// be named
    Guard equal(Value left, Value right, String key) {
        return compare(spread(left), spread(right), key);
    }

    /// Brings the alternatives inside a text to the outside.
    Value spread(Value value) {
        return this.alternatives.map(value, value.origin(), (each) -> {
            if (each instanceof Value.Concat concat
                    && concat.parts().stream().anyMatch(Value.Choice.class::isInstance)) {
                return this.alternatives.expand(concat.parts(), Value.Choice.class::isInstance, concat.origin(),
                        (parts) -> text(parts, concat));
            }
            return each;
        });
    }

    private static Value text(List<Value> parts, Value.Concat whole) {
        List<Value> merged = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Value part : parts) {
            if (part instanceof Value.Literal literal) {
                run.append(literal.text());
            }
            else {
                if (!run.isEmpty()) {
                    merged.add(Value.Literal.of(run.toString(), whole.origin()));
                    run.setLength(0);
                }
                merged.add(part);
            }
        }
        if (!run.isEmpty() || merged.isEmpty()) {
            merged.add(Value.Literal.of(run.toString(), whole.origin()));
        }
        return merged.size() == 1 ? merged.getFirst() : new Value.Concat(merged, whole.origin(), null);
    }

    private Guard compare(Value left, Value right, String key) {
        if (!this.budget.take(1)) {
            return Guard.EXHAUSTED;
        }
        if (left instanceof Value.Choice(var guard, var then, var otherwise, var _)) {
            return either(guard, compare(then, right, key), compare(otherwise, right, key));
        }
        if (right instanceof Value.Choice) {
            return compare(right, left, key);
        }
        return left instanceof Value.Literal ? compareLeaf(right, left, key) : compareLeaf(left, right, key);
    }

    private Guard either(Guard guard, Guard then, Guard otherwise) {
        return this.guards.or(this.guards.and(guard, then), this.guards.and(this.guards.not(guard), otherwise));
    }

    private Guard compareLeaf(Value left, Value right, String key) {
        Guard decided = right instanceof Value.Literal literal ? compareText(left, normal(literal), key)
                : compareSame(left, right);
        return decided != null ? decided : this.guards.opaque(opaqueKey(left, right, key), doubt(left, right));
    }

    private @Nullable Guard compareText(Value value, String text, String key) {
        return switch (value) {
            case Value.Literal literal -> decided(normal(literal).equals(text));
            case Value.Unknown(var reason, var name, var _, var _, var _) when reason == Reason.PARAMETER ->
                equal(this.deployment.variable(name), text);
            case Value.Reference(var name, var _, var _) when PseudoParameters.claims(name) ->
                equal(this.pseudoParameters.variable(name), text);
            case Value.Concat(var parts, var _, var _) -> compareParts(parts, text, key);
            case Value.Unknown _, Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                null;
        };
    }

    private @Nullable Guard equal(@Nullable GuardVariable variable, String text) {
        return variable == null ? null : this.guards.equal(variable, text);
    }

    /// Compares a text of several parts, known ones at its ends, with a literal.
    private @Nullable Guard compareParts(List<Value> parts, String text, String key) {
        if (text.isEmpty()) {
            Guard all = Guard.TRUE;
            for (Value part : parts) {
                all = this.guards.and(all,
                        compare(part, Value.Literal.of("", part.origin()), key + " " + Values.describe(part)));
            }
            return all;
        }
        String prefix = parts.getFirst() instanceof Value.Literal literal ? literal.text() : "";
        String suffix = parts.getLast() instanceof Value.Literal literal ? literal.text() : "";
        if (text.length() < prefix.length() + suffix.length() || !text.startsWith(prefix) || !text.endsWith(suffix)) {
            return Guard.FALSE;
        }
        List<Value> unknown = parts.stream().filter((part) -> !(part instanceof Value.Literal)).toList();
        if (unknown.size() != 1) {
            return null;
        }
        String middle = text.substring(prefix.length(), text.length() - suffix.length());
        return compareText(unknown.getFirst(), middle, key);
    }

    private static @Nullable Guard compareSame(Value left, Value right) {
        if (left instanceof Value.ListValue(var lefts, var _, var _)
                && right instanceof Value.ListValue(var rights, var _, var _)) {
            boolean literals = lefts.stream().allMatch(Value.Literal.class::isInstance)
                    && rights.stream().allMatch(Value.Literal.class::isInstance);
            return literals ? decided(
                    lefts.stream().map(Values::text).toList().equals(rights.stream().map(Values::text).toList()))
                    : null;
        }
        boolean same = left.getClass() == right.getClass() && Values.isDescribable(left) && Values.isDescribable(right)
                && Values.describe(left).equals(Values.describe(right));
        return same ? Guard.TRUE : null;
    }

    private static Guard decided(boolean answer) {
        return answer ? Guard.TRUE : Guard.FALSE;
    }

    /// Why two values cannot be compared: what is unknown in them, else that they depend
    /// on
    /// parameters.
    private static Reason doubt(Value left, Value right) {
        for (Value side : List.of(left, right)) {
            for (Value part : side instanceof Value.Concat concat ? concat.parts() : List.of(side)) {
                if (part instanceof Value.Unknown unknown) {
                    return unknown.reason();
                }
            }
        }
        return Reason.PARAMETER;
    }

    private static String normal(Value.Literal literal) {
        return literal.kind() == Value.Literal.Kind.BOOLEAN ? literal.text().toLowerCase(Locale.ROOT) : literal.text();
    }

    private static String opaqueKey(Value left, Value right, String key) {
        if (!Values.isDescribable(left) || !Values.isDescribable(right)) {
            return key;
        }
        String first = Values.describe(left);
        String second = Values.describe(right);
        return first.compareTo(second) <= 0 ? first + " = " + second : second + " = " + first;
    }

}
