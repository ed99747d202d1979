package dev.rolewire.wiring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;

/// Which resource is made after which, through references and explicit dependencies.
final class DependencyIndex {

    private final Template template;

    private final Map<String, List<String>> direct = new HashMap<>();

    private final Map<String, Set<String>> reached = new HashMap<>();

    DependencyIndex(Template template) {
        this.template = template;
    }

    /// Whether a resource is surely made after another one.
    boolean dependsOn(String address, String other) {
        return this.reached.computeIfAbsent(address, this::reach).contains(other);
    }

    private Set<String> reach(String address) {
        Set<String> seen = new HashSet<>();
        Deque<String> queue = new ArrayDeque<>();
        queue.add(address);
        while (!queue.isEmpty()) {
            for (String next : this.direct.computeIfAbsent(queue.remove(), this::directOf)) {
                if (seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }

    private List<String> directOf(String address) {
        Resource resource = this.template.resources().get(address);
        if (resource == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>(resource.dependencies());
        collect(resource.properties(), found);
        return found;
    }

    private static void collect(Value value, List<String> found) {
        switch (value) {
            case Value.Reference reference -> found.add(reference.address());
            case Value.Concat concat -> concat.parts().forEach((part) -> collect(part, found));
            case Value.Choice choice -> {
                collect(choice.then(), found);
                collect(choice.otherwise(), found);
            }
            case Value.ListValue list -> list.items().forEach((item) -> collect(item, found));
            case Value.ObjectValue object -> object.fields().forEach((field) -> collect(field.value(), found));
            case Value.Unknown unknown -> unknown.operands().forEach((operand) -> found.add(operand.address()));
            case Value.Literal _, Value.Absent _ -> {
            }
        }
    }

}
