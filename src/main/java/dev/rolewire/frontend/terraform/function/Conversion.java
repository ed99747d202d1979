package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.terraform.function.Type.Attribute;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// Converts values to types. What is not known passes as it is; alternatives are converted each by itself.
final class Conversion {

    private final Known known;

    private final int argument;

    private Conversion(Known known, int argument) {
        this.known = known;
        this.argument = argument;
    }

    /// Converts a value; what cannot be converted fails as an argument.
    static Value convert(Value value, Type type, Known known, int argument) {
        return new Conversion(known, argument).to(value, type);
    }

    private Value to(Value value, Type type) {
        this.known.take(1);
        if (value instanceof Value.Choice choice) {
            return alternatives(choice, type);
        }
        if (value instanceof Value.Absent || value instanceof Value.Reference || value instanceof Value.Unknown) {
            return value;
        }
        return switch (type) {
            case Type.Any _ -> value;
            case Type.Primitive primitive -> primitive(value, primitive);
            case Type.ListOf(Type element) -> sequence(value, element, Value.ListValue.Kind.LIST, type);
            case Type.SetOf(Type element) -> sequence(value, element, Value.ListValue.Kind.SET, type);
            case Type.MapOf(Type element) -> map(value, element, type);
            case Type.TupleOf(var elements) -> tuple(value, elements, type);
            case Type.ObjectOf(var attributes) -> object(value, attributes, type);
        };
    }

    private Value alternatives(Value.Choice choice, Type type) {
        Context context = this.known.context();
        Guard with = context.guards().and(context.guard(), choice.guard());
        Guard without = context.guards().and(context.guard(), context.guards().not(choice.guard()));
        if (with == Guard.FALSE) {
            return to(choice.otherwise(), type);
        }
        if (without == Guard.FALSE) {
            return to(choice.then(), type);
        }
        Value then = under(with, choice.then(), type);
        Value otherwise = under(without, choice.otherwise(), type);
        return new Value.Choice(choice.guard(), then, otherwise, choice.origin());
    }

    private Value under(Guard guard, Value value, Type type) {
        Known narrower = this.known.under(guard);
        try {
            return new Conversion(narrower, this.argument).to(value, type);
        }
        catch (Failure failure) {
            narrower.fail(failure);
            return Symbols.derived("conversion", List.of(value), narrower.context());
        }
    }

    private Value primitive(Value value, Type.Primitive type) {
        if (value instanceof Value.Concat && type == Type.Primitive.STRING) {
            return value;
        }
        if (value instanceof Value.Concat) {
            return Symbols.derived("conversion", List.of(value), this.known.context());
        }
        if (!(value instanceof Literal literal)) {
            throw mismatch(value, type);
        }
        return switch (type) {
            case STRING -> literal.kind() == Literal.Kind.STRING ? literal
                    : new Literal(Known.scalarText(literal), Literal.Kind.STRING, literal.origin(), null);
            case NUMBER -> number(literal);
            case BOOL -> bool(literal);
        };
    }

    private Value number(Literal literal) {
        BigDecimal number = literal.kind() == Literal.Kind.BOOLEAN ? null : Numbers.parse(literal.text());
        if (number == null) {
            throw literal.kind() == Literal.Kind.STRING ? Failure.of(this.argument, "a number is required")
                    : mismatch(literal, Type.NUMBER);
        }
        return new Literal(Numbers.text(number), Literal.Kind.NUMBER, literal.origin(), null);
    }

    private Value bool(Literal literal) {
        if (literal.kind() == Literal.Kind.NUMBER) {
            throw mismatch(literal, Type.BOOL);
        }
        String text = switch (literal.text()) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> throw Failure.of(this.argument, switch (literal.text()) {
                case "True", "TRUE" -> "a bool is required; to convert from string, use lowercase \"true\"";
                case "False", "FALSE" -> "a bool is required; to convert from string, use lowercase \"false\"";
                default -> "a bool is required";
            });
        };
        return new Literal(text, Literal.Kind.BOOLEAN, literal.origin(), null);
    }

    private Value sequence(Value value, Type element, Value.ListValue.Kind kind, Type type) {
        if (!(value instanceof Value.ListValue list)) {
            throw mismatch(value, type);
        }
        Type of = elementType(list.items(), element, value, type);
        List<Value> items = new ArrayList<>();
        for (Value item : list.items()) {
            items.add(to(item, of));
        }
        return new Value.ListValue(
                kind == Value.ListValue.Kind.SET ? List.copyOf(Sets.items(items, this.known)) : List.copyOf(items),
                kind, list.origin());
    }

    private Type elementType(List<Value> items, Type element, Value value, Type type) {
        if (!(element instanceof Type.Any)) {
            return element;
        }
        Type common = Types.unify(items.stream().map(Types::of).toList());
        if (common == null) {
            throw mismatch(value, type);
        }
        return common;
    }

    private Value map(Value value, Type element, Type type) {
        if (!(value instanceof ObjectValue object)) {
            throw mismatch(value, type);
        }
        Type of = elementType(Symbols.values(object), element, value, type);
        List<Value.Field> fields = new ArrayList<>();
        for (Value.Field field : Fields.sorted(object)) {
            fields.add(new Value.Field(field.key(), field.keyOrigin(), to(field.value(), of)));
        }
        return new ObjectValue(List.copyOf(fields), ObjectValue.Kind.MAP, object.origin());
    }

    private Value tuple(Value value, List<Type> elements, Type type) {
        if (!(value instanceof Value.ListValue list) || list.items().size() != elements.size()) {
            throw mismatch(value, type);
        }
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            items.add(to(list.items().get(i), elements.get(i)));
        }
        return new Value.ListValue(List.copyOf(items), Value.ListValue.Kind.TUPLE, list.origin());
    }

    private Value object(Value value, Map<String, Attribute> attributes, Type type) {
        if (!(value instanceof ObjectValue object)) {
            throw mismatch(value, type);
        }
        List<Value.Field> fields = new ArrayList<>();
        List<String> names = attributes.keySet().stream().sorted(CodePoints.ORDER).toList();
        for (String name : names) {
            Attribute attribute = attributes.get(name);
            Value.@Nullable Field field = object.field(name);
            if (attribute == null || field == null && !attribute.optional()) {
                throw mismatch(value, type);
            }
            fields.add(new Value.Field(name, field == null ? object.origin() : field.keyOrigin(),
                    attribute(field, attribute, object)));
        }
        return new ObjectValue(List.copyOf(fields), ObjectValue.Kind.OBJECT, object.origin());
    }

    private Value attribute(Value.@Nullable Field field, Attribute attribute, ObjectValue object) {
        Value given = field == null ? new Value.Absent(object.origin()) : field.value();
        Value defaultValue = attribute.defaultValue();
        return to(attribute.optional() && defaultValue != null ? withDefault(given, defaultValue) : given,
                attribute.type());
    }

    private static Value withDefault(Value given, Value defaultValue) {
        return switch (given) {
            case Value.Absent _ -> defaultValue;
            case Value.Choice(var guard, var then, var otherwise, var origin) ->
                new Value.Choice(guard, withDefault(then, defaultValue), withDefault(otherwise, defaultValue), origin);
            case Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, ObjectValue _, Value.Unknown _ ->
                given;
        };
    }

    private Failure mismatch(Value value, Type type) {
        return Failure.of(this.argument, Mismatch.message(Types.of(value), type));
    }

    static Comparator<Value.Field> byKey() {
        return Comparator.comparing(Value.Field::key, CodePoints.ORDER);
    }

}
