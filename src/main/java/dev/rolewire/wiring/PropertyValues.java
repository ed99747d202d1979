package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// Looks up one concrete place in the properties of a resource.
final class PropertyValues {

    private PropertyValues() {
    }

    /// The values that stand at a place, each with its guard.
    /// @param guard when the resource exists
    /// @param path property names, list indices and map keys
    static List<Alternatives.Alternative> at(GuardSpace guards, Guard guard, Value properties, List<String> path) {
        List<Alternatives.Alternative> found = new ArrayList<>();
        walk(guards, guard, properties, path, found);
        return found;
    }

    private static void walk(GuardSpace guards, Guard guard, Value value, List<String> path,
            List<Alternatives.Alternative> found) {
        if (guard == Guard.FALSE) {
            return;
        }
        if (path.isEmpty()) {
            found.addAll(Alternatives.of(guards, guard, value));
            return;
        }
        List<String> rest = path.subList(1, path.size());
        switch (value) {
            case Value.Choice choice -> {
                walk(guards, guards.and(guard, choice.guard()), choice.then(), path, found);
                walk(guards, guards.and(guard, guards.not(choice.guard())), choice.otherwise(), path, found);
            }
            case Value.ObjectValue object -> {
                Value next = object.get(path.getFirst());
                if (next != null) {
                    walk(guards, guard, next, rest, found);
                }
            }
            case Value.ListValue list -> {
                String index = path.getFirst();
                if (index.length() < 10 && index.chars().allMatch(Character::isDigit)
                        && Integer.parseInt(index) < list.items().size()) {
                    walk(guards, guard, list.items().get(Integer.parseInt(index)), rest, found);
                }
            }
            case Value.Literal literal when literal.document() != null ->
                walk(guards, guard, literal.document(), path, found);
            case Value.Concat concat when concat.document() != null ->
                walk(guards, guard, concat.document(), path, found);
            case Value.Literal _, Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _ -> {
            }
        }
    }

}
