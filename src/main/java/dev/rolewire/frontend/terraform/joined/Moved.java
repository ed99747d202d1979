package dev.rolewire.frontend.terraform.joined;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// Values of a plan at a place of the configuration.
final class Moved {

    private Moved() {
    }

    /// The same value, all of it written at one place.
    static Value to(Value value, Origin origin) {
        return switch (value) {
            case Value.Literal literal -> new Value.Literal(literal.text(), literal.kind(), origin,
                    literal.document() == null ? null : to(literal.document(), origin));
            case Value.Reference reference -> to(reference, origin);
            case Value.Concat concat ->
                new Value.Concat(concat.parts().stream().map((part) -> to(part, origin)).toList(), origin,
                        concat.document() == null ? null : to(concat.document(), origin));
            case Value.Choice choice ->
                new Value.Choice(choice.guard(), to(choice.then(), origin), to(choice.otherwise(), origin), origin);
            case Value.ListValue list -> new Value.ListValue(
                    list.items().stream().map((item) -> to(item, origin)).toList(), list.kind(), origin);
            case Value.ObjectValue object -> new Value.ObjectValue(object.fields()
                .stream()
                .map((field) -> new Value.Field(field.key(), origin, to(field.value(), origin)))
                .toList(), object.kind(), origin);
            case Value.Unknown unknown -> new Value.Unknown(unknown.reason(), unknown.detail(),
                    unknown.operands().stream().map((operand) -> to(operand, origin)).toList(), origin);
            case Value.Absent _ -> new Value.Absent(origin);
        };
    }

    private static Value.Reference to(Value.Reference reference, Origin origin) {
        return new Value.Reference(reference.address(), reference.attribute(), origin);
    }

}
