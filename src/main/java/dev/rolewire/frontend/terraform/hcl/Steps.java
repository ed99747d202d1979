package dev.rolewire.frontend.terraform.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.ObjectValue;
import dev.rolewire.model.Value.Reference;
import dev.rolewire.model.Value.Unknown;

/// Attributes and items of values.
final class Steps {

    private final Evaluation evaluation;

    Steps(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /// `value.name`
    Value attribute(Value value, String name, Origin origin) {
        return this.evaluation.choices().map(value, (each) -> attributeOf(each, name, origin));
    }

    private Value attributeOf(Value value, String name, Origin origin) {
        return switch (value) {
            case ObjectValue object -> {
                Value found = object.get(name);
                yield found != null ? found : fail("no attribute `" + name + "`", origin);
            }
            case Reference reference -> this.evaluation.attribute(reference, name, origin);
            case Unknown unknown -> part(unknown, "." + name, origin);
            case Value.Literal _, Value.Concat _, ListValue _, Value.Absent _, Value.Choice _ ->
                fail("no attribute `" + name + "`", origin);
        };
    }

    /// `value[key]`
    Value index(Value value, Value key, Origin origin) {
        return this.evaluation.choices()
            .expand(List.of(value, this.evaluation.choices().map(key, this.evaluation::known)), origin,
                    (both) -> indexOf(both.getFirst(), this.evaluation.known(both.getLast()), origin));
    }

    private Value indexOf(Value value, Value key, Origin origin) {
        if (this.evaluation.failures().contains(key)) {
            return key;
        }
        String text = Values.text(key);
        return switch (value) {
            case ListValue list -> text == null ? unknownIndex(list.items(), key, origin) : item(list, key, origin);
            case ObjectValue object -> {
                if (text == null) {
                    yield unknownIndex(object.fields().stream().map(Value.Field::value).toList(), key, origin);
                }
                Value found = object.get(text);
                yield found != null ? found : fail("no item `" + text + "`", origin);
            }
            case Reference reference -> this.evaluation.item(reference, key, origin);
            case Unknown unknown -> text == null ? Values.unknown(List.of(unknown, key), "an item", origin)
                    : part(unknown, "[" + rendered(key) + "]", origin);
            case Value.Literal _, Value.Concat _, Value.Absent _, Value.Choice _ -> fail("no items", origin);
        };
    }

    static String rendered(Value key) {
        boolean number = key instanceof Value.Literal literal && literal.kind() == Value.Literal.Kind.NUMBER;
        String text = Values.text(key);
        return text == null ? "*" : number ? text : ResourceAddress.quote(text);
    }

    private Value item(ListValue list, Value key, Origin origin) {
        BigDecimal number = Values.number(key);
        if (number == null) {
            return fail("a list has no item `" + Values.text(key) + "`", origin);
        }
        boolean inside = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(list.items().size())) < 0
                && number.stripTrailingZeros().scale() <= 0;
        return inside ? list.items().get(number.intValue()) : fail("no item " + Values.text(number), origin);
    }

    private static Value unknownIndex(List<Value> items, Value key, Origin origin) {
        if (!items.isEmpty() && items.stream().allMatch((item) -> Values.same(item, items.getFirst()))) {
            return items.getFirst();
        }
        List<Value> all = new ArrayList<>(List.of(key));
        all.addAll(items);
        return Values.unknown(all, "an item whose key is not known", origin);
    }

    /// A part of what is not known; a part of a variable keeps its name.
    private Value part(Unknown unknown, String step, Origin origin) {
        if (this.evaluation.failures().contains(unknown)) {
            return unknown;
        }
        boolean named = Conditions.isParameter(unknown) || unknown.reason() == Reason.REMOTE_MODULE;
        return new Unknown(unknown.reason(), named ? unknown.detail() + step : unknown.detail(), unknown.operands(),
                origin);
    }

    private Value fail(String message, Origin origin) {
        return this.evaluation.failures().of(message, origin);
    }

}
