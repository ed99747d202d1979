package dev.rolewire.frontend.terraform.function;

import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Conversions and marks.
final class TypeFunctions {

    private TypeFunctions() {
    }

    static void addTo(Library library) {
        addConversion(library, "tostring", Type.STRING);
        addConversion(library, "tonumber", Type.NUMBER);
        addConversion(library, "tobool", Type.BOOL);
        addConversion(library, "tolist", new Type.ListOf(Type.ANY));
        addConversion(library, "toset", new Type.SetOf(Type.ANY));
        addConversion(library, "tomap", new Type.MapOf(Type.ANY));
        for (String name : List.of("sensitive", "nonsensitive", "ephemeralasnull")) {
            library.add(name, 1, (arguments, known) -> arguments.getFirst());
        }
        library.add("issensitive", 1, (arguments, known) -> known.later("issensitive(...)"));
        library.add("timestamp", 0, (arguments, known) -> known.later("timestamp()"));
        library.add("plantimestamp", 0, (arguments, known) -> known.later("plantimestamp()"));
        for (String name : List.of("list", "map")) {
            library.add(name, 0, Library.ANY, (arguments, known) -> {
                throw Failure
                    .of("the \"%s\" function was deprecated in Terraform v0.12 and is not available in OpenTofu"
                        .formatted(name));
            });
        }
    }

    private static void addConversion(Library library, String name, Type type) {
        library.add(name, 1, (arguments, known) -> converted(arguments.getFirst(), type, known));
    }

    private static Value converted(Value value, Type type, Known known) {
        Value at = known.decided(value);
        try {
            return Conversion.convert(at, type, known, 0);
        }
        catch (Failure failure) {
            if (at instanceof Literal literal && literal.kind() == Literal.Kind.STRING && type == Type.BOOL) {
                throw Failure.of(0, "cannot convert %s to bool; only the strings \"true\" or \"false\" are allowed"
                    .formatted(GoText.quoted(literal.text())));
            }
            if (at instanceof Literal literal && literal.kind() == Literal.Kind.STRING && type == Type.NUMBER) {
                throw Failure.of(0,
                        "cannot convert %s to number; given string must be a decimal representation of a number"
                            .formatted(GoText.quoted(literal.text())));
            }
            throw Failure.of(0,
                    "cannot convert %s to %s".formatted(Types.name(Types.of(at)), Types.constraintName(type)));
        }
    }

}
