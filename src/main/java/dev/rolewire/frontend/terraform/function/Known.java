package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// Reads values that a function must know and makes new ones, in one case of the guards. What is not known ends the
/// function with an [Interruption].
final class Known {

    private final Context context;

    private final List<FunctionError> errors;

    Known(Context context, List<FunctionError> errors) {
        this.context = context;
        this.errors = errors;
    }

    /// The same in one case.
    Known under(Guard guard) {
        return new Known(this.context.under(guard), this.errors);
    }

    /// Notes what Terraform refuses in this case, and goes on.
    void fail(Failure failure) {
        this.errors.add(failure.error(this.context.guard()));
    }

    Context context() {
        return this.context;
    }

    /// Notes an error that was found below, and goes on.
    void note(FunctionError error) {
        this.errors.add(error);
    }

    /// Takes steps of the budget.
    void take(long steps) {
        if (!this.context.budget().take(steps)) {
            throw Interruption.outOfBudget();
        }
    }

    /// A value without a choice at its top.
    Value decided(Value value) {
        Value at = value;
        while (at instanceof Value.Choice choice) {
            Guard guard = this.context.guard();
            if (this.context.guards().and(guard, choice.guard()) == Guard.FALSE) {
                at = choice.otherwise();
            }
            else if (this.context.guards().and(guard, this.context.guards().not(choice.guard())) == Guard.FALSE) {
                at = choice.then();
            }
            else {
                throw Interruption.choice(choice.guard());
            }
        }
        return at;
    }

    /// A value whose shape is known: a literal, null, list or object.
    Value shape(Value value) {
        Value at = decided(value);
        if (at instanceof Value.Concat concat) {
            Value text = textValue(concat);
            if (text instanceof Literal) {
                return text;
            }
        }
        if (at instanceof Value.Reference || at instanceof Value.Concat || at instanceof Value.Unknown) {
            throw Interruption.unknown();
        }
        return at;
    }

    /// A value that is known through and through.
    Value whole(Value value) {
        Value at = shape(value);
        return switch (at) {
            case Value.ListValue list -> {
                take(list.items().size());
                yield new Value.ListValue(list.items().stream().map(this::whole).toList(), list.kind(), list.origin());
            }
            case Value.ObjectValue object -> {
                take(object.fields().size());
                List<Value.Field> fields = new ArrayList<>();
                for (Value.Field field : object.fields()) {
                    fields.add(new Value.Field(field.key(), field.keyOrigin(), whole(field.value())));
                }
                yield new Value.ObjectValue(List.copyOf(fields), object.kind(), object.origin());
            }
            case Literal _, Value.Absent _ -> at;
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ -> throw Interruption.unknown();
        };
    }

    /// A value as a text: a literal text, a reference, an unknown or a concatenation of
    /// them; null when it is null.
    /// A list or object fails as argument `index`.
    @Nullable Value textOrNull(Value value, int index) {
        Value at = decided(value);
        return switch (at) {
            case Literal literal when literal.kind() == Literal.Kind.STRING -> literal;
            case Literal literal -> text(scalarText(literal));
            case Value.Absent _ -> null;
            case Value.Concat concat -> textValue(concat);
            case Value.Reference _, Value.Unknown _, Value.Choice _ -> at;
            case Value.ListValue _, Value.ObjectValue _ ->
                throw Failure.of(index, "string required, but have " + Types.name(Types.of(at)));
        };
    }

    private Value textValue(Value.Concat concat) {
        List<Value> parts = new ArrayList<>();
        boolean changed = false;
        for (Value part : concat.parts()) {
            Value decided = decided(part);
            changed |= decided != part;
            parts.add(decided);
        }
        return changed ? TextParts.join(parts, this) : concat;
    }

    /// A known text.
    /// @param index the argument that fails when it is null or no text
    String text(Value value, int index) {
        Value text = textOrNull(value, index);
        if (text == null) {
            throw Failure.of(index, "argument must not be null");
        }
        if (!(text instanceof Literal literal)) {
            throw Interruption.unknown();
        }
        take(1 + literal.text().length() / 64);
        return literal.text();
    }

    /// A known number.
    BigDecimal number(Value value, int index) {
        Value at = shape(value);
        if (at instanceof Value.Absent) {
            throw Failure.of(index, "argument must not be null");
        }
        BigDecimal number = at instanceof Literal literal && literal.kind() != Literal.Kind.BOOLEAN
                ? Numbers.parse(literal.text()) : null;
        if (number == null) {
            throw Failure.of(index, at instanceof Literal literal && literal.kind() == Literal.Kind.STRING
                    ? "a number is required" : "number required, but have " + Types.name(Types.of(at)));
        }
        return number;
    }

    /// A known whole number.
    int integer(Value value, int index) {
        BigDecimal number = number(value, index);
        Integer integer = Numbers.toInt(number);
        if (integer == null) {
            throw Failure.of(index, Numbers.isInteger(number)
                    ? "value must be a whole number, between -9223372036854775808 and 9223372036854775807 inclusive"
                    : "a whole number is required");
        }
        return integer;
    }

    /// A known truth value.
    boolean bool(Value value, int index) {
        Value at = shape(value);
        if (at instanceof Value.Absent) {
            throw Failure.of(index, "argument must not be null");
        }
        if (at instanceof Literal literal && literal.kind() != Literal.Kind.NUMBER) {
            switch (literal.text()) {
                case "true", "1" -> {
                    return true;
                }
                case "false", "0" -> {
                    return false;
                }
                default -> throw Failure.of(index, "a bool is required");
            }
        }
        throw Failure.of(index, "bool required, but have " + Types.name(Types.of(at)));
    }

    /// The items of a list, set or tuple; anything else fails.
    List<Value> items(Value value, int index) {
        Value at = shape(value);
        if (at instanceof Value.ListValue list) {
            take(list.items().size());
            return list.items();
        }
        throw Failure.of(index,
                at instanceof Value.Absent ? "argument must not be null" : "list of any single type required");
    }

    /// The texts of a list of known texts; null items fail.
    List<String> texts(Value value, int index) {
        List<String> texts = new ArrayList<>();
        for (Value item : items(value, index)) {
            texts.add(text(item, index));
        }
        return texts;
    }

    static String scalarText(Literal literal) {
        if (literal.kind() != Literal.Kind.NUMBER) {
            return literal.text();
        }
        BigDecimal number = Numbers.parse(literal.text());
        return number == null ? literal.text() : Numbers.text(number);
    }

    Literal text(String text) {
        take(1 + text.length() / 64);
        return new Literal(Normalizer.normalize(text, Normalizer.Form.NFC), Literal.Kind.STRING, this.context.origin(),
                null);
    }

    Literal number(BigDecimal number) {
        return new Literal(Numbers.text(number), Literal.Kind.NUMBER, this.context.origin(), null);
    }

    Literal number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    Literal bool(boolean value) {
        return new Literal(Boolean.toString(value), Literal.Kind.BOOLEAN, this.context.origin(), null);
    }

    Value.Absent nothing() {
        return new Value.Absent(this.context.origin());
    }

    Value.ListValue list(List<? extends Value> items, Value.ListValue.Kind kind) {
        take(items.size());
        return new Value.ListValue(List.copyOf(items), kind, this.context.origin());
    }

    Value.ListValue texts(List<String> texts) {
        return list(texts.stream().map(this::text).toList(), Value.ListValue.Kind.LIST);
    }

    Value.ObjectValue object(List<Value.Field> fields, Value.ObjectValue.Kind kind) {
        take(fields.size());
        return new Value.ObjectValue(List.copyOf(fields), kind, this.context.origin());
    }

    Value.Field field(String key, Value value) {
        return new Value.Field(key, this.context.origin(), value);
    }

    /// What is known only when the resources exist.
    Value.Unknown later(String detail) {
        return Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, detail, this.context.origin());
    }

}
