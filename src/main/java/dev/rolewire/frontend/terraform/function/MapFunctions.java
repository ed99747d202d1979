package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.ObjectValue;
import dev.rolewire.model.Value.ObjectValue.Kind;

/// Functions of maps and objects.
final class MapFunctions {

    private MapFunctions() {
    }

    static void addTo(Library library) {
        library.add("keys", 1, (arguments, known) -> {
            ObjectValue object = object(arguments.getFirst(), 0, "must have map or object type", known);
            return known.list(Fields.sorted(object).stream().map((field) -> known.text(field.key())).toList(),
                    sequenceKind(object));
        });
        library.add("values", 1, (arguments, known) -> {
            ObjectValue object = object(arguments.getFirst(), FunctionError.NO_ARGUMENT,
                    "values() requires a map as the first argument", known);
            return known.list(Fields.sorted(object).stream().map(Value.Field::value).toList(), sequenceKind(object));
        });
        library.add("lookup", 2, Library.ANY, MapFunctions::lookup);
        library.add("merge", 0, Library.ANY, MapFunctions::merge);
        library.add("zipmap", 2, MapFunctions::zipmap);
        library.add("transpose", 1, MapFunctions::transpose);
    }

    private static ObjectValue object(Value value, int index, String message, Known known) {
        Value at = known.shape(value);
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (at instanceof ObjectValue object) {
            known.take(object.fields().size());
            return object;
        }
        throw Failure.of(index, message);
    }

    private static ListValue.Kind sequenceKind(ObjectValue object) {
        return object.kind() == Kind.MAP ? ListValue.Kind.LIST : ListValue.Kind.TUPLE;
    }

    private static Value lookup(List<Value> arguments, Known known) {
        if (arguments.size() > 3) {
            throw Failure.of("lookup() takes two or three arguments, got " + arguments.size());
        }
        ObjectValue object = object(arguments.getFirst(), 0, "lookup() requires a map as the first argument", known);
        String key = known.text(arguments.get(1), 1);
        Value found = object.get(key);
        boolean map = object.kind() == Kind.MAP;
        if (arguments.size() < 3) {
            if (found == null) {
                throw map ? Failure.of("lookup failed to find key " + GoText.quoted(key))
                        : Failure.of(0, "the given object has no attribute " + GoText.quoted(key));
            }
            return found;
        }
        if (!map) {
            return found != null ? found : arguments.get(2);
        }
        Type element = Types.element(Types.of(object));
        Value otherwise;
        try {
            otherwise = Conversion.convert(arguments.get(2), element, known, 2);
        }
        catch (Failure failure) {
            throw Failure.of(2, "the default value must have the same type as the map elements");
        }
        return found != null ? found : otherwise;
    }

    private static Value merge(List<Value> arguments, Known known) {
        List<Value.Field> fields = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        boolean maps = !arguments.isEmpty();
        for (Value argument : arguments) {
            Value at = known.shape(argument);
            if (at instanceof Value.Absent) {
                continue;
            }
            if (!(at instanceof ObjectValue object)) {
                throw Failure.of("arguments must be maps or objects, got " + GoText.quoted(Types.name(Types.of(at))));
            }
            known.take(object.fields().size());
            fields.addAll(object.fields());
            Limits.checkItems(fields.size());
            maps &= object.kind() == Kind.MAP;
            types.add(Types.of(object));
        }
        boolean same = maps && !types.isEmpty()
                && types.stream().filter((type) -> !(Types.element(type) instanceof Type.Any)).distinct().count() <= 1;
        return known.object(Fields.sorted(fields), same ? Kind.MAP : Kind.OBJECT);
    }

    private static Value zipmap(List<Value> arguments, Known known) {
        List<Value> keys = ListFunctions.list(arguments.getFirst(), Type.STRING, 0, known).items();
        Value at = known.shape(arguments.get(1));
        if (at instanceof Value.Absent) {
            throw Failure.of(1, "argument must not be null");
        }
        if (!(at instanceof ListValue values) || values.kind() == ListValue.Kind.SET) {
            throw Failure.of("values argument must be a list or tuple value");
        }
        keys.forEach((key) -> known.textOrNull(key, 0));
        if (keys.stream().anyMatch((key) -> !Symbols.isKnown(known.decided(key)))) {
            throw Interruption.unknown();
        }
        if (keys.size() != values.items().size()) {
            throw Failure.of("number of keys (%s) does not match number of values (%s)".formatted(keys.size(),
                    values.items().size()));
        }
        List<Value.Field> fields = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (known.shape(keys.get(i)) instanceof Value.Absent) {
                throw Failure.of("keys list has null value at index " + i);
            }
            fields.add(known.field(known.text(keys.get(i), 0), values.items().get(i)));
        }
        return known.object(Fields.sorted(fields), values.kind() == ListValue.Kind.LIST ? Kind.MAP : Kind.OBJECT);
    }

    private static Value transpose(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        ObjectValue map = (ObjectValue) Conversion.convert(at, new Type.MapOf(new Type.ListOf(Type.STRING)), known, 0);
        Map<String, List<String>> transposed = new TreeMap<>(CodePoints.ORDER);
        for (Value.Field field : map.fields()) {
            if (known.shape(field.value()) instanceof Value.Absent) {
                throw Failure.of(0, "cannot use null list for [%s]".formatted(GoText.quoted(field.key())));
            }
            for (Value item : known.items(field.value(), 0)) {
                if (known.shape(item) instanceof Value.Absent) {
                    throw Failure.of(0, "cannot use null string for [%s]".formatted(GoText.quoted(field.key())));
                }
                transposed.computeIfAbsent(known.text(item, 0), (key) -> new ArrayList<>()).add(field.key());
            }
        }
        List<Value.Field> fields = new ArrayList<>();
        transposed.forEach((key, keys) -> fields.add(known.field(key, known.texts(keys))));
        return known.object(fields, Kind.MAP);
    }

}
