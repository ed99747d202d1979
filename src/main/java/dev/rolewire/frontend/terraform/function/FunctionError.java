package dev.rolewire.frontend.terraform.function;

import dev.rolewire.model.Guard;

/// Terraform refuses a call or an operation.
///
/// @param summary the headline of Terraform's diagnostic: `Invalid function argument`
/// @param message its detail, in Terraform's words
/// @param argument the index of the argument or operand that is to blame, or -1
/// @param guard when it happens
public record FunctionError(String summary, String message, int argument, Guard guard) {

    /// The argument index of an error that no single argument is to blame for.
    public static final int NO_ARGUMENT = -1;

    /// The same error under a narrower guard.
    FunctionError under(Guard narrower) {
        return new FunctionError(this.summary, this.message, this.argument, narrower);
    }

}
