package dev.rolewire.frontend.terraform.function;

import dev.rolewire.model.Value;

/// Evaluates the templates of `templatefile` and `templatestring`; the evaluator of the language gives it.
public interface Templates {

    /// Templates are not evaluated: each is unknown.
    Templates NONE = (path, text, variables, context) -> Outcome
        .of(Symbols.derived("templatefile", java.util.List.of(variables), context));

    /// Evaluates a template.
    /// @param path the file's path as the configuration gives it; empty for
    /// `templatestring`
    /// @param text the template
    /// @param variables the only names that the template knows
    /// @param context of the call
    Outcome render(String path, String text, Value.ObjectValue variables, Context context);

}
