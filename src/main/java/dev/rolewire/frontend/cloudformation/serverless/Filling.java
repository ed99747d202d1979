package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Gives a property the ARN of the role that the transform makes for it where it is not set, and learns when that is.
final class Filling {

    private final GuardSpace guards;

    private final ServerlessType.Made what;

    private final @Nullable Reason doubt;

    private final String id;

    private final Origin origin;

    private Guard made = Guard.FALSE;

    /// @param doubt why it is not sure that the role is made where none is written (a
    /// macro
    /// may add one), or null when it is
    /// @param id the logical id of the role
    /// @param origin where what has the role is written
    Filling(GuardSpace guards, ServerlessType.Made what, @Nullable Reason doubt, String id, Origin origin) {
        this.guards = guards;
        this.what = what;
        this.doubt = doubt;
        this.id = id;
        this.origin = origin;
    }

    /// When the role is made, once [#fill] has run.
    Guard made() {
        return this.made;
    }

    /// The object with the role, and without what has no effect beside one that is given.
    Value.ObjectValue fill(Value.ObjectValue object, Guard guard) {
        Value.ObjectValue filled = put(object, this.what.fills(), guard);
        Guard without = this.guards.and(guard, this.guards.not(this.made));
        if (without == Guard.FALSE || this.doubt != null) {
            return filled;
        }
        for (List<String> path : this.what.onlyHere()) {
            filled = limit(filled, path);
        }
        return filled;
    }

    private Value.ObjectValue put(Value.ObjectValue object, List<String> path, Guard guard) {
        String name = path.getFirst();
        Value value = object.get(name);
        Value put = path.size() == 1 ? property(value, guard) : inside(value, path, guard);
        return put == null ? object : Fields.with(object, name, put, this.origin);
    }

    private @Nullable Value inside(@Nullable Value value, List<String> path, Guard guard) {
        List<String> rest = path.subList(1, path.size());
        return switch (value) {
            case null -> put(new Value.ObjectValue(List.of(), this.origin), rest, guard);
            case Value.Absent _ -> put(new Value.ObjectValue(List.of(), this.origin), rest, guard);
            case Value.ObjectValue object -> put(object, rest, guard);
            case Value.Choice(var condition, var then, var otherwise, var at) -> {
                Value one = inside(then, path, this.guards.and(guard, condition));
                Value other = inside(otherwise, path, this.guards.and(guard, this.guards.not(condition)));
                yield new Value.Choice(condition, one == null ? then : one, other == null ? otherwise : other, at);
            }
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, Value.Unknown _ -> null;
        };
    }

    private @Nullable Value property(@Nullable Value value, Guard guard) {
        return switch (value) {
            case null -> role(guard);
            case Value.Absent _ -> role(guard);
            case Value.Choice(var condition, var then, var otherwise, var at) ->
                new Value.Choice(condition, branch(then, this.guards.and(guard, condition)),
                        branch(otherwise, this.guards.and(guard, this.guards.not(condition))), at);
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, Value.ObjectValue _,
                    Value.Unknown _ ->
                null;
        };
    }

    /// An alternative of the property. The transform looks at the outermost `Fn::If`
    /// alone; what it leaves without a value
    /// further inside is not given a role.
    private Value branch(Value value, Guard guard) {
        if (value instanceof Value.Absent && this.what.branches()) {
            return role(guard);
        }
        return Fields.withoutAbsent(value, String.join("/", this.what.fills()));
    }

    private Value role(Guard guard) {
        this.made = this.guards.or(this.made, guard);
        return this.doubt == null ? new Value.Reference(this.id, "Arn", this.origin)
                : Value.Unknown.of(this.doubt, this.id, this.origin);
    }

    /// The object with a property that is there only where the role is made.
    private Value.ObjectValue limit(Value.ObjectValue object, List<String> path) {
        Value value = object.get(path.getFirst());
        if (value == null) {
            return object;
        }
        if (path.size() > 1) {
            return value instanceof Value.ObjectValue inner
                    ? Fields.with(object, path.getFirst(), limit(inner, path.subList(1, path.size())), this.origin)
                    : object;
        }
        Value limited = this.made == Guard.FALSE ? new Value.Absent(value.origin())
                : new Value.Choice(this.made, value, new Value.Absent(value.origin()), value.origin());
        List<Value.Field> fields = new ArrayList<>();
        for (Value.Field field : object.fields()) {
            fields.add(field.key().equals(path.getFirst()) ? new Value.Field(field.key(), field.keyOrigin(), limited)
                    : field);
        }
        return new Value.ObjectValue(fields, object.origin());
    }

}
