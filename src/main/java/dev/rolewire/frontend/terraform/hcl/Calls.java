package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.terraform.function.Context;
import dev.rolewire.frontend.terraform.function.FunctionError;
import dev.rolewire.frontend.terraform.function.Functions;
import dev.rolewire.frontend.terraform.function.Outcome;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Expression;

/// Function calls. `try` and `can` look at what fails; everything else is a function of the library.
final class Calls {

    private final Evaluation evaluation;

    private final Evaluator evaluator;

    Calls(Evaluation evaluation, Evaluator evaluator) {
        this.evaluation = evaluation;
        this.evaluator = evaluator;
    }

    Value call(Expression.Call call, Scope scope) {
        Origin origin = scope.origin(call.span());
        return switch (call.name().text()) {
            case "try", "core::try" -> firstOf(call, 0, scope, origin);
            case "can",
                    "core::can" ->
                call.arguments().size() != 1 ? fail("`can` takes one argument", origin)
                        : this.evaluation.choices()
                            .map(this.evaluator.evaluate(call.arguments().getFirst(), scope),
                                    (value) -> Values.bool(!this.evaluation.failures().contains(value), origin));
            case "basename" -> {
                String directory = this.evaluation.workingDirectory(call);
                yield directory == null ? function(call, scope, origin) : Values.string(directory, origin);
            }
            default -> function(call, scope, origin);
        };
    }

    private Value firstOf(Expression.Call call, int index, Scope scope, Origin origin) {
        if (index >= call.arguments().size()) {
            return fail("no argument of `try` succeeds", origin);
        }
        Value value = this.evaluator.evaluate(call.arguments().get(index), scope);
        if (!this.evaluation.failures().mayFail(value)) {
            return value;
        }
        Value next = firstOf(call, index + 1, scope, origin);
        return this.evaluation.choices().map(value, (each) -> this.evaluation.failures().contains(each) ? next : each);
    }

    private Value function(Expression.Call call, Scope scope, Origin origin) {
        List<Value> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(this.evaluator.evaluate(argument, scope));
        }
        return this.evaluation.choices()
            .whole(arguments, this.evaluation.failures(), origin,
                    (all) -> function(call, new ArrayList<>(all), scope, origin));
    }

    private Value function(Expression.Call call, List<Value> arguments, Scope scope, Origin origin) {
        if (!call.expanded() || arguments.isEmpty()) {
            return apply(call.name().text(), arguments, scope, origin);
        }
        Value last = arguments.removeLast();
        return this.evaluation.choices().map(last, (each) -> {
            Value known = this.evaluation.known(each);
            if (!(known instanceof Value.ListValue list)) {
                arguments.add(known);
                Value open = Values.unknown(arguments, call.name().text(), origin);
                arguments.removeLast();
                return open;
            }
            List<Value> all = new ArrayList<>(arguments);
            all.addAll(list.items());
            return apply(call.name().text(), all, scope, origin);
        });
    }

    /// Applies a function; when it is not known, once more to what the references in its
    /// arguments are known to be.
    private Value apply(String name, List<Value> arguments, Scope scope, Origin origin) {
        List<Value> shallow = arguments.stream().map(this::structure).toList();
        Value value = once(name, shallow, scope, origin);
        if (name.equals("slice") && value instanceof Value.Unknown) {
            return OpenSlice.of(shallow, value);
        }
        if (!isOpen(value)) {
            return value;
        }
        List<Value> deep = arguments.stream().map(this.evaluation::knownDeeply).toList();
        if (!changed(shallow, deep)) {
            return value;
        }
        Value better = once(name, deep, scope, origin);
        return isOpen(better) && !this.evaluation.failures().contains(value) ? value : better;
    }

    private static boolean changed(List<Value> before, List<Value> after) {
        for (int i = 0; i < before.size(); i++) {
            if (!Values.same(before.get(i), after.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(Value value) {
        return switch (value) {
            case Value.Unknown _ -> true;
            case Value.Choice choice -> isOpen(choice.then()) || isOpen(choice.otherwise());
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                false;
        };
    }

    /// A list or object that an attribute repeats, in place of the reference to it.
    private Value structure(Value value) {
        Value known = this.evaluation.known(value);
        boolean container = known instanceof Value.ListValue || known instanceof Value.ObjectValue;
        return container ? known : value;
    }

    private Value once(String name, List<Value> arguments, Scope scope, Origin origin) {
        Context context = new Context(origin, this.evaluation.guards(), scope.guard(), this.evaluation.functionBudget(),
                this.evaluation.files(), this.evaluation.renderer());
        Outcome outcome = Functions.call(name, arguments, context);
        Value value = outcome.value();
        for (FunctionError error : outcome.errors()) {
            Value failed = fail(error.message(), origin);
            value = this.evaluation.choices().choice(error.guard(), failed, value, origin);
        }
        return value;
    }

    private Value fail(String message, Origin origin) {
        return this.evaluation.failures().of(message, origin);
    }

}
