package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Operator;
import org.jspecify.annotations.Nullable;

/// The operators of the language, and what its other constructs do with values. Null is [Value.Absent].
public final class Operations {

    private Operations() {
    }

    /// One element of a collection.
    ///
    /// @param key its index in a list or tuple, its key in a map or object; in a set the
    /// value itself
    /// @param value what it holds
    public record Element(Value key, Value value) {

    }

    /// `left operator right`
    public static Outcome binary(Operator operator, Value left, Value right, Context context) {
        return summarised("Invalid operand", Evaluation.run(operator.symbol(), List.of(left, right), context,
                (known) -> Operators.binary(operator, left, right, known)));
    }

    /// A calculation with two known numbers.
    /// @return null for a division by zero, which has no result
    public static @Nullable BigDecimal arithmetic(Operator operator, BigDecimal left, BigDecimal right) {
        return operator == Operator.DIVIDE && right.signum() == 0 ? null : Operators.arithmetic(operator, left, right);
    }

    /// Whether a comparison holds.
    /// @param order of the left side to the right one, as of a comparator
    public static boolean compares(Operator operator, int order) {
        return Operators.compares(operator, order);
    }

    /// `!operand`, `-operand`
    public static Outcome unary(Operator operator, Value operand, Context context) {
        return summarised("Invalid operand", Evaluation.run(operator.symbol(), List.of(operand), context,
                (known) -> Operators.unary(operator, operand, known)));
    }

    /// `condition ? then : otherwise`. A condition that is a choice makes a choice of the
    /// result. Errors of a side that is not taken do not count.
    public static Outcome conditional(Value condition, Outcome then, Outcome otherwise, Context context) {
        List<Value> operands = List.of(condition, then.value(), otherwise.value());
        return summarised("Incorrect condition type", Evaluation.runOutcome("conditional", operands, context,
                (known) -> Operators.conditional(condition, then, otherwise, known)));
    }

    /// A template's value: the texts of its parts, one after the other.
    /// @param parts what its interpolations yield, and its literal texts; a template that
    /// is one interpolation alone is no template, but that value
    public static Outcome template(List<Value> parts, Context context) {
        return summarised("Invalid template interpolation value",
                Evaluation.run("template", parts, context, (known) -> TextParts.template(parts, known)));
    }

    /// `collection[key]`
    public static Outcome index(Value collection, Value key, Context context) {
        return summarised("Invalid index", Evaluation.run("index", List.of(collection, key), context,
                (known) -> Access.index(collection, key, known)));
    }

    /// `object.name`
    public static Outcome attribute(Value object, String name, Context context) {
        return summarised("Unsupported attribute",
                Evaluation.run(name, List.of(object), context, (known) -> Access.attribute(object, name, known)));
    }

    /// Goes through a collection, as `for`, `for_each` and `dynamic` do. Alternatives of
    /// the collection are gone through each by itself; what is not known at its top
    /// yields an unknown.
    /// @param collection a list, tuple, set, map or object; elements may be unknown
    /// @param body what to make of the elements, in Terraform's order; its context has
    /// the guard of the alternative
    public static Outcome forEach(Value collection, Context context, BiFunction<List<Element>, Context, Outcome> body) {
        return summarised("Iteration over non-iterable value", Evaluation.runOutcome("for", List.of(collection),
                context, (known) -> body.apply(Access.elements(collection, known), known.context())));
    }

    /// `value[*]` and `value.*`: null is no element, a single value one, a list, set or
    /// tuple as many as it has.
    /// @param each what follows the splat, applied to each element
    public static Outcome splat(Value value, Context context, Function<Value, Outcome> each) {
        return Evaluation.runOutcome("splat", List.of(value), context, (known) -> {
            Value at = known.decided(value);
            if (at instanceof Value.Absent) {
                return Outcome.of(known.list(List.of(), Value.ListValue.Kind.TUPLE));
            }
            if (at instanceof Value.Unknown || at instanceof Value.Reference) {
                throw Interruption.unknown();
            }
            List<Value> items = at instanceof Value.ListValue list ? list.items() : List.of(at);
            List<Value> results = new ArrayList<>();
            List<FunctionError> errors = new ArrayList<>();
            for (Value item : items) {
                Outcome outcome = each.apply(item);
                results.add(outcome.value());
                errors.addAll(outcome.errors());
            }
            Value.ListValue.Kind kind = at instanceof Value.ListValue list && list.kind() != Value.ListValue.Kind.TUPLE
                    ? Value.ListValue.Kind.LIST : Value.ListValue.Kind.TUPLE;
            return new Outcome(known.list(results, kind), errors);
        });
    }

    /// Converts a value to a type, as for a variable's `type`: optional attributes get
    /// their defaults, attributes that the type does not know are dropped.
    public static Outcome convert(Value value, Type type, Context context) {
        return summarised("Invalid value for input variable", Evaluation.run("conversion", List.of(value), context,
                (known) -> Conversion.convert(value, type, known, FunctionError.NO_ARGUMENT)));
    }

    private static Outcome summarised(String summary, Outcome outcome) {
        return outcome.succeeds() ? outcome
                : new Outcome(outcome.value(), outcome.errors()
                    .stream()
                    .map((error) -> new FunctionError(summary, error.message(), error.argument(), error.guard()))
                    .toList());
    }

}
