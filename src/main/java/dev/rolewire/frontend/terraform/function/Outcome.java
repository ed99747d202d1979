package dev.rolewire.frontend.terraform.function;

import java.util.List;

import dev.rolewire.model.Value;

/// What an expression yields.
///
/// @param value the value; where it fails, an unknown
/// @param errors what Terraform refuses, each under its guard; none when all is well
public record Outcome(Value value, List<FunctionError> errors) {

    public static Outcome of(Value value) {
        return new Outcome(value, List.of());
    }

    /// Whether it yields a value in every case.
    public boolean succeeds() {
        return this.errors.isEmpty();
    }

}
