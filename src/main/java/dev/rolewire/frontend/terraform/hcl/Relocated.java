package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// Values whose text is no file of the bundle, with an origin in one.
final class Relocated {

    private Relocated() {
    }

    /// The same value, all of it written at one place.
    static Value to(Value value, Origin origin) {
        return switch (value) {
            case Value.ListValue list -> new Value.ListValue(
                    list.items().stream().map((item) -> to(item, origin)).toList(), list.kind(), origin);
            case Value.ObjectValue object -> new Value.ObjectValue(object.fields()
                .stream()
                .map((field) -> new Value.Field(field.key(), origin, to(field.value(), origin)))
                .toList(), object.kind(), origin);
            case Value.Literal literal -> new Value.Literal(literal.text(), literal.kind(), origin,
                    literal.document() == null ? null : to(literal.document(), origin));
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _, Value.Absent _ -> value.at(origin);
        };
    }

}
