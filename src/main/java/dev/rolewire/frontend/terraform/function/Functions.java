package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// The functions of Terraform and OpenTofu by name.
public final class Functions {

    private Functions() {
    }

    /// Whether the language has a function of that name. A name with a provider's
    /// namespace (`provider::aws::arn_parse`) always counts.
    public static boolean exists(String name) {
        return name.equals("try") || name.equals("can") || name.startsWith("provider::") || Library.find(name) != null;
    }

    /// The names of all functions that [#call] knows, sorted.
    public static List<String> names() {
        return Library.names();
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
        Library.Definition definition = Library.find(name);
        if (definition == null) {
            return unknownFunction(name, arguments, context);
        }
        if (arguments.size() < definition.least() || arguments.size() > definition.most()) {
            boolean few = arguments.size() < definition.least();
            FunctionError error = new FunctionError(
                    few ? "Not enough function arguments" : "Too many function arguments",
                    few ? "function %s expects %s argument(s)".formatted(GoText.quoted(name), definition.least())
                            : "function %s expects only %s argument(s)".formatted(GoText.quoted(name),
                                    definition.most()),
                    few ? FunctionError.NO_ARGUMENT : definition.most(), context.guard());
            return new Outcome(Symbols.derived(name, arguments, context), List.of(error));
        }
        return Evaluation.run(name, arguments, context, (known) -> definition.implementation().apply(arguments, known));
    }

    private static Outcome unknownFunction(String name, List<Value> arguments, Context context) {
        if (name.startsWith("provider::")) {
            return Outcome.of(new Value.Unknown(Reason.DATA_SOURCE, "function of a provider: " + name,
                    Symbols.operands(arguments), context.origin()));
        }
        FunctionError error = new FunctionError("Call to unknown function",
                "there is no function named " + GoText.quoted(name), FunctionError.NO_ARGUMENT, context.guard());
        return new Outcome(Symbols.derived(name, arguments, context), List.of(error));
    }

    /// `try`: the first argument that does not fail. Where an argument fails in some
    /// cases only, the next one takes its place in those.
    /// @param arguments what each yields, errors and all
    public static Outcome firstOf(List<Outcome> arguments, Context context) {
        return firstOf(arguments, 0, context);
    }

    private static Outcome firstOf(List<Outcome> arguments, int from, Context context) {
        if (from >= arguments.size()) {
            return new Outcome(Symbols.derived("try", arguments.stream().map(Outcome::value).toList(), context),
                    List.of(new FunctionError("Error in function call", "no expression succeeded",
                            FunctionError.NO_ARGUMENT, context.guard())));
        }
        Outcome argument = arguments.get(from);
        Guard failing = failing(argument, context);
        if (failing == Guard.FALSE) {
            return Outcome.of(argument.value());
        }
        if (context.guards().and(context.guard(), context.guards().not(failing)) == Guard.FALSE) {
            return firstOf(arguments, from + 1, context);
        }
        if (failing == Guard.EXHAUSTED) {
            return Outcome.of(Symbols.outOfBudget(context));
        }
        Outcome rest = firstOf(arguments, from + 1, context.under(failing));
        return new Outcome(new Value.Choice(failing, rest.value(), argument.value(), context.origin()), rest.errors());
    }

    /// `can`: whether the argument does not fail.
    public static Outcome succeeds(Outcome argument, Context context) {
        Guard failing = failing(argument, context);
        List<Value> sides = new ArrayList<>();
        for (String side : List.of("false", "true")) {
            sides.add(new Value.Literal(side, Value.Literal.Kind.BOOLEAN, context.origin(), null));
        }
        if (failing == Guard.FALSE) {
            return Outcome.of(sides.getLast());
        }
        if (context.guards().and(context.guard(), context.guards().not(failing)) == Guard.FALSE) {
            return Outcome.of(sides.getFirst());
        }
        return Outcome.of(failing == Guard.EXHAUSTED ? Symbols.outOfBudget(context)
                : new Value.Choice(failing, sides.getFirst(), sides.getLast(), context.origin()));
    }

    /// When an argument fails.
    private static Guard failing(Outcome argument, Context context) {
        Guard failing = Guard.FALSE;
        for (FunctionError error : argument.errors()) {
            failing = context.guards().or(failing, error.guard());
        }
        return context.guards().and(context.guard(), failing);
    }

}
