package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Name;
import org.jspecify.annotations.Nullable;

/// `for` expressions.
final class Loops {

    /// Items of which it depends on the variables whether they are taken; of more nothing
    /// is known.
    private static final int MAX_UNDECIDED = 6;

    private final Evaluation evaluation;

    private final Evaluator evaluator;

    Loops(Evaluation evaluation, Evaluator evaluator) {
        this.evaluation = evaluation;
        this.evaluator = evaluator;
    }

    /// One item of a collection.
    record Item(Value key, Value value) {

    }

    /// One item of the result.
    ///
    /// @param guard when it is taken
    private record Result(Guard guard, @Nullable Value key, Value value) {

    }

    Value evaluate(Expression.For loop, Scope scope) {
        Origin origin = scope.origin(loop.span());
        Value collection = this.evaluator.evaluate(loop.collection(), scope);
        return this.evaluation.choices().map(collection, (known) -> over(loop, known, scope, origin));
    }

    /// The items of a collection; null when it is none, or not known.
    @Nullable List<Item> items(Value collection) {
        Value known = this.evaluation.known(collection);
        List<Item> items = new ArrayList<>();
        switch (known) {
            case Value.ListValue list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    Value item = list.items().get(i);
                    Value key = list.kind() == Value.ListValue.Kind.SET ? item : Values.number(i, item.origin());
                    items.add(new Item(key, item));
                }
            }
            case Value.ObjectValue object -> {
                for (Field field : KeyOrder.sorted(object.fields())) {
                    items.add(new Item(Values.string(field.key(), field.keyOrigin()), field.value()));
                }
            }
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _,
                    Value.Absent _ -> {
                return null;
            }
        }
        return items;
    }

    Scope bind(Scope scope, @Nullable Name key, Name value, Item item) {
        Scope bound = key == null ? scope : scope.with(key.text(), item.key());
        String text = Values.text(item.key());
        return bound.with(value.text(), item.value()).keyed(scope.key() + "/" + (text == null ? "?" : text));
    }

    private Value over(Expression.For loop, Value collection, Scope scope, Origin origin) {
        if (this.evaluation.failures().contains(collection)) {
            return collection;
        }
        List<Item> items = items(collection);
        if (items == null) {
            return collection instanceof Value.Absent || collection instanceof Value.Literal
                    ? this.evaluation.failures().of("iteration over a value that is no collection", origin)
                    : Values.unknown(List.of(collection), "a `for` over a collection that is not known", origin);
        }
        List<Result> results = new ArrayList<>();
        int undecided = 0;
        for (Item item : items) {
            Scope bound = bind(scope, loop.key(), loop.value(), item);
            Guard taken = Guard.TRUE;
            if (loop.condition() != null) {
                Value condition = this.evaluator.evaluate(loop.condition(), bound);
                if (this.evaluation.failures().contains(condition)) {
                    return condition;
                }
                taken = this.evaluator.when(condition, loop.condition(), bound);
                undecided += taken == Guard.TRUE || taken == Guard.FALSE ? 0 : 1;
                if (undecided > MAX_UNDECIDED || isOpaque(condition)) {
                    return Values.unknown(List.of(condition, collection), "a `for` with a condition that is not known",
                            origin);
                }
            }
            Guard within = this.evaluation.guards().and(scope.guard(), taken);
            if (within != Guard.FALSE) {
                boolean always = this.evaluation.guards()
                    .and(scope.guard(), this.evaluation.guards().not(taken)) == Guard.FALSE;
                Scope inside = bound.under(within);
                Value key = loop.keyResult() == null ? null : this.evaluator.evaluate(loop.keyResult(), inside);
                results.add(new Result(always ? Guard.TRUE : taken, key,
                        this.evaluator.evaluate(loop.valueResult(), inside)));
            }
        }
        return build(loop, results, origin);
    }

    /// Whether a condition rests on what only the deployment shows: then Terraform knows
    /// nothing of the result either.
    private boolean isOpaque(Value condition) {
        Value known = this.evaluation.known(condition);
        return known instanceof Value.Choice choice ? isOpaque(choice.then()) || isOpaque(choice.otherwise())
                : known instanceof Value.Reference || known instanceof Value.Concat
                        || known instanceof Value.Unknown unknown && !Conditions.isParameter(unknown);
    }

    private Value build(Expression.For loop, List<Result> results, Origin origin) {
        List<Value> decisions = new ArrayList<>();
        for (Result result : results) {
            if (result.guard() == Guard.EXHAUSTED) {
                return Values.outOfBudget(origin);
            }
            decisions.add(this.evaluation.conditions().choice(result.guard(), origin));
        }
        if (loop.keyResult() != null) {
            for (Result result : results) {
                Value key = result.key();
                decisions.add(key == null ? Values.string("", origin)
                        : this.evaluation.choices().map(key, this.evaluation::known));
            }
        }
        return this.evaluation.choices().expand(decisions, origin, (chosen) -> {
            List<Result> taken = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                if (!Boolean.FALSE.equals(Values.bool(chosen.get(i)))) {
                    Value key = loop.keyResult() == null ? null : chosen.get(results.size() + i);
                    taken.add(new Result(Guard.TRUE, key, results.get(i).value()));
                }
            }
            return loop.keyResult() == null ? new Value.ListValue(taken.stream().map(Result::value).toList(), origin)
                    : object(taken, loop.grouped(), origin);
        });
    }

    private Value object(List<Result> results, boolean grouped, Origin origin) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        SequencedMap<String, List<Value>> groups = new LinkedHashMap<>();
        for (Result result : results) {
            Value key = result.key();
            if (key != null && this.evaluation.failures().contains(key)) {
                return key;
            }
            String text = Values.text(key);
            if (text == null) {
                List<Value> parts = new ArrayList<>();
                results.forEach((part) -> parts.add(part.value()));
                if (key != null) {
                    parts.addFirst(key);
                }
                return Values.unknown(parts, "a map with a key that is not known", origin);
            }
            if (grouped) {
                groups.computeIfAbsent(text, (_) -> new ArrayList<>()).add(result.value());
            }
            else if (fields.put(text, result.value()) != null) {
                return this.evaluation.failures().of("two items of the result have the key `" + text + "`", origin);
            }
        }
        groups.forEach((key, values) -> fields.put(key, new Value.ListValue(List.copyOf(values), origin)));
        List<Field> sorted = new ArrayList<>();
        fields.forEach((key, value) -> sorted.add(new Field(key, origin, value)));
        return new Value.ObjectValue(List.copyOf(KeyOrder.sorted(sorted)), origin);
    }

}
