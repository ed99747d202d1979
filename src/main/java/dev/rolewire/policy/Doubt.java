package dev.rolewire.policy;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Why something is not sure.
///
/// @param reason the reason for reports
/// @param origin the part that is not known
record Doubt(Reason reason, Origin origin) {

    /// The doubt about what only IAM can answer when the role is assumed: the context of
    /// a condition, how far a
    /// wildcard reaches, what it makes of a policy that is not of its grammar.
    static Doubt untilAssumed(Origin origin) {
        return new Doubt(Reason.KNOWN_AFTER_APPLY, origin);
    }

    /// The doubt about a value whose text is not fully known.
    static Doubt about(Value value) {
        Reason reason = reasonOf(value);
        return reason == null ? untilAssumed(value.origin()) : new Doubt(reason, value.origin());
    }

    /// Why a value is not known, or null when it is.
    static @Nullable Reason reasonOf(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> unknown.reason();
            case Value.Reference _ -> Reason.KNOWN_AFTER_APPLY;
            case Value.Concat concat -> reasonOf(concat);
            case Value.Choice choice -> {
                Reason reason = reasonOf(choice.then());
                yield reason == null ? reasonOf(choice.otherwise()) : reason;
            }
            case Value.Literal _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ -> null;
        };
    }

    private static Reason reasonOf(Value.Concat concat) {
        for (Value part : concat.parts()) {
            Reason reason = part instanceof Value.Reference ? null : reasonOf(part);
            if (reason != null) {
                return reason;
            }
        }
        return Reason.KNOWN_AFTER_APPLY;
    }

}
