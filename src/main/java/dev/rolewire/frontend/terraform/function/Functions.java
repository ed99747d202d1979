package dev.rolewire.frontend.terraform.function;

import java.util.List;

import dev.rolewire.model.Value;

/// The functions of Terraform and OpenTofu by name.
public final class Functions {

    private Functions() {
    }

    /// Whether the language has a function of that name. A name with a provider's
    /// namespace (`provider::aws::arn_parse`) always counts.
    public static boolean exists(String name) {
        return name.contains("::");
    }

    /// Calls a function.
    ///
    /// `try` and `can` are no functions in this sense: see [#firstOf] and [#succeeds].
    /// @param name its name, with or without `core::`
    /// @param arguments their values in order, an expanded last argument spread already
    /// @param context of the call
    /// @return what it yields; an unknown with the references of the arguments when they
    /// are not known well enough
    public static Outcome call(String name, List<Value> arguments, Context context) {
        return Outcome.of(Symbols.derived(name, arguments, context));
    }

    /// `try`: the first argument that does not fail.
    /// @param arguments what each yields, errors and all
    public static Outcome firstOf(List<Outcome> arguments, Context context) {
        for (Outcome argument : arguments) {
            if (argument.succeeds()) {
                return argument;
            }
        }
        return Outcome.of(Symbols.derived("try", arguments.stream().map(Outcome::value).toList(), context));
    }

    /// `can`: whether the argument does not fail.
    public static Outcome succeeds(Outcome argument, Context context) {
        return Outcome.of(new Value.Literal(Boolean.toString(argument.succeeds()), Value.Literal.Kind.BOOLEAN,
                context.origin(), null));
    }

}
