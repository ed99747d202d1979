package dev.rolewire.frontend.terraform.hcl;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// Booleans as guards, and comparisons of what is not known.
final class Conditions {

    private final GuardSpace guards;

    Conditions(GuardSpace guards) {
        this.guards = guards;
    }

    /// When a boolean is true.
    /// @param text what names the condition when it cannot be evaluated; the same text is
    /// the same condition
    Guard whenTrue(Value value, String text) {
        return switch (value) {
            case Value.Choice choice -> this.guards.or(this.guards.and(choice.guard(), whenTrue(choice.then(), text)),
                    this.guards.and(this.guards.not(choice.guard()), whenTrue(choice.otherwise(), text)));
            case Value.Literal _ -> {
                Boolean known = Values.bool(value);
                yield known == null ? this.guards.opaque(text) : known ? Guard.TRUE : Guard.FALSE;
            }
            case Value.Unknown unknown when unknown.reason() == Reason.BUDGET -> Guard.EXHAUSTED;
            case Value.Unknown unknown when isParameter(unknown) ->
                this.guards.equal(parameter(unknown.detail()), "true");
            case Value.Reference reference -> this.guards.opaque(reference.address() + "." + reference.attribute());
            case Value.Unknown _, Value.Concat _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ ->
                this.guards.opaque(text);
        };
    }

    /// Whether an unknown is a variable of the root by itself: `var.x`, or a part of it,
    /// `var.x.y`.
    static boolean isParameter(Value.Unknown unknown) {
        String detail = unknown.detail();
        if (unknown.reason() != Reason.PARAMETER || detail.isEmpty() || !unknown.operands().isEmpty()) {
            return false;
        }
        return detail.chars()
            .allMatch((c) -> c == '_' || c == '-' || c == '.' || c == '[' || c == ']' || c == '"'
                    || Character.isLetterOrDigit(c));
    }

    /// A variable whose value is not given.
    GuardVariable parameter(String name) {
        return this.guards.declare(name, GuardSpace.Kind.PARAMETER, List.of(), false, null);
    }

    /// Whether two values are equal: a boolean, a choice when a variable decides, else
    /// unknown.
    Value equal(Value left, Value right, Origin origin) {
        if (left instanceof Value.Unknown unknown && isParameter(unknown) && right instanceof Value.Literal literal) {
            return choice(this.guards.equal(parameter(unknown.detail()), literal.text()), origin);
        }
        if (right instanceof Value.Unknown unknown && isParameter(unknown) && left instanceof Value.Literal literal) {
            return choice(this.guards.equal(parameter(unknown.detail()), literal.text()), origin);
        }
        return Values.unknown(List.of(left, right), "a comparison", origin);
    }

    Value choice(Guard guard, Origin origin) {
        if (guard == Guard.TRUE || guard == Guard.FALSE) {
            return Values.bool(guard == Guard.TRUE, origin);
        }
        if (guard == Guard.EXHAUSTED) {
            return Values.outOfBudget(origin);
        }
        return new Value.Choice(guard, Values.bool(true, origin), Values.bool(false, origin), origin);
    }

}
