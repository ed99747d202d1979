package dev.rolewire.frontend.terraform.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Values that are not known, or not wholly.
final class Symbols {

    private static final int MAX_DETAIL = 200;

    private static final int MAX_OPERANDS = 1_000;

    private Symbols() {
    }

    /// What a function yields whose arguments are not known well enough: unknown for the
    /// reason of the first of them that is, computed from all their references.
    /// @param function its name, for people
    static Value.Unknown derived(String function, List<? extends Value> arguments, Context context) {
        Value.Unknown cause = firstUnknown(arguments);
        Reason reason = cause == null ? Reason.KNOWN_AFTER_APPLY : cause.reason();
        String detail = cause == null ? function : function + "(" + cause.detail() + ")";
        return new Value.Unknown(reason, shortened(detail), operands(arguments), context.origin());
    }

    static Value.Unknown outOfBudget(Context context) {
        return Value.Unknown.of(Reason.BUDGET, "expansion", context.origin());
    }

    private static Value.@Nullable Unknown firstUnknown(List<? extends Value> values) {
        for (Value value : values) {
            Value.Unknown found = switch (value) {
                case Value.Unknown unknown -> unknown;
                case Value.Concat concat -> firstUnknown(concat.parts());
                case Value.Choice choice -> firstUnknown(List.of(choice.then(), choice.otherwise()));
                case Value.ListValue list -> firstUnknown(list.items());
                case Value.ObjectValue object -> firstUnknown(values(object));
                case Value.Literal _, Value.Reference _, Value.Absent _ -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static List<Value> values(Value.ObjectValue object) {
        return object.fields().stream().map(Value.Field::value).toList();
    }

    /// The references that values are computed from, each once; of very many the first.
    static List<Value.Reference> operands(List<? extends Value> values) {
        Map<String, Value.Reference> found = new LinkedHashMap<>();
        collect(values, found);
        return List.copyOf(found.values());
    }

    private static void collect(List<? extends Value> values, Map<String, Value.Reference> found) {
        for (Value value : values) {
            if (found.size() >= MAX_OPERANDS) {
                return;
            }
            switch (value) {
                case Value.Reference reference ->
                    found.putIfAbsent(reference.address() + "\n" + reference.attribute(), reference);
                case Value.Concat concat -> collect(concat.parts(), found);
                case Value.Choice choice -> collect(List.of(choice.then(), choice.otherwise()), found);
                case Value.ListValue list -> collect(list.items(), found);
                case Value.ObjectValue object -> collect(values(object), found);
                case Value.Unknown unknown -> collect(unknown.operands(), found);
                case Value.Literal _, Value.Absent _ -> {
                }
            }
        }
    }

    /// Whether nothing in a value is open: no reference, choice or unknown.
    static boolean isKnown(Value value) {
        return switch (value) {
            case Value.Literal _, Value.Absent _ -> true;
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ -> false;
            case Value.ListValue list -> list.items().stream().allMatch(Symbols::isKnown);
            case Value.ObjectValue object -> object.fields().stream().allMatch((field) -> isKnown(field.value()));
        };
    }

    private static String shortened(String text) {
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "...";
    }

}
