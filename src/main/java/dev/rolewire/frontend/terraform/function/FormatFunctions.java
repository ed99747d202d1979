package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;

/// `format` and `formatlist`.
final class FormatFunctions {

    private FormatFunctions() {
    }

    static void addTo(Library library) {
        library.add("format", 1, Library.ANY,
                (arguments, known) -> new FormatString(known.text(arguments.getFirst(), 0),
                        arguments.subList(1, arguments.size()), known)
                    .format());
        library.add("formatlist", 1, Library.ANY, FormatFunctions::formatlist);
    }

    private static Value formatlist(List<Value> arguments, Known known) {
        String format = known.text(arguments.getFirst(), 0);
        List<Value> operands = new ArrayList<>();
        int length = -1;
        int chooser = 0;
        for (int i = 1; i < arguments.size(); i++) {
            Value at = known.decided(arguments.get(i));
            if (at instanceof Value.Unknown) {
                throw Interruption.unknown();
            }
            operands.add(at);
            if (at instanceof Value.ListValue list) {
                if (length >= 0 && list.items().size() != length) {
                    throw Failure.of(i, "argument %s has length %s, which is inconsistent with argument %s of length %s"
                        .formatted(i, list.items().size(), chooser, length));
                }
                chooser = length < 0 ? i : chooser;
                length = list.items().size();
            }
        }
        List<Value> results = new ArrayList<>();
        for (int row = 0; row < (length < 0 ? 1 : length); row++) {
            List<Value> values = new ArrayList<>();
            for (Value operand : operands) {
                values.add(operand instanceof Value.ListValue list ? list.items().get(row) : operand);
            }
            results.add(row(format, values, row, known));
        }
        return known.list(results, Value.ListValue.Kind.LIST);
    }

    private static Value row(String format, List<Value> values, int row, Known known) {
        try {
            return new FormatString(format, values, known).format();
        }
        catch (Failure failure) {
            throw Failure.of("error on format iteration %s: %s".formatted(row, failure.text()));
        }
    }

}
