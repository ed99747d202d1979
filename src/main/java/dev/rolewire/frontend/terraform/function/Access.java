package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.terraform.function.Operations.Element;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// What collections hold.
final class Access {

    private Access() {
    }

    static Value index(Value collection, Value key, Known known) {
        Value at = known.shape(collection);
        return switch (at) {
            case Value.ListValue list when list.kind() == Value.ListValue.Kind.SET -> throw Failure.of(0,
                    "elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set");
            case Value.ListValue list -> item(list, key, known);
            case Value.ObjectValue object -> {
                Value field = object.get(known.text(key, 1));
                if (field == null) {
                    throw Failure.of(1, "the given key does not identify an element in this collection value");
                }
                yield field;
            }
            case Value.Absent _ -> throw Failure.of(0, "this value is null, so it does not have any indices");
            case Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ ->
                throw Failure.of(0, "this value does not have any indices");
        };
    }

    private static Value item(Value.ListValue list, Value key, Known known) {
        BigDecimal number = known.number(key, 1);
        if (!Numbers.isInteger(number)) {
            throw Failure.of(1,
                    "the given key does not identify an element in this collection value: indexing a sequence requires a whole number, but the given index has a fractional part");
        }
        if (number.signum() < 0) {
            throw Failure.of(1,
                    "the given key does not identify an element in this collection value: a negative number is not a valid index for a sequence");
        }
        Integer index = Numbers.toInt(number);
        if (index == null || index >= list.items().size()) {
            throw Failure.of(1, list.items().isEmpty()
                    ? "the given key does not identify an element in this collection value: the collection has no elements"
                    : "the given key does not identify an element in this collection value: the given index is greater than or equal to the length of the collection");
        }
        return list.items().get(index);
    }

    static Value attribute(Value value, String name, Known known) {
        Value at = known.shape(value);
        if (at instanceof Value.ObjectValue object) {
            Value field = object.get(name);
            if (field == null) {
                throw Failure.of(0,
                        object.kind() == Value.ObjectValue.Kind.MAP
                                ? "this map does not have an element with the key " + GoText.quoted(name)
                                : "this object does not have an attribute named " + GoText.quoted(name));
            }
            return field;
        }
        throw Failure.of(0, at instanceof Value.Absent ? "this value is null, so it does not have any attributes"
                : "this value does not have any attributes");
    }

    /// The elements of any collection, in Terraform's order.
    static List<Element> elements(Value collection, Known known) {
        List<Element> found = elementsOrNull(known.shape(collection), known);
        if (found == null) {
            throw Failure.of(0,
                    known.shape(collection) instanceof Value.Absent
                            ? "a null value cannot be used as the collection in a 'for' expression"
                            : "a value of type %s cannot be used as the collection in a 'for' expression"
                                .formatted(Types.name(Types.of(collection))));
        }
        known.take(found.size());
        return found;
    }

    private static @Nullable List<Element> elementsOrNull(Value at, Known known) {
        List<Element> elements = new ArrayList<>();
        switch (at) {
            case Value.ListValue list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    Value item = list.items().get(i);
                    boolean set = list.kind() == Value.ListValue.Kind.SET;
                    elements.add(new Element(set ? item : known.number(i), item));
                }
            }
            case Value.ObjectValue object -> {
                for (Value.Field field : Fields.sorted(object)) {
                    Literal key = new Literal(field.key(), Literal.Kind.STRING, field.keyOrigin(), null);
                    elements.add(new Element(key, field.value()));
                }
            }
            case Literal _, Value.Absent _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ -> {
                return null;
            }
        }
        return elements;
    }

}
