package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.terraform.function.Type;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Expression;
import org.jspecify.annotations.Nullable;

/// Reads the `type` of a variable: `map(object({ name = string, path = optional(string, "/") }))`.
final class TypeReader {

    private static final int MAX_DEPTH = 100;

    private final Evaluation evaluation;

    private final Scope scope;

    TypeReader(Evaluation evaluation, Scope scope) {
        this.evaluation = evaluation;
        this.scope = scope;
    }

    /// The type; any when it cannot be read.
    Type read(Expression expression) {
        return read(expression, 0);
    }

    private Type read(Expression expression, int depth) {
        if (depth > MAX_DEPTH) {
            return Type.ANY;
        }
        return switch (expression) {
            case Expression.Variable variable -> simple(variable.name());
            case Expression.Template template -> simple(String.valueOf(template.constant()));
            case Expression.Parentheses parentheses -> read(parentheses.inner(), depth + 1);
            case Expression.Call call -> constructed(call, depth);
            case Expression.NumberLiteral _, Expression.BooleanLiteral _, Expression.NullLiteral _, Expression.Tuple _,
                    Expression.ObjectLiteral _, Expression.For _, Expression.Conditional _, Expression.Binary _,
                    Expression.Unary _, Expression.Traversal _, Expression.Broken _ ->
                Type.ANY;
        };
    }

    private static Type simple(String name) {
        return switch (name) {
            case "string" -> Type.STRING;
            case "number" -> Type.NUMBER;
            case "bool" -> Type.BOOL;
            case "list" -> new Type.ListOf(Type.ANY);
            case "map" -> new Type.MapOf(Type.ANY);
            default -> Type.ANY;
        };
    }

    private Type constructed(Expression.Call call, int depth) {
        if (call.arguments().size() != 1) {
            return Type.ANY;
        }
        Expression argument = call.arguments().getFirst();
        return switch (call.name().text()) {
            case "list" -> new Type.ListOf(read(argument, depth + 1));
            case "set" -> new Type.SetOf(read(argument, depth + 1));
            case "map" -> new Type.MapOf(read(argument, depth + 1));
            case "tuple" -> argument instanceof Expression.Tuple tuple ? tuple(tuple, depth) : Type.ANY;
            case "object" -> argument instanceof Expression.ObjectLiteral object ? object(object, depth) : Type.ANY;
            default -> Type.ANY;
        };
    }

    private Type tuple(Expression.Tuple tuple, int depth) {
        List<Type> elements = new ArrayList<>();
        tuple.items().forEach((item) -> elements.add(read(item, depth + 1)));
        return new Type.TupleOf(elements);
    }

    private Type object(Expression.ObjectLiteral object, int depth) {
        SequencedMap<String, Type.Attribute> attributes = new LinkedHashMap<>();
        for (Expression.ObjectItem item : object.items()) {
            String name = item.key().constant();
            if (name == null) {
                return Type.ANY;
            }
            attributes.put(name, attribute(item.value(), depth));
        }
        return new Type.ObjectOf(attributes);
    }

    private Type.Attribute attribute(Expression value, int depth) {
        if (value instanceof Expression.Call call && call.name().text().equals("optional")
                && !call.arguments().isEmpty()) {
            Type type = read(call.arguments().getFirst(), depth + 1);
            Value byDefault = call.arguments().size() < 2 ? null : constant(call.arguments().get(1));
            return new Type.Attribute(type, true, byDefault);
        }
        return new Type.Attribute(read(value, depth + 1), false, null);
    }

    private @Nullable Value constant(Expression expression) {
        Value value = this.evaluation.evaluator().evaluate(expression, this.scope);
        return value instanceof Value.Absent ? null : value;
    }

}
