package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Small questions about values.
final class Values {

    private static final int MAX_DESCRIPTION = 400;

    private static final int MAX_OPERANDS = 1_000;

    private Values() {
    }

    /// What a function yields whose argument is not known well enough.
    static Value derived(String function, Value argument, Origin origin) {
        if (argument instanceof Value.Unknown(var reason, var detail, var operands, var _, var _)) {
            return new Value.Unknown(reason, shortened(function + "(" + detail + ")"), operands, origin);
        }
        return new Value.Unknown(Reason.KNOWN_AFTER_APPLY, function, operands(List.of(argument)), origin);
    }

    /// What a function yields whose arguments have not the shape that it needs.
    static Value malformed(String function, List<Value> arguments, Origin origin) {
        return new Value.Unknown(Reason.MACRO, "`" + function + "` with arguments that are not understood",
                operands(arguments), origin);
    }

    static Value outOfBudget(Origin origin) {
        return Value.Unknown.of(Reason.BUDGET, "expansion", origin);
    }

    /// The references that values are computed from, each once; of very many the first.
    static List<Value.Reference> operands(List<Value> values) {
        Map<String, Value.Reference> found = new LinkedHashMap<>();
        collectAll(values, found);
        return List.copyOf(found.values());
    }

    private static void collect(Value value, Map<String, Value.Reference> found) {
        if (found.size() >= MAX_OPERANDS) {
            return;
        }
        switch (value) {
            case Value.Reference reference ->
                found.putIfAbsent(reference.address() + "." + reference.attribute(), reference);
            case Value.Concat concat -> collectAll(concat.parts(), found);
            case Value.Choice choice -> {
                collect(choice.then(), found);
                collect(choice.otherwise(), found);
            }
            case Value.ListValue list -> collectAll(list.items(), found);
            case Value.ObjectValue object -> {
                for (Value.Field field : object.fields()) {
                    collect(field.value(), found);
                }
            }
            case Value.Unknown unknown -> collectAll(unknown.operands(), found);
            case Value.Literal _, Value.Absent _ -> {
            }
        }
    }

    private static void collectAll(List<? extends Value> values, Map<String, Value.Reference> found) {
        for (Value value : values) {
            collect(value, found);
        }
    }

    /// The text of a literal, else null.
    static @Nullable String text(Value value) {
        return value instanceof Value.Literal literal ? literal.text() : null;
    }

    /// Whether some alternative of an item makes the list around it longer or shorter.
    static boolean changesLength(Value item) {
        return switch (item) {
            case Value.Absent _, Value.ListValue _ -> true;
            case Value.Choice(var _, var then, var otherwise, var _) -> changesLength(then) || changesLength(otherwise);
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ObjectValue _, Value.Unknown _ -> false;
        };
    }

    /// A value as a template would write it, for people and as a key: equal values have
    /// equal descriptions.
    static String describe(Value value) {
        StringBuilder text = new StringBuilder();
        describe(value, text);
        return shortened(text.toString());
    }

    /// Whether [#describe] says all of a value, which it does not of alternatives and of
    /// what is long.
    static boolean isDescribable(Value value) {
        return isNamed(value) && describe(value).length() < MAX_DESCRIPTION / 2;
    }

    private static boolean isNamed(Value value) {
        return switch (value) {
            case Value.Literal _, Value.Reference _, Value.Absent _ -> true;
            case Value.Unknown unknown -> isNamed(unknown);
            case Value.Concat concat -> areNamed(concat.parts());
            case Value.ListValue list -> areNamed(list.items());
            case Value.Choice _, Value.ObjectValue _ -> false;
        };
    }

    private static boolean areNamed(List<Value> values) {
        for (Value value : values) {
            if (!isNamed(value)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the detail of an unknown says all of it.
    private static boolean isNamed(Value.Unknown unknown) {
        return switch (unknown.reason()) {
            case PARAMETER, DYNAMIC_REFERENCE -> unknown.detail().length() < MAX_DESCRIPTION / 2
                    && unknown.detail().indexOf('(') < 0 && !unknown.detail().contains("${");
            case IMPORT, MACRO, REMOTE_MODULE, KNOWN_AFTER_APPLY, EXTERNAL_NAME, DATA_SOURCE, BUDGET -> false;
        };
    }

    private static void describe(Value value, StringBuilder text) {
        if (text.length() > MAX_DESCRIPTION) {
            return;
        }
        switch (value) {
            case Value.Literal literal -> text.append(literal.text());
            case Value.Reference(var address, var attribute, var _) ->
                text.append("${").append(address).append(attribute.equals("Ref") ? "" : "." + attribute).append('}');
            case Value.Concat concat -> {
                for (Value part : concat.parts()) {
                    describe(part, text);
                }
            }
            case Value.ListValue(var items, var _, var _) -> {
                text.append('[');
                for (Value item : items) {
                    describe(item, text);
                    text.append(',');
                }
                text.append(']');
            }
            case Value.Unknown unknown -> text.append("${").append(unknown.detail()).append('}');
            case Value.Choice _ -> text.append("${...}");
            case Value.ObjectValue _ -> text.append("{...}");
            case Value.Absent _ -> text.append("${AWS::NoValue}");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_DESCRIPTION ? text : text.substring(0, MAX_DESCRIPTION) + "...";
    }

    /// A copy of a list with one item replaced by none, one or several.
    static List<Value> replaced(List<Value> items, int index, Value replacement) {
        List<Value> result = new ArrayList<>(items.subList(0, index));
        switch (replacement) {
            case Value.Absent _ -> {
            }
            case Value.ListValue list -> result.addAll(list.items());
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.ObjectValue _,
                    Value.Unknown _ ->
                result.add(replacement);
        }
        result.addAll(items.subList(index + 1, items.size()));
        return result;
    }

}
