package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Value;

/// How long a policy is at least, in the characters that IAM counts (IAM User Guide, "IAM and AWS STS quotas": without
/// white space). What is not known counts for nothing.
public final class PolicySize {

    private static final int QUOTES = 2;

    private PolicySize() {
    }

    /// The least number of characters of a policy.
    public static int minimum(Value policy) {
        return switch (policy) {
            case Value.Literal literal -> visible(literal.text());
            case Value.Concat concat -> literals(concat.parts());
            case Value.ObjectValue _, Value.ListValue _, Value.Choice _, Value.Reference _, Value.Unknown _,
                    Value.Absent _ ->
                json(policy);
        };
    }

    private static int json(Value value) {
        return switch (value) {
            case Value.Literal literal ->
                visible(literal.text()) + ((literal.kind() == Value.Literal.Kind.STRING) ? QUOTES : 0);
            case Value.Concat concat -> literals(concat.parts()) + QUOTES;
            case Value.ListValue list -> list(list.items());
            case Value.ObjectValue object -> object(object);
            case Value.Choice choice -> Math.min(json(choice.then()), json(choice.otherwise()));
            case Value.Reference _, Value.Unknown _, Value.Absent _ -> 0;
        };
    }

    private static int list(List<Value> items) {
        int length = QUOTES;
        int count = 0;
        for (Value item : items) {
            length += json(item);
            count += isThere(item) ? 1 : 0;
        }
        return length + Math.max(0, count - 1);
    }

    private static int object(Value.ObjectValue object) {
        int length = QUOTES;
        int count = 0;
        for (Value.Field field : object.fields()) {
            if (isThere(field.value())) {
                length += QUOTES + visible(field.key()) + 1 + json(field.value());
                count++;
            }
        }
        return length + Math.max(0, count - 1);
    }

    /// Whether a field or an item is surely there.
    private static boolean isThere(Value value) {
        return switch (value) {
            case Value.Choice choice -> isThere(choice.then()) && isThere(choice.otherwise());
            case Value.Absent _, Value.Unknown _ -> false;
            case Value.Literal _, Value.Concat _, Value.Reference _, Value.ListValue _, Value.ObjectValue _ -> true;
        };
    }

    private static int literals(List<Value> parts) {
        return parts.stream().mapToInt((part) -> part instanceof Value.Literal text ? visible(text.text()) : 0).sum();
    }

    private static int visible(String text) {
        return (int) text.codePoints().filter((character) -> !Character.isWhitespace(character)).count();
    }

}
