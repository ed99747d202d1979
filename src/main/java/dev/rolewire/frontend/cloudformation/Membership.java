package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.function.BiFunction;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// When the members of lists are what the `Rules` section asks for (CloudFormation Template Reference, "Rule-specific
/// intrinsic functions"). A list that is not known makes a yes or no of its own.
final class Membership {

    private final Lowering lowering;

    private final GuardSpace guards;

    Membership(Lowering lowering) {
        this.lowering = lowering;
        this.guards = lowering.guards();
    }

    /// When a list has a text.
    /// @param key names the question where it cannot be answered
    Guard contains(Value list, Value text, String key) {
        return overItems(list, key, (items, name) -> {
            Guard any = Guard.FALSE;
            for (int i = 0; i < items.size(); i++) {
                any = this.guards.or(any, equal(items.get(i), text, name + i));
            }
            return any;
        });
    }

    /// When each item of a list is a text.
    Guard eachEquals(Value list, Value text, String key) {
        return overItems(list, key, (items, name) -> {
            Guard all = Guard.TRUE;
            for (int i = 0; i < items.size(); i++) {
                all = this.guards.and(all, equal(items.get(i), text, name + i));
            }
            return all;
        });
    }

    /// When each item of a list is one of another.
    Guard eachIn(Value list, Value others, String key) {
        return overItems(list, key, (items, name) -> {
            Guard all = Guard.TRUE;
            for (int i = 0; i < items.size(); i++) {
                all = this.guards.and(all, contains(others, items.get(i), name + i + ","));
            }
            return all;
        });
    }

    private Guard equal(Value item, Value text, String key) {
        return this.lowering.comparison().equal(item, text, key);
    }

    private Guard overItems(Value list, String key, BiFunction<List<Value>, String, Guard> answer) {
        if (!this.lowering.budget().take(1)) {
            return Guard.EXHAUSTED;
        }
        return switch (list) {
            case Value.Choice(var guard, var then, var otherwise, var _) ->
                this.guards.or(this.guards.and(guard, overItems(then, key, answer)),
                        this.guards.and(this.guards.not(guard), overItems(otherwise, key, answer)));
            case Value.ListValue(var items, var _, var _) when items.stream().noneMatch(Values::changesLength) ->
                answer.apply(items, key);
            case Value.Unknown unknown -> this.guards.opaque(key, unknown.reason());
            case Value.ListValue _, Value.Literal _, Value.Reference _, Value.Concat _, Value.ObjectValue _,
                    Value.Absent _ ->
                this.guards.opaque(key, Reason.PARAMETER);
        };
    }

}
