package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Texts in parts, some of them open.
final class TextParts {

    private static final int MAX_PARTS = 10_000;

    private TextParts() {
    }

    /// The parts of a text, one for a text that has none.
    static List<Value> of(Value text) {
        return text instanceof Value.Concat concat ? concat.parts() : List.of(text);
    }

    /// Puts texts together: flattens them and merges what is known.
    /// @param texts literals, references, unknowns, choices and concatenations of them
    static Value join(List<? extends Value> texts, Known known) {
        List<Value> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        long total = 0;
        for (Value text : texts) {
            if (parts.size() > MAX_PARTS) {
                throw Interruption.outOfBudget();
            }
            for (Value part : of(text)) {
                if (part instanceof Literal piece) {
                    total += piece.text().length();
                    if (total > Limits.MAX_TEXT) {
                        throw Interruption.outOfBudget();
                    }
                    literal.append(Known.scalarText(piece));
                }
                else {
                    flush(literal, parts, known);
                    parts.add(part);
                }
            }
        }
        flush(literal, parts, known);
        if (parts.isEmpty()) {
            return known.text("");
        }
        known.take(parts.size());
        return parts.size() == 1 ? parts.getFirst()
                : new Value.Concat(List.copyOf(parts), known.context().origin(), null);
    }

    /// The text of a template's parts.
    static Value template(List<Value> parts, Known known) {
        List<Value> texts = new ArrayList<>();
        for (Value part : parts) {
            texts.add(part(part, known));
        }
        return join(texts, known);
    }

    /// A value inside a text. Its alternatives stay inside when each is a text.
    private static Value part(Value value, Known known) {
        if (value instanceof Value.Choice(var guard, var then, var otherwise, var origin) && isText(then)
                && isText(otherwise)) {
            return new Value.Choice(guard, part(then, known), part(otherwise, known), origin);
        }
        Value text;
        try {
            text = known.textOrNull(value, FunctionError.NO_ARGUMENT);
        }
        catch (Failure failure) {
            throw Failure.of("cannot include the given value in a string template: " + failure.text());
        }
        if (text == null) {
            throw Failure.of("the expression result is null. Cannot include a null value in a string template");
        }
        return text;
    }

    /// An item of a list that is joined.
    /// @param argument the index of the list
    /// @param index the index of the item in it
    static Value item(Value value, int argument, int index, Known known) {
        if (value instanceof Value.Choice(var guard, var then, var otherwise, var origin) && isText(then)
                && isText(otherwise)) {
            return new Value.Choice(guard, item(then, argument, index, known), item(otherwise, argument, index, known),
                    origin);
        }
        Value text = known.textOrNull(value, argument);
        if (text == null) {
            throw Failure.of(argument, "element %s is null; cannot concatenate null values".formatted(index));
        }
        return text;
    }

    private static boolean isText(Value value) {
        return switch (value) {
            case Literal _, Value.Reference _, Value.Unknown _ -> true;
            case Value.Choice choice -> isText(choice.then()) && isText(choice.otherwise());
            case Value.Concat _, Value.Absent _, Value.ListValue _, Value.ObjectValue _ -> false;
        };
    }

    private static void flush(StringBuilder literal, List<Value> parts, Known known) {
        if (!literal.isEmpty()) {
            parts.add(known.text(literal.toString()));
            literal.setLength(0);
        }
    }

}
