package dev.rolewire.model;

import org.jspecify.annotations.Nullable;

/// A condition over the free choices of a document, as a node of a decision diagram.
///
/// Guards are made and combined by one [GuardSpace]; equal guards of one space are the same object.
public final class Guard {

    /// Always.
    public static final Guard TRUE = new Guard(null, 0, null, null);

    /// Never.
    public static final Guard FALSE = new Guard(null, 0, null, null);

    /// Not known, because the budget of the space was used up. Every combination with it
    /// is again this, unless the
    /// other side alone decides.
    public static final Guard EXHAUSTED = new Guard(null, 0, null, null);

    private final @Nullable GuardVariable variable;

    private final int value;

    private final @Nullable Guard whenEqual;

    private final @Nullable Guard otherwise;

    private final int height;

    Guard(@Nullable GuardVariable variable, int value, @Nullable Guard whenEqual, @Nullable Guard otherwise) {
        this.variable = variable;
        this.value = value;
        this.whenEqual = whenEqual;
        this.otherwise = otherwise;
        int below = Math.max(whenEqual == null ? 0 : whenEqual.height, otherwise == null ? 0 : otherwise.height);
        this.height = variable == null ? 0 : below + 1;
    }

    /// The length of the longest path to a terminal.
    int height() {
        return this.height;
    }

    boolean isTerminal() {
        return this.variable == null;
    }

    GuardVariable variable() {
        if (this.variable == null) {
            throw new IllegalStateException("a terminal has no variable");
        }
        return this.variable;
    }

    /// The index of the value that this node compares its variable with.
    int value() {
        return this.value;
    }

    Guard whenEqual() {
        return this.whenEqual == null ? this : this.whenEqual;
    }

    Guard otherwise() {
        return this.otherwise == null ? this : this.otherwise;
    }

    @Override
    public String toString() {
        if (this == TRUE) {
            return "true";
        }
        if (this == FALSE) {
            return "false";
        }
        if (this == EXHAUSTED) {
            return "exhausted";
        }
        return "(" + variable().name() + "=" + variable().values().get(this.value) + " ? " + whenEqual() + " : "
                + otherwise() + ")";
    }

}
