package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.ListValue.Kind;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// Functions that make lists of lists. Items are passed on as they are, known or not.
final class ListFunctions {

    private ListFunctions() {
    }

    static void addTo(Library library) {
        library.add("concat", 0, Library.ANY, ListFunctions::concat);
        library.add("flatten", 1, (arguments, known) -> {
            List<Value> items = new ArrayList<>();
            Value at = known.shape(arguments.getFirst());
            if (at instanceof Value.Absent) {
                throw Failure.of(0, "argument must not be null");
            }
            if (!(at instanceof ListValue)) {
                known.whole(at);
                throw Failure.of("can only flatten lists, sets and tuples");
            }
            flatten(at, items, known);
            return known.list(items, Kind.TUPLE);
        });
        library.add("compact", 1, ListFunctions::compact);
        library.add("chunklist", 2, ListFunctions::chunklist);
        library.add("slice", 3, ListFunctions::slice);
        library.add("reverse", 1, (arguments, known) -> {
            ListValue list = sequence(arguments.getFirst(), 0, known);
            return known.list(list.items().reversed(), list.kind() == Kind.TUPLE ? Kind.TUPLE : Kind.LIST);
        });
        library.add("sort", 1, ListFunctions::sort);
        library.add("distinct", 1, ListFunctions::distinct);
        library.add("coalescelist", 0, Library.ANY, ListFunctions::coalescelist);
    }

    /// A list, set or tuple.
    static ListValue sequence(Value value, int index, Known known) {
        Value at = known.shape(value);
        if (at instanceof ListValue list) {
            known.take(list.items().size());
            return list;
        }
        throw Failure.of(index, at instanceof Value.Absent ? "argument must not be null"
                : "can only reverse list or tuple values, not " + Types.name(Types.of(at)));
    }

    /// A list whose items are of one type.
    static ListValue list(Value value, Type element, int index, Known known) {
        Value at = known.shape(value);
        if (at instanceof Value.Absent) {
            throw Failure.of(index, "argument must not be null");
        }
        if (!(at instanceof ListValue list)) {
            throw Failure.of(index, Mismatch.message(Types.of(at), new Type.ListOf(element)));
        }
        return (ListValue) Conversion.convert(list, new Type.ListOf(element), known, index);
    }

    private static Value concat(List<Value> arguments, Known known) {
        if (arguments.isEmpty()) {
            throw Failure.of("at least one argument is required");
        }
        List<Value> items = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        boolean lists = true;
        for (int i = 0; i < arguments.size(); i++) {
            Value at = known.shape(arguments.get(i));
            if (at instanceof Value.Absent) {
                throw Failure.of(i, "argument must not be null");
            }
            if (!(at instanceof ListValue list) || list.kind() == Kind.SET) {
                throw Failure.of(i, "all arguments must be lists or tuples; got " + Types.name(Types.of(at)));
            }
            items.addAll(list.items());
            Limits.checkItems(items.size());
            lists &= list.kind() == Kind.LIST;
            types.add(Types.of(list));
        }
        Type common = lists ? Types.unify(types) : null;
        return common == null ? known.list(items, Kind.TUPLE)
                : Conversion.convert(known.list(items, Kind.LIST), common, known, 0);
    }

    private static void flatten(Value value, List<Value> items, Known known) {
        Value at = known.decided(value);
        if (at instanceof ListValue list) {
            known.take(list.items().size());
            for (Value item : list.items()) {
                flatten(item, items, known);
            }
            return;
        }
        if (at instanceof Value.Unknown) {
            throw Interruption.unknown();
        }
        items.add(at);
        Limits.checkItems(items.size());
    }

    private static Value compact(List<Value> arguments, Known known) {
        List<Value> items = new ArrayList<>();
        for (Value item : list(arguments.getFirst(), Type.STRING, 0, known).items()) {
            Value text = known.textOrNull(item, 0);
            if (text == null) {
                continue;
            }
            if (text instanceof Value.Unknown) {
                throw Interruption.unknown();
            }
            // A reference to a name or ARN is never empty, and a text with a literal part
            // neither.
            if (!(text instanceof Literal literal) || !literal.text().isEmpty()) {
                items.add(text);
            }
        }
        return known.list(items, Kind.LIST);
    }

    private static Value chunklist(List<Value> arguments, Known known) {
        List<Value> items = list(arguments.getFirst(), Type.ANY, 0, known).items();
        int size = known.integer(arguments.get(1), 1);
        if (size < 0) {
            throw Failure.of("the size argument must be positive");
        }
        List<Value> chunks = new ArrayList<>();
        int step = size == 0 ? Math.max(1, items.size()) : size;
        for (int from = 0; from < items.size(); from += Math.min(step, items.size())) {
            int to = (int) Math.min(items.size(), (long) from + step);
            chunks.add(known.list(items.subList(from, to), Kind.LIST));
        }
        return known.list(chunks, Kind.LIST);
    }

    private static Value slice(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (!(at instanceof ListValue list) || list.kind() == Kind.SET) {
            throw Failure.of(0, at instanceof ListValue
                    ? "cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important"
                    : "must be a list or tuple value");
        }
        int start = index(arguments.get(1), 1, "start index", list.items().size(), known);
        int end = index(arguments.get(2), 2, "end index", list.items().size(), known);
        if (start > end) {
            throw Failure.of(1, "start index must not be greater than end index");
        }
        return known.list(list.items().subList(start, end), list.kind());
    }

    private static int index(Value value, int index, String name, int length, Known known) {
        int at = known.integer(value, index);
        if (at < 0) {
            throw Failure.of(index, name + " must not be less than zero");
        }
        if (at > length) {
            throw Failure.of(index, name + " must not be greater than the length of the list");
        }
        return at;
    }

    private static Value sort(List<Value> arguments, Known known) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Value item : list(arguments.getFirst(), Type.STRING, 0, known).items()) {
            if (known.shape(item) instanceof Value.Absent) {
                throw Failure.of("given list element %s is null; a null string cannot be sorted".formatted(index));
            }
            texts.add(known.text(item, 0));
            index++;
        }
        texts.sort(CodePoints.ORDER);
        return known.texts(texts);
    }

    private static Value distinct(List<Value> arguments, Known known) {
        List<Value> items = list(arguments.getFirst(), Type.ANY, 0, known).items();
        SequencedMap<String, Value> distinct = new LinkedHashMap<>();
        for (Value item : items) {
            Value at = known.decided(item);
            boolean reference = at instanceof Value.Reference;
            Value whole = reference ? at : known.whole(at);
            if (reference && items.stream().anyMatch((other) -> !(known.decided(other) instanceof Value.Reference))) {
                throw Interruption.unknown();
            }
            distinct.putIfAbsent(reference ? key((Value.Reference) at) : Sets.key(whole), whole);
        }
        boolean references = distinct.values().stream().anyMatch(Value.Reference.class::isInstance);
        if (references && distinct.size() > 1) {
            throw Interruption.unknown();
        }
        return known.list(List.copyOf(distinct.values()), Kind.LIST);
    }

    private static String key(Value.Reference reference) {
        return reference.address() + "\n" + reference.attribute();
    }

    private static Value coalescelist(List<Value> arguments, Known known) {
        if (arguments.isEmpty()) {
            throw Failure.of("at least one argument is required");
        }
        @Nullable ListValue first = null;
        for (Value argument : arguments) {
            Value at = known.shape(argument);
            if (!(at instanceof ListValue list) || list.kind() == Kind.SET) {
                throw Failure.of("coalescelist arguments must be lists or tuples");
            }
            if (first == null && !list.items().isEmpty()) {
                first = list;
            }
        }
        if (first != null) {
            return first;
        }
        throw Failure.of("no non-null arguments");
    }

}
