package dev.rolewire.policy;

import dev.rolewire.model.Value;

/// Values as people read them in messages.
final class ValueText {

    private ValueText() {
    }

    /// The text of a value; parts that are not literal in `${...}`.
    static String of(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Reference reference -> reference.attribute().equals("Ref") ? "${" + reference.address() + "}"
                    : "${" + reference.address() + "." + reference.attribute() + "}";
            case Value.Concat concat -> {
                StringBuilder text = new StringBuilder();
                concat.parts().forEach((part) -> text.append(of(part)));
                yield text.toString();
            }
            case Value.Unknown unknown -> "${" + unknown.detail() + "}";
            case Value.Choice _, Value.ListValue _, Value.ObjectValue _ -> "${...}";
            case Value.Absent _ -> "";
        };
    }

}
