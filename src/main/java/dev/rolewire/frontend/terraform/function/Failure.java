package dev.rolewire.frontend.terraform.function;

import dev.rolewire.model.Guard;

/// Ends a function or operation that Terraform refuses; becomes a [FunctionError] before it leaves the package.
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int argument;

    private Failure(String message, int argument) {
        super(message, null, false, false);
        this.argument = argument;
    }

    /// One argument is to blame.
    /// @param index its index
    /// @param message lower-case start, no full stop
    static Failure of(int index, String message) {
        return new Failure(message, index);
    }

    /// The call as a whole fails.
    /// @param message lower-case start, no full stop
    static Failure of(String message) {
        return new Failure(message, FunctionError.NO_ARGUMENT);
    }

    /// Whether one argument is to blame.
    boolean isOfArgument() {
        return this.argument != FunctionError.NO_ARGUMENT;
    }

    /// What Terraform says.
    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    FunctionError error(Guard guard) {
        String summary = this.argument == FunctionError.NO_ARGUMENT ? "Error in function call"
                : "Invalid function argument";
        return new FunctionError(summary, text(), this.argument, guard);
    }

}
