package dev.rolewire.frontend.terraform.function;

import dev.rolewire.model.Guard;
import org.jspecify.annotations.Nullable;

/// Ends a function or operation that needs to know more than it does; never leaves the package.
final class Interruption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why.
    enum Kind {

        /// A value that must be known is not.
        UNKNOWN,
        /// A value that must be known is a choice: the guard decides.
        CHOICE,
        /// The budget is used up.
        BUDGET

    }

    private final Kind kind;

    private final transient @Nullable Guard guard;

    private Interruption(Kind kind, @Nullable Guard guard) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.guard = guard;
    }

    static Interruption unknown() {
        return new Interruption(Kind.UNKNOWN, null);
    }

    static Interruption choice(Guard guard) {
        return new Interruption(Kind.CHOICE, guard);
    }

    static Interruption outOfBudget() {
        return new Interruption(Kind.BUDGET, null);
    }

    Kind kind() {
        return this.kind;
    }

    Guard guard() {
        return this.guard == null ? Guard.EXHAUSTED : this.guard;
    }

}
