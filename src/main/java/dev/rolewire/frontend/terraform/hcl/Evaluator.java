package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Expression.ObjectItem;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;
import dev.rolewire.syntax.hcl.Operator;
import org.jspecify.annotations.Nullable;

/// Evaluates expressions to symbolic values. Total: what cannot be evaluated is unknown, with its reason.
final class Evaluator {

    private final Evaluation evaluation;

    private final GuardSpace guards;

    private final Choices choices;

    private final Operators operators;

    private final TemplateExpressions templates;

    private final Traversals traversals;

    private final Loops loops;

    private final Calls calls;

    Evaluator(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.guards = evaluation.guards();
        this.choices = evaluation.choices();
        this.operators = new Operators(evaluation.conditions(), evaluation.failures());
        this.templates = new TemplateExpressions(evaluation, this);
        this.traversals = new Traversals(evaluation, this);
        this.loops = new Loops(evaluation, this);
        this.calls = new Calls(evaluation, this);
    }

    /// What an expression yields.
    Value evaluate(Expression expression, Scope scope) {
        Budget budget = this.evaluation.budget();
        if (!budget.enter()) {
            return Values.outOfBudget(scope.origin(expression.span()));
        }
        Value value = evaluateWithin(expression, scope);
        budget.leave();
        return value;
    }

    private Value evaluateWithin(Expression expression, Scope scope) {
        Origin origin = scope.origin(expression.span());
        return switch (expression) {
            case Expression.NumberLiteral number -> Values.number(number.value(), origin);
            case Expression.BooleanLiteral bool -> Values.bool(bool.value(), origin);
            case Expression.NullLiteral _ -> new Value.Absent(origin);
            case Expression.Template template -> this.templates.evaluate(template, scope);
            case Expression.Tuple tuple -> {
                List<Value> items = new ArrayList<>(tuple.items().size());
                tuple.items().forEach((item) -> items.add(evaluate(item, scope)));
                yield this.choices.whole(items, this.evaluation.failures(), origin,
                        (all) -> new Value.ListValue(List.copyOf(all), origin));
            }
            case Expression.ObjectLiteral object -> object(object, scope, origin);
            case Expression.For loop -> this.loops.evaluate(loop, scope);
            case Expression.Conditional conditional -> conditional(conditional, scope, origin);
            case Expression.Binary binary -> binary(binary, scope, origin);
            case Expression.Unary unary -> this.choices.map(evaluate(unary.operand(), scope),
                    (operand) -> this.operators.unary(unary.operator(), this.evaluation.known(operand), origin));
            case Expression.Call call -> this.calls.call(call, scope);
            case Expression.Variable variable -> this.traversals.variable(variable, scope);
            case Expression.Traversal traversal -> this.traversals.evaluate(traversal, scope);
            case Expression.Parentheses parentheses -> evaluate(parentheses.inner(), scope);
            case Expression.Broken _ ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "an expression that does not parse", origin);
        };
    }

    private Value object(Expression.ObjectLiteral object, Scope scope, Origin origin) {
        List<Value> keys = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (ObjectItem item : object.items()) {
            keys.add(this.evaluation.known(key(item.key(), scope)));
            values.add(evaluate(item.value(), scope));
        }
        return this.choices.whole(values, this.evaluation.failures(), origin,
                (all) -> object(object, keys, all, scope, origin));
    }

    private Value object(Expression.ObjectLiteral object, List<Value> keys, List<Value> values, Scope scope,
            Origin origin) {
        return this.choices.expand(keys, origin, (chosen) -> {
            SequencedMap<String, Field> fields = new LinkedHashMap<>();
            for (int i = 0; i < chosen.size(); i++) {
                Value key = chosen.get(i);
                if (this.evaluation.failures().contains(key)) {
                    return key;
                }
                String text = Values.text(key);
                if (text == null) {
                    List<Value> parts = new ArrayList<>(List.of(key));
                    parts.addAll(values);
                    return Values.unknown(parts, "an object with a key that is not known", origin);
                }
                fields.putLast(text, new Field(text, scope.origin(object.items().get(i).key().span()), values.get(i)));
            }
            return new Value.ObjectValue(List.copyOf(fields.values()), origin);
        });
    }

    private Value key(ObjectKey key, Scope scope) {
        String constant = key.constant();
        if (constant != null) {
            return Values.string(constant, scope.origin(key.span()));
        }
        return switch (key) {
            case ObjectKey.Named named -> Values.string(named.name(), scope.origin(named.span()));
            case ObjectKey.Computed computed -> evaluate(computed.expression(), scope);
        };
    }

    private Value conditional(Expression.Conditional conditional, Scope scope, Origin origin) {
        Value condition = evaluate(conditional.condition(), scope);
        if (this.evaluation.failures().contains(condition)) {
            return condition;
        }
        Guard guard = when(condition, conditional.condition(), scope);
        Guard with = this.guards.and(scope.guard(), guard);
        Guard without = this.guards.and(scope.guard(), this.guards.not(guard));
        if (guard == Guard.FALSE || with == Guard.FALSE) {
            return evaluate(conditional.otherwise(), scope);
        }
        if (guard == Guard.TRUE || without == Guard.FALSE) {
            return evaluate(conditional.then(), scope);
        }
        if (guard == Guard.EXHAUSTED) {
            return Values.unknown(List.of(evaluate(conditional.then(), scope), evaluate(conditional.otherwise(), scope),
                    Values.outOfBudget(origin)), "a conditional", origin);
        }
        return this.choices.choice(guard, evaluate(conditional.then(), scope.under(with)),
                evaluate(conditional.otherwise(), scope.under(without)), origin);
    }

    /// When a condition holds.
    Guard when(Value condition, Expression written, Scope scope) {
        Value known = this.choices.map(condition, this.evaluation::known);
        String text = scope.key() + ": " + scope.source().textAt(written.span());
        return this.evaluation.conditions().whenTrue(known, text);
    }

    private Value binary(Expression.Binary binary, Scope scope, Origin origin) {
        Value left = this.choices.map(evaluate(binary.left(), scope), this.evaluation::known);
        Boolean decided = decides(binary.operator(), left);
        if (decided != null) {
            return Values.bool(decided, origin);
        }
        Value right = this.choices.map(evaluate(binary.right(), scope), this.evaluation::known);
        return this.choices.expand(List.of(left, right), origin, (sides) -> this.operators.binary(binary.operator(),
                this.evaluation.known(sides.getFirst()), this.evaluation.known(sides.getLast()), origin));
    }

    private static @Nullable Boolean decides(Operator operator, Value left) {
        Boolean known = Values.bool(left);
        if (known == null) {
            return null;
        }
        return (operator == Operator.OR && known) || (operator == Operator.AND && !known) ? known : null;
    }

    Traversals traversals() {
        return this.traversals;
    }

    TemplateExpressions templates() {
        return this.templates;
    }

}
