package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.ListValue.Kind;

/// Functions of sets.
final class SetFunctions {

    private SetFunctions() {
    }

    static void addTo(Library library) {
        library.add("setunion", 1, Library.ANY, (arguments, known) -> {
            List<Value> all = new ArrayList<>();
            sets(arguments, known).forEach((set) -> all.addAll(set.items()));
            return known.list(Sets.items(all, known), Kind.SET);
        });
        library.add("setintersection", 1, Library.ANY, (arguments, known) -> {
            List<ListValue> sets = sets(arguments, known);
            List<Value> rest = wholeItems(sets.getFirst(), known);
            for (ListValue set : sets.subList(1, sets.size())) {
                rest = filtered(rest, wholeItems(set, known), true);
            }
            return known.list(rest, Kind.SET);
        });
        library.add("setsubtract", 2, (arguments, known) -> {
            List<ListValue> sets = sets(arguments, known);
            return known.list(filtered(wholeItems(sets.getFirst(), known), wholeItems(sets.getLast(), known), false),
                    Kind.SET);
        });
        library.add("setproduct", 0, Library.ANY, SetFunctions::product);
    }

    private static List<ListValue> sets(List<Value> arguments, Known known) {
        List<ListValue> sets = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Value at = known.shape(arguments.get(i));
            if (at instanceof Value.Absent) {
                throw Failure.of(i, "argument must not be null");
            }
            sets.add((ListValue) Conversion.convert(at, new Type.SetOf(Type.ANY), known, i));
        }
        Type common = Types.unify(sets.stream().map(Types::of).toList());
        if (common == null) {
            throw Failure.of("given sets must all have compatible element types");
        }
        List<ListValue> converted = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            converted.add((ListValue) Conversion.convert(sets.get(i), common, known, i));
        }
        return converted;
    }

    private static List<Value> wholeItems(ListValue set, Known known) {
        return ((ListValue) known.whole(set)).items();
    }

    private static List<Value> filtered(List<Value> items, List<Value> others, boolean wanted) {
        Set<String> keys = new HashSet<>();
        others.forEach((other) -> keys.add(Sets.key(other)));
        return items.stream().filter((item) -> keys.contains(Sets.key(item)) == wanted).toList();
    }

    private static Value product(List<Value> arguments, Known known) {
        if (arguments.size() < 2) {
            throw Failure.of("at least two arguments are required");
        }
        List<List<Value>> sources = new ArrayList<>();
        boolean lists = true;
        long total = 1;
        for (int i = 0; i < arguments.size(); i++) {
            Value at = known.shape(arguments.get(i));
            if (at instanceof Value.Absent) {
                throw Failure.of(i, "argument must not be null");
            }
            if (!(at instanceof ListValue list)) {
                throw Failure.of(i, "a set or a list is required");
            }
            Type element = Types.unify(list.items().stream().map(Types::of).toList());
            if (element == null) {
                throw Failure.of(i, "all elements must be of the same type");
            }
            lists &= list.kind() != Kind.SET;
            sources.add(((ListValue) Conversion.convert(known.list(list.items(), Kind.LIST), new Type.ListOf(element),
                    known, i))
                .items());
            total = Math.min(Integer.MAX_VALUE, total * list.items().size());
            Limits.checkItems(total);
        }
        known.take(total * sources.size());
        List<List<Value>> tuples = new ArrayList<>(List.of(List.of()));
        for (List<Value> source : sources) {
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> tuple : tuples) {
                for (Value item : source) {
                    List<Value> next = new ArrayList<>(tuple);
                    next.add(item);
                    longer.add(next);
                }
            }
            tuples = longer;
        }
        List<Value> items = new ArrayList<>();
        tuples.forEach((tuple) -> items.add(known.list(tuple, Kind.TUPLE)));
        return lists ? known.list(items, Kind.LIST) : known.list(Sets.items(items, known), Kind.SET);
    }

}
