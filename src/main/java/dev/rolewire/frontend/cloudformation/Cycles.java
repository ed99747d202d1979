package dev.rolewire.frontend.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource;
import org.jspecify.annotations.Nullable;

/// Finds resources that wait for each other: cycles whose edges can all be there at once. Of those that hang together
/// the shortest is told. Resources that a transform or module rewrites are left out, their edges are not known.
final class Cycles {

    /// How many steps the search takes at most among resources that hang together.
    private static final int MAX_STEPS = 5_000;

    private final Lowering lowering;

    private final SequencedMap<String, Resource> resources;

    Cycles(Lowering lowering, SequencedMap<String, Resource> resources) {
        this.lowering = lowering;
        this.resources = resources;
    }

    /// A way from a resource to another.
    ///
    /// @param guard when all its edges are there
    private record Path(String end, Guard guard, @Nullable Path before) {

    }

    private record State(String end, Guard guard) {

    }

    /// Reports each group of resources with a cycle once.
    void check() {
        if (this.lowering.transforms().mayAddNames()) {
            return;
        }
        for (List<String> group : new Components(this.resources.keySet(), this::next).found()) {
            check(group);
        }
    }

    private List<String> next(String address) {
        if (isRewritten(address)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name : this.lowering.uses().of(address).keySet()) {
            if (this.resources.containsKey(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isRewritten(String address) {
        Resource resource = this.resources.get(address);
        return resource == null || !resource.complete() || resource.type().startsWith("AWS::Serverless::");
    }

    private void check(List<String> group) {
        Set<String> members = new HashSet<>(group);
        int[] steps = { 0 };
        for (String start : group) {
            Path cycle = cycle(start, members, steps);
            if (cycle != null) {
                report(start, cycle);
                return;
            }
        }
    }

    /// The shortest way from a resource back to itself.
    private @Nullable Path cycle(String start, Set<String> members, int[] steps) {
        GuardSpace guards = this.lowering.guards();
        Deque<Path> open = new ArrayDeque<>();
        Set<State> seen = new HashSet<>();
        open.add(new Path(start, Guard.TRUE, null));
        while (!open.isEmpty()) {
            Path path = open.remove();
            for (Map.Entry<String, Uses.Edge> edge : this.lowering.uses().of(path.end()).entrySet()) {
                String end = edge.getKey();
                if (!members.contains(end) || isRewritten(end)) {
                    continue;
                }
                if (++steps[0] > MAX_STEPS) {
                    return null;
                }
                Guard there = guards.and(edge.getValue().guard(), this.lowering.resources().conditionOf(end));
                Guard guard = guards.and(path.guard(), there);
                if (guard == Guard.FALSE || guard == Guard.EXHAUSTED) {
                    continue;
                }
                Path longer = new Path(end, guard, path);
                if (end.equals(start)) {
                    return longer;
                }
                if (seen.add(new State(end, guard))) {
                    open.add(longer);
                }
            }
        }
        return null;
    }

    private void report(String start, Path cycle) {
        List<String> names = new ArrayList<>();
        for (Path at = cycle; at != null; at = at.before()) {
            names.addFirst(at.end());
        }
        String way = "`" + String.join("` -> `", names) + "`";
        String message = names.size() == 2 ? "`" + start + "` refers to itself, so it can never be made"
                : "resources wait for each other: " + way;
        Uses.Edge first = this.lowering.uses().of(start).get(names.get(1));
        Resource resource = this.resources.get(start);
        if (first != null && resource != null) {
            this.lowering.problem(new ModelProblem(ModelProblem.Kind.CYCLIC_REFERENCE, message, start, resource.type(),
                    null, cycle.guard(), String.join(", ", names.subList(0, names.size() - 1)), first.origin()));
        }
    }

}
