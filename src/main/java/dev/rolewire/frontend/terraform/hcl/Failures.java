package dev.rolewire.frontend.terraform.hcl;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// Values whose evaluation fails: `[][0]`, an attribute that an object does not have. Terraform stops there, unless
/// `try` or `can` stands around it. They are unknown values that are told by their identity.
final class Failures {

    private final Set<Value> failed = Collections.newSetFromMap(new IdentityHashMap<>());

    /// A value that fails.
    /// @param message why, for people
    Value of(String message, Origin origin) {
        Value value = Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, message, origin);
        this.failed.add(value);
        return value;
    }

    /// Whether a value fails in some case.
    boolean mayFail(Value value) {
        return value instanceof Value.Choice choice ? mayFail(choice.then()) || mayFail(choice.otherwise())
                : contains(value);
    }

    boolean contains(Value value) {
        return value instanceof Value.Unknown && this.failed.contains(value);
    }

}
