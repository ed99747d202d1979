package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.terraform.function.Type.Attribute;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The types of values, and the one type that several can have together.
final class Types {

    private Types() {
    }

    /// The type of a value; any type for null and for what is not known.
    static Type of(Value value) {
        return switch (value) {
            case Value.Literal literal -> switch (literal.kind()) {
                case STRING -> Type.STRING;
                case NUMBER -> Type.NUMBER;
                case BOOLEAN -> Type.BOOL;
            };
            case Value.Concat _ -> Type.STRING;
            case Value.Reference _, Value.Unknown _, Value.Absent _ -> Type.ANY;
            case Value.Choice choice -> {
                Type then = of(choice.then());
                Type otherwise = of(choice.otherwise());
                yield then.equals(otherwise) || otherwise instanceof Type.Any ? then
                        : then instanceof Type.Any ? otherwise : Type.ANY;
            }
            case Value.ListValue list -> switch (list.kind()) {
                case TUPLE -> new Type.TupleOf(list.items().stream().map(Types::of).toList());
                case LIST -> new Type.ListOf(common(list.items()));
                case SET -> new Type.SetOf(common(list.items()));
            };
            case Value.ObjectValue object -> switch (object.kind()) {
                case MAP -> new Type.MapOf(common(Symbols.values(object)));
                case OBJECT -> {
                    SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
                    object.fields()
                        .stream()
                        .sorted(Comparator.comparing(Value.Field::key, CodePoints.ORDER))
                        .forEach((field) -> attributes.put(field.key(), Attribute.required(of(field.value()))));
                    yield new Type.ObjectOf(attributes);
                }
            };
        };
    }

    private static Type common(List<Value> values) {
        Type common = unify(values.stream().map(Types::of).toList());
        return common == null ? Type.ANY : common;
    }

    /// The type in Terraform's words.
    static String name(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> switch (primitive) {
                case STRING -> "string";
                case NUMBER -> "number";
                case BOOL -> "bool";
            };
            case Type.Any _ -> "dynamic";
            case Type.ListOf(Type element) -> "list of " + name(element);
            case Type.SetOf(Type element) -> "set of " + name(element);
            case Type.MapOf(Type element) -> "map of " + name(element);
            case Type.TupleOf _ -> "tuple";
            case Type.ObjectOf _ -> "object";
        };
    }

    /// The type in Terraform's words, where any type is meant as a constraint.
    static String constraintName(Type type) {
        return switch (type) {
            case Type.Any _ -> "any type";
            case Type.ListOf(Type element) -> "list of " + elementName(element);
            case Type.SetOf(Type element) -> "set of " + elementName(element);
            case Type.MapOf(Type element) -> "map of " + elementName(element);
            case Type.Primitive _, Type.TupleOf _, Type.ObjectOf _ -> name(type);
        };
    }

    private static String elementName(Type element) {
        return element instanceof Type.Any ? "any single type" : constraintName(element);
    }

    /// The one type that values of all these types convert to without loss, or null when
    /// there is none. What has any type takes part in every type.
    static @Nullable Type unify(List<Type> types) {
        List<Type> known = new ArrayList<>();
        for (Type type : types) {
            if (!(type instanceof Type.Any) && !known.contains(type)) {
                known.add(type);
            }
        }
        if (known.size() <= 1) {
            return known.isEmpty() ? Type.ANY : known.getFirst();
        }
        if (known.stream().allMatch(Type.Primitive.class::isInstance)) {
            return known.contains(Type.STRING) ? Type.STRING : null;
        }
        if (known.stream().allMatch(Types::isKeyed)) {
            return unifyKeyed(known);
        }
        return known.stream().allMatch(Types::isSequence) ? unifySequences(known) : null;
    }

    private static boolean isKeyed(Type type) {
        return type instanceof Type.MapOf || type instanceof Type.ObjectOf;
    }

    private static boolean isSequence(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.TupleOf;
    }

    private static @Nullable Type unifyKeyed(List<Type> types) {
        List<Type> elements = new ArrayList<>();
        boolean objects = true;
        for (Type type : types) {
            if (type instanceof Type.ObjectOf(var attributes)) {
                attributes.values().forEach((attribute) -> elements.add(attribute.type()));
            }
            else if (type instanceof Type.MapOf(Type element)) {
                elements.add(element);
                objects = false;
            }
        }
        if (objects && haveSameAttributes(types)) {
            return unifyObjects(types);
        }
        Type element = unify(elements);
        return element == null ? null : new Type.MapOf(element);
    }

    private static boolean haveSameAttributes(List<Type> types) {
        return types.stream().map((type) -> ((Type.ObjectOf) type).attributes().keySet()).distinct().count() == 1;
    }

    private static @Nullable Type unifyObjects(List<Type> types) {
        SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
        for (String name : ((Type.ObjectOf) types.getFirst()).attributes().keySet()) {
            Type type = unify(types.stream().map((each) -> attribute(each, name)).toList());
            if (type == null) {
                return null;
            }
            attributes.put(name, Attribute.required(type));
        }
        return new Type.ObjectOf(attributes);
    }

    private static Type attribute(Type object, String name) {
        Attribute attribute = ((Type.ObjectOf) object).attributes().get(name);
        return attribute == null ? Type.ANY : attribute.type();
    }

    private static @Nullable Type unifySequences(List<Type> types) {
        if (types.stream().allMatch(Type.TupleOf.class::isInstance)
                && types.stream().map((type) -> ((Type.TupleOf) type).elements().size()).distinct().count() == 1) {
            return unifyTuples(types);
        }
        List<Type> elements = new ArrayList<>();
        for (Type type : types) {
            if (type instanceof Type.TupleOf(var items)) {
                elements.addAll(items);
            }
            else {
                elements.add(element(type));
            }
        }
        Type element = unify(elements);
        if (element == null) {
            return null;
        }
        return types.stream().allMatch(Type.SetOf.class::isInstance) ? new Type.SetOf(element)
                : new Type.ListOf(element);
    }

    private static @Nullable Type unifyTuples(List<Type> types) {
        List<Type> elements = new ArrayList<>();
        for (int i = 0; i < ((Type.TupleOf) types.getFirst()).elements().size(); i++) {
            int index = i;
            Type element = unify(types.stream().map((type) -> ((Type.TupleOf) type).elements().get(index)).toList());
            if (element == null) {
                return null;
            }
            elements.add(element);
        }
        return new Type.TupleOf(elements);
    }

    /// The type of the elements of a list, set or map.
    static Type element(Type collection) {
        return switch (collection) {
            case Type.ListOf(Type element) -> element;
            case Type.SetOf(Type element) -> element;
            case Type.MapOf(Type element) -> element;
            case Type.Primitive _, Type.Any _, Type.TupleOf _, Type.ObjectOf _ -> Type.ANY;
        };
    }

}
