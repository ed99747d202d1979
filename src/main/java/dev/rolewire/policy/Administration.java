package dev.rolewire.policy;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Says when a policy surely allows everything: a statement with `Allow`, the action `*` and the resource `*`, and no
/// condition.
public final class Administration {

    private final GuardSpace guards;

    private Administration(GuardSpace guards) {
        this.guards = guards;
    }

    /// When a policy surely allows everything.
    public static Guard of(Value policy, GuardSpace guards) {
        return new Administration(guards).policy(policy);
    }

    private Guard policy(Value value) {
        return switch (value) {
            case Value.Choice choice -> choose(choice, policy(choice.then()), policy(choice.otherwise()));
            case Value.Literal literal when literal.document() != null -> policy(literal.document());
            case Value.Concat concat when concat.document() != null -> policy(concat.document());
            case Value.ObjectValue object -> {
                Value statements = object.get("Statement");
                yield statements == null ? Guard.FALSE : statements(statements);
            }
            case Value.Literal _, Value.Concat _, Value.ListValue _, Value.Reference _, Value.Unknown _,
                    Value.Absent _ ->
                Guard.FALSE;
        };
    }

    private Guard statements(Value value) {
        return switch (value) {
            case Value.Choice choice -> choose(choice, statements(choice.then()), statements(choice.otherwise()));
            case Value.ListValue list -> {
                Guard any = Guard.FALSE;
                for (Value item : list.items()) {
                    any = this.guards.or(any, statements(item));
                }
                yield any;
            }
            case Value.ObjectValue object -> object.get("Condition") == null
                    ? this.guards.and(has(object.get("Effect"), "Allow"),
                            this.guards.and(has(object.get("Action"), "*"), has(object.get("Resource"), "*")))
                    : Guard.FALSE;
            case Value.Literal _, Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _ -> Guard.FALSE;
        };
    }

    /// When an element is a text, or a list that holds it.
    private Guard has(@Nullable Value element, String text) {
        Guard any = Guard.FALSE;
        if (element == null) {
            return any;
        }
        for (Alternatives.Alternative alternative : Alternatives.of(this.guards, Guard.TRUE, element)) {
            Guard there = switch (alternative.value()) {
                case Value.Literal literal -> literal.text().equals(text) ? alternative.guard() : Guard.FALSE;
                case Value.ListValue list -> {
                    Guard item = Guard.FALSE;
                    for (Value each : list.items()) {
                        item = each instanceof Value.ListValue ? item : this.guards.or(item, has(each, text));
                    }
                    yield this.guards.and(alternative.guard(), item);
                }
                case Value.Concat _, Value.Reference _, Value.ObjectValue _, Value.Unknown _, Value.Absent _,
                        Value.Choice _ ->
                    Guard.FALSE;
            };
            any = this.guards.or(any, there);
        }
        return any;
    }

    private Guard choose(Value.Choice choice, Guard then, Guard otherwise) {
        return this.guards.or(this.guards.and(choice.guard(), then),
                this.guards.and(this.guards.not(choice.guard()), otherwise));
    }

}
