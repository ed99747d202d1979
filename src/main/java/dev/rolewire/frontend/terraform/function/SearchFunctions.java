package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.Literal;

/// Functions that pick from lists or ask about them.
final class SearchFunctions {

    private SearchFunctions() {
    }

    static void addTo(Library library) {
        library.add("length", 1, SearchFunctions::length);
        library.add("element", 2, SearchFunctions::element);
        library.add("one", 1, SearchFunctions::one);
        library.add("contains", 2, SearchFunctions::contains);
        library.add("index", 2, SearchFunctions::index);
        library.add("coalesce", 0, Library.ANY, SearchFunctions::coalesce);
        library.add("alltrue", 1, (arguments, known) -> quantified(arguments, false, known));
        library.add("anytrue", 1, (arguments, known) -> quantified(arguments, true, known));
        library.add("matchkeys", 3, SearchFunctions::matchkeys);
    }

    private static Value length(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        return switch (at) {
            case ListValue list when list.kind() == ListValue.Kind.SET && list.items().size() > 1
                    && !Symbols.isKnown(list) ->
                throw Interruption.unknown();
            case ListValue list -> known.number(list.items().size());
            case Value.ObjectValue object -> known.number(Fields.sorted(object).size());
            case Literal literal when literal.kind() == Literal.Kind.STRING ->
                known.number(CodePoints.length(literal.text()));
            case Value.Absent _ -> throw Failure.of(0, "argument must not be null");
            case Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ ->
                throw Failure.of("argument must be a string, a collection type, or a structural type");
        };
    }

    private static Value element(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (!(at instanceof ListValue list) || list.kind() == ListValue.Kind.SET) {
            throw Failure.of("cannot read elements from " + Types.name(Types.of(at)));
        }
        int index = known.integer(arguments.get(1), 1);
        if (list.items().isEmpty()) {
            throw Failure.of("cannot use element function with an empty list");
        }
        return list.items().get(Math.floorMod(index, list.items().size()));
    }

    private static Value one(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent) {
            throw Failure.of(0, "argument must not be null");
        }
        if (at instanceof ListValue list && list.items().size() <= 1) {
            return list.items().isEmpty() ? known.nothing() : list.items().getFirst();
        }
        throw Failure.of(0, "must be a list, set, or tuple value with either zero or one elements");
    }

    private static Value contains(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        Value wanted = known.decided(arguments.get(1));
        if (at instanceof Value.Absent || wanted instanceof Value.Absent) {
            throw Failure.of(at instanceof Value.Absent ? 0 : 1, "argument must not be null");
        }
        if (!(at instanceof ListValue list)) {
            throw Failure.of("argument must be list, tuple, or set");
        }
        boolean open = false;
        known.take(list.items().size());
        for (Value item : list.items()) {
            switch (Equality.of(item, wanted, known)) {
                case EQUAL -> {
                    return known.bool(true);
                }
                case OPEN -> open = true;
                case DIFFERENT -> {
                }
            }
        }
        if (open) {
            throw Interruption.unknown();
        }
        return known.bool(false);
    }

    private static Value index(List<Value> arguments, Known known) {
        Value at = known.shape(arguments.getFirst());
        if (at instanceof Value.Absent || known.decided(arguments.get(1)) instanceof Value.Absent) {
            throw Failure.of(at instanceof Value.Absent ? 0 : 1, "argument must not be null");
        }
        if (!(at instanceof ListValue list) || list.kind() == ListValue.Kind.SET) {
            throw Failure.of("argument must be a list or tuple");
        }
        if (list.items().isEmpty()) {
            throw Failure.of("cannot search an empty list");
        }
        known.take(list.items().size());
        for (int i = 0; i < list.items().size(); i++) {
            switch (Equality.of(list.items().get(i), arguments.get(1), known)) {
                case EQUAL -> {
                    return known.number(i);
                }
                case OPEN -> throw Interruption.unknown();
                case DIFFERENT -> {
                }
            }
        }
        throw Failure.of("item not found");
    }

    /// The first that is neither null nor empty. A text with a literal part is not empty;
    /// a reference counts as set,
    /// since what is asked for is a name or an ARN.
    private static Value coalesce(List<Value> arguments, Known known) {
        List<Value> decided = new ArrayList<>();
        for (Value argument : arguments) {
            decided.add(known.decided(argument));
        }
        Type common = Types.unify(decided.stream().map(Types::of).toList());
        if (common == null && decided.stream().noneMatch((argument) -> Types.of(argument) instanceof Type.Any)) {
            throw Failure.of("all arguments must have the same type");
        }
        for (Value argument : decided) {
            if (argument instanceof Value.Absent) {
                continue;
            }
            if (argument instanceof Value.Unknown) {
                throw Interruption.unknown();
            }
            Value value = Conversion.convert(argument, common == null ? Type.ANY : common, known,
                    FunctionError.NO_ARGUMENT);
            boolean empty = common != null && value instanceof Literal literal && literal.kind() == Literal.Kind.STRING
                    && literal.text().isEmpty();
            if (!empty) {
                return value;
            }
        }
        throw Failure.of("no non-null, non-empty-string arguments");
    }

    private static Value quantified(List<Value> arguments, boolean deciding, Known known) {
        boolean open = false;
        for (Value item : ListFunctions.list(arguments.getFirst(), Type.BOOL, 0, known).items()) {
            Value at = known.decided(item);
            if (at instanceof Value.Unknown || at instanceof Value.Reference || at instanceof Value.Concat) {
                if (!deciding) {
                    throw Interruption.unknown();
                }
                open = true;
            }
            else if (at instanceof Value.Absent ? !deciding : known.bool(at, 0) == deciding) {
                return known.bool(deciding);
            }
        }
        if (open) {
            throw Interruption.unknown();
        }
        return known.bool(!deciding);
    }

    private static Value matchkeys(List<Value> arguments, Known known) {
        List<Value> values = ListFunctions.list(arguments.getFirst(), Type.ANY, 0, known).items();
        ListValue keys = ListFunctions.list(arguments.get(1), Type.ANY, 1, known);
        ListValue wanted = ListFunctions.list(arguments.get(2), Type.ANY, 2, known);
        Type common = Types.unify(List.of(Types.of(keys), Types.of(wanted)));
        if (common == null) {
            throw Failure.of("keys and searchset must be of the same type");
        }
        if (values.size() != keys.items().size()) {
            throw Failure.of("length of keys and values should be equal");
        }
        List<Value> found = new ArrayList<>();
        List<Value> search = ((ListValue) Conversion.convert(wanted, common, known, 2)).items();
        List<Value> from = ((ListValue) Conversion.convert(keys, common, known, 1)).items();
        for (int i = 0; i < values.size(); i++) {
            for (Value each : search) {
                known.take(1);
                Equality.Answer answer = Equality.of(from.get(i), each, known);
                if (answer == Equality.Answer.OPEN) {
                    throw Interruption.unknown();
                }
                if (answer == Equality.Answer.EQUAL) {
                    found.add(values.get(i));
                    break;
                }
            }
        }
        return known.list(found, ListValue.Kind.LIST);
    }

}
