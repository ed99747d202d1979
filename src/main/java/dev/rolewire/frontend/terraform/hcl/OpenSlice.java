package dev.rolewire.frontend.terraform.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;

/// `slice` of a list that is not known: how many items it gives is known all the same, when its bounds are.
final class OpenSlice {

    private static final int MAX = 100;

    private OpenSlice() {
    }

    /// The items of a slice.
    /// @param arguments the arguments of the call
    /// @param unknown what the call yields when its items are not told apart
    static Value of(List<Value> arguments, Value unknown) {
        BigDecimal from = arguments.size() == 3 ? Values.number(arguments.get(1)) : null;
        BigDecimal to = arguments.size() == 3 ? Values.number(arguments.get(2)) : null;
        if (from == null || to == null || from.signum() < 0 || from.compareTo(to) > 0
                || to.compareTo(BigDecimal.valueOf(MAX)) > 0) {
            return unknown;
        }
        List<Value> items = new ArrayList<>();
        for (int i = from.intValue(); i < to.intValue(); i++) {
            items.add(item(arguments.getFirst(), i, unknown));
        }
        return new Value.ListValue(List.copyOf(items), Value.ListValue.Kind.LIST, unknown.origin());
    }

    private static Value item(Value list, int index, Value unknown) {
        boolean named = list instanceof Value.Reference reference && !reference.attribute().isEmpty();
        return named ? new Value.Reference(((Value.Reference) list).address(),
                ((Value.Reference) list).attribute() + "[" + index + "]", unknown.origin()) : unknown;
    }

}
