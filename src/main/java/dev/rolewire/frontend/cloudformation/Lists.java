package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// `Fn::Join`, `Fn::Split`, `Fn::Select` and `Fn::Length`.
final class Lists {

    private final Lowering lowering;

    private final Splitting splitting;

    Lists(Lowering lowering, References references) {
        this.lowering = lowering;
        this.splitting = new Splitting(lowering, references);
    }

    Value join(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        List<Node> arguments = call.arguments(2);
        if (arguments == null) {
            return malformed(call, site, origin);
        }
        Site inner = call.argumentSite(site);
        Value delimiter = lower(arguments, 0, inner);
        Value list = lower(arguments, 1, inner);
        return overItems(call.name(), list, origin, (items) -> joined(delimiter, items, origin));
    }

    private Value joined(Value delimiter, List<Value> items, Origin origin) {
        List<TextPiece> pieces = new ArrayList<>(items.size() * 2);
        for (Value item : items) {
            if (!pieces.isEmpty()) {
                pieces.add(TextPiece.of(delimiter.at(items.getFirst().origin())));
            }
            pieces.add(TextPiece.written(item));
        }
        return this.lowering.texts().join(pieces, origin);
    }

    Value split(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        List<Node> arguments = call.arguments(2);
        if (arguments == null) {
            return malformed(call, site, origin);
        }
        Site inner = call.argumentSite(site);
        Value delimiter = lower(arguments, 0, inner);
        Value text = lower(arguments, 1, inner);
        return this.splitting.split(delimiter, text, origin, (pieces) -> pieces.rest() == null
                ? new Value.ListValue(pieces.known(), origin) : Values.derived(call.name(), pieces.rest(), origin));
    }

    Value select(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        List<Node> arguments = call.arguments(2);
        if (arguments == null) {
            return malformed(call, site, origin);
        }
        Site inner = call.argumentSite(site);
        Value index = lower(arguments, 0, inner);
        Call list = Call.of(arguments.get(1));
        List<Node> split = list == null || !list.name().equals("Fn::Split") ? null : list.arguments(2);
        if (list != null && split != null) {
            this.lowering.functions().check(list, inner.argument(1));
            Site splitSite = list.argumentSite(inner.argument(1));
            Value delimiter = lower(split, 0, splitSite);
            Value text = lower(split, 1, splitSite);
            return this.splitting.split(delimiter, text, origin,
                    (pieces) -> selected(index, pieces.known(), pieces.rest(), origin));
        }
        Value value = lower(arguments, 1, inner);
        String function = "Fn::Select[" + Values.describe(index) + "]";
        return overItems(function, value, origin, (items) -> selected(index, items, null, origin));
    }

    /// @param rest what the items beyond the known ones come from, null when there are
    /// none
    private Value selected(Value index, List<Value> items, @Nullable Value rest, Origin origin) {
        return this.lowering.alternatives().map(this.lowering.comparison().spread(index), origin, (each) -> {
            String text = Values.text(each);
            if (text == null) {
                return Values.derived("Fn::Select", each, origin);
            }
            int number = number(text);
            if (number >= 0 && number < items.size()) {
                return items.get(number).at(origin);
            }
            return rest != null ? Values.derived("Fn::Select[" + text + "]", rest, origin)
                    : Values.malformed("Fn::Select", items, origin);
        });
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 8 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    Value length(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        Value list = this.lowering.evaluator().argument(call, site);
        return overItems(call.name(), list, origin,
                (items) -> new Value.Literal(Integer.toString(items.size()), Value.Literal.Kind.NUMBER, origin, null));
    }

    /// Applies a function to the items of a list, under each condition that makes the
    /// list
    /// another one.
    private Value overItems(String function, Value list, Origin origin, Function<List<Value>, Value> apply) {
        return this.lowering.alternatives().map(list, origin, (each) -> {
            if (each instanceof Value.ListValue(var items, var _, var _)) {
                return items.stream().anyMatch(Values::changesLength)
                        ? this.lowering.alternatives().expand(items, Values::changesLength, origin, apply)
                        : apply.apply(items);
            }
            return Values.derived(function, each, origin);
        });
    }

    private Value lower(List<Node> arguments, int index, Site site) {
        return this.lowering.evaluator().lower(arguments.get(index), site.argument(index));
    }

    private Value malformed(Call call, Site site, Origin origin) {
        return Values.malformed(call.name(), List.of(this.lowering.evaluator().argument(call, site)), origin);
    }

}
