package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;

/// Runs functions and operations that need known values over values that are symbolic: what meets a choice is run once
/// for each side under its guard, what meets an unknown is unknown, what Terraform refuses becomes an error.
final class Evaluation {

    private static final int MAX_LEAVES = 256;

    private static final int MAX_DEPTH = 64;

    private final String name;

    private final List<Value> operands;

    private final Function<Known, Outcome> body;

    private final List<FunctionError> errors = new ArrayList<>();

    private int leaves;

    private Evaluation(String name, List<Value> operands, Function<Known, Outcome> body) {
        this.name = name;
        this.operands = operands;
        this.body = body;
    }

    /// Runs a function.
    /// @param name its name, for people
    /// @param operands what it is computed from
    /// @param body the function
    static Outcome run(String name, List<Value> operands, Context context, Function<Known, Value> body) {
        return runOutcome(name, operands, context, (known) -> Outcome.of(body.apply(known)));
    }

    /// Runs a function that may itself yield errors.
    static Outcome runOutcome(String name, List<Value> operands, Context context, Function<Known, Outcome> body) {
        Evaluation evaluation = new Evaluation(name, operands, body);
        Value value = evaluation.value(context, 0);
        return new Outcome(value, List.copyOf(evaluation.errors));
    }

    private Value value(Context context, int depth) {
        if (!context.budget().take(1 + this.operands.size())) {
            return Symbols.outOfBudget(context);
        }
        try {
            Outcome outcome = this.body.apply(new Known(context, this.errors));
            this.errors.addAll(outcome.errors());
            return outcome.value();
        }
        catch (Failure failure) {
            this.errors.add(failure.error(context.guard()));
            return Symbols.derived(this.name, this.operands, context);
        }
        catch (Interruption interruption) {
            return switch (interruption.kind()) {
                case UNKNOWN -> Symbols.derived(this.name, this.operands, context);
                case BUDGET -> Symbols.outOfBudget(context);
                case CHOICE -> either(interruption.guard(), context, depth);
            };
        }
    }

    private Value either(Guard guard, Context context, int depth) {
        this.leaves++;
        Guard with = context.guards().and(context.guard(), guard);
        Guard without = context.guards().and(context.guard(), context.guards().not(guard));
        if (this.leaves > MAX_LEAVES || depth > MAX_DEPTH || with == Guard.EXHAUSTED || without == Guard.EXHAUSTED) {
            return Symbols.outOfBudget(context);
        }
        Value then = value(context.under(with), depth + 1);
        Value otherwise = value(context.under(without), depth + 1);
        return new Value.Choice(guard, then, otherwise, context.origin());
    }

}
