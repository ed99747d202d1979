package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;

/// Finds what stands at a path of the catalog, in every item of the lists on the way.
final class PlaceFinder {

    private final GuardSpace guards;

    private final List<PlaceUse> found = new ArrayList<>();

    private PlaceFinder(GuardSpace guards) {
        this.guards = guards;
    }

    /// The values at a path, in source order.
    /// @param path the segments; `*` stands for each item of a list
    static List<PlaceUse> find(GuardSpace guards, Resource resource, List<String> path) {
        PlaceFinder finder = new PlaceFinder(guards);
        finder.walk(path, 0, resource.condition(), resource.properties(), "");
        return finder.found;
    }

    private void walk(List<String> path, int at, Guard guard, Value value, String place) {
        if (guard == Guard.FALSE) {
            return;
        }
        if (at == path.size()) {
            this.found.add(new PlaceUse(place, guard, value));
            return;
        }
        String segment = path.get(at);
        switch (value) {
            case Value.Choice choice -> {
                walk(path, at, this.guards.and(guard, choice.guard()), choice.then(), place);
                walk(path, at, this.guards.and(guard, this.guards.not(choice.guard())), choice.otherwise(), place);
            }
            case Value.ListValue list when segment.equals("*") -> {
                for (int i = 0; i < list.items().size(); i++) {
                    walk(path, at + 1, guard, list.items().get(i), join(place, Integer.toString(i)));
                }
            }
            case Value.ObjectValue object when !segment.equals("*") -> {
                Value next = object.get(segment);
                if (next != null) {
                    walk(path, at + 1, guard, next, join(place, segment));
                }
            }
            case Value.ListValue _, Value.ObjectValue _, Value.Literal _, Value.Concat _, Value.Reference _,
                    Value.Unknown _, Value.Absent _ ->
                {
                }
        }
    }

    private static String join(String path, String segment) {
        return path.isEmpty() ? segment : path + "/" + segment;
    }

}
