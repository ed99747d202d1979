package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;

/// Finds the policy documents of a template by the places that the catalog lists.
final class PolicyFinder {

    private final GuardSpace guards;

    private final List<PolicyUse> found = new ArrayList<>();

    private PolicyFinder(GuardSpace guards) {
        this.guards = guards;
    }

    /// Finds all policy documents that the template has, by resource in source order.
    /// What
    /// a transform makes of them is not looked at again.
    static List<PolicyUse> find(Template template, Catalog catalog) {
        PolicyFinder finder = new PolicyFinder(template.guards());
        for (Resource resource : template.resources().values()) {
            if (resource.mode() == Resource.Mode.MANAGED && resource.maker() == null) {
                for (PolicyPlace place : catalog.policyPlacesOf(resource.type())) {
                    finder.walk(resource, place, 0, resource.condition(), resource.properties(), "");
                }
            }
        }
        return List.copyOf(finder.found);
    }

    private void walk(Resource resource, PolicyPlace place, int depth, Guard guard, Value value, String path) {
        if (guard == Guard.FALSE) {
            return;
        }
        if (depth == place.path().size()) {
            this.found.add(new PolicyUse(resource, place, path, guard, value));
            return;
        }
        String segment = place.path().get(depth);
        switch (value) {
            case Value.Choice choice -> {
                walk(resource, place, depth, this.guards.and(guard, choice.guard()), choice.then(), path);
                walk(resource, place, depth, this.guards.and(guard, this.guards.not(choice.guard())),
                        choice.otherwise(), path);
            }
            case Value.ListValue list when segment.equals("*") -> {
                for (int i = 0; i < list.items().size(); i++) {
                    walk(resource, place, depth + 1, guard, list.items().get(i), join(path, Integer.toString(i)));
                }
            }
            case Value.ObjectValue object when !segment.equals("*") -> {
                Value next = object.get(segment);
                if (next != null) {
                    walk(resource, place, depth + 1, guard, next, join(path, segment));
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
