package dev.rolewire.wiring;

import java.util.List;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Symbolic texts, for people and for comparison.
public final class Texts {

    private Texts() {
    }

    /// A value as a text for people: literals as they are, references as `${Role.Arn}`.
    public static String of(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Reference reference -> reference.attribute().equals("Ref") ? "${" + reference.address() + "}"
                    : "${" + reference.address() + "." + reference.attribute() + "}";
            case Value.Concat concat -> join(concat.parts());
            case Value.Unknown unknown -> "${" + unknown.detail() + "}";
            case Value.Choice choice -> of(choice.then()) + "|" + of(choice.otherwise());
            case Value.ListValue list -> "[" + String.join(", ", list.items().stream().map(Texts::of).toList()) + "]";
            case Value.ObjectValue _ -> "{...}";
            case Value.Absent _ -> "";
        };
    }

    /// A value as the only part of a concatenation.
    static Value.Concat alone(Value value) {
        return new Value.Concat(List.of(value), value.origin(), null);
    }

    private static String join(List<Value> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach((part) -> text.append(of(part)));
        return text.toString();
    }

    static String trimSlashes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '/') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(start, end);
    }

    /// The text of a literal, or null.
    static @Nullable String literal(Value value) {
        return value instanceof Value.Literal literal ? literal.text() : null;
    }

    /// Whether a text that is no whole ARN may turn out to be one: it starts with `arn:`,
    /// with a part of that, or with
    /// something that is not known. Texts that start with the name of a stack, Region or
    /// account are none.
    static boolean startsLikeArn(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text().startsWith("arn:");
            case Value.Concat concat -> startsLikeArn(concat.parts().getFirst(), concat);
            case Value.Reference _, Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                true;
        };
    }

    private static boolean startsLikeArn(Value first, Value.Concat whole) {
        return switch (first) {
            case Value.Literal literal -> literal.text().startsWith("arn:") || "arn:".startsWith(literal.text());
            case Value.Reference reference -> !reference.address().startsWith("AWS::");
            case Value.Concat _, Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                !whole.parts().isEmpty();
        };
    }

}
