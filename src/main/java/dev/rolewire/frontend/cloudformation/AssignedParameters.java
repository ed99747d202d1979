package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.rolewire.frontend.cloudformation.stack.StackSettings;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// The values that parameter files of the bundle give. Of several files any one may be used: which one is a free choice,
/// so that a witness names the file.
final class AssignedParameters {

    /// What a witness calls the choice.
    private static final String CHOICE = "parameter file";

    private final Alternatives alternatives;

    private final List<Given> files = new ArrayList<>();

    private record Given(Guard guard, StackSettings.Assignment assignment) {

    }

    AssignedParameters(Scope scope, Lowering lowering) {
        this.alternatives = lowering.alternatives();
        List<StackSettings.Assignment> assignments = scope.isNested() ? List.of() : scope.settings().assignments();
        if (!assignments.isEmpty()) {
            GuardSpace guards = lowering.guards();
            List<String> names = assignments.stream().map(StackSettings.Assignment::name).toList();
            GuardVariable choice = guards.declare(scope.address(CHOICE), GuardSpace.Kind.PARAMETER, names, true, null);
            assignments.forEach((each) -> this.files.add(new Given(guards.equal(choice, each.name()), each)));
        }
    }

    /// What a parameter holds.
    /// @param known makes a value of the text in a file
    /// @param free the value when no file gives any
    Value value(String name, Function<String, Value> known, Supplier<Value> free, Origin origin) {
        Value result = null;
        for (Given file : this.files.reversed()) {
            String text = file.assignment().parameters().get(name);
            Value value = text == null ? null : known.apply(text);
            if (result == null) {
                result = value == null ? free.get() : value;
            }
            else {
                result = this.alternatives.choice(file.guard(), value == null ? free.get() : value, result, origin);
            }
        }
        return result == null ? free.get() : result;
    }

}
