package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Map;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// What the parameters of a nested stack hold: the values that its parent passes, else the defaults. Nobody else can
/// give it any.
final class PassedParameters {

    private final Lowering lowering;

    PassedParameters(Lowering lowering) {
        this.lowering = lowering;
    }

    /// What a reference to a parameter yields.
    /// @param list whether the text that is passed stands for a list
    /// @param standard what it holds when nothing is passed
    /// @param origin where the parameter is used
    Value value(String name, boolean list, Value standard, Origin origin) {
        Map<String, Value> arguments = this.lowering.scope().arguments();
        Value passed = arguments == null ? null : arguments.get(name);
        if (passed == null) {
            return standard;
        }
        Value here = this.lowering.stacks().moved(passed, origin);
        return this.lowering.alternatives().map(here, origin, (each) -> {
            if (each instanceof Value.Absent) {
                return standard;
            }
            return list && !(each instanceof Value.ListValue) ? split(each, origin) : each;
        });
    }

    private Value split(Value text, Origin origin) {
        return new Splitting(this.lowering, new References(this.lowering)).split(Value.Literal.of(",", origin), text,
                origin, (pieces) -> pieces.rest() == null ? new Value.ListValue(trimmed(pieces.known()), origin)
                        : Values.derived("Fn::Split", pieces.rest(), origin));
    }

    private static List<Value> trimmed(List<Value> items) {
        return items.stream()
            .map((item) -> item instanceof Value.Literal literal
                    ? (Value) Value.Literal.of(literal.text().strip(), literal.origin()) : item)
            .toList();
    }

}
