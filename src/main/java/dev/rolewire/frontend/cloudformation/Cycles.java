package dev.rolewire.frontend.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import org.jspecify.annotations.Nullable;

/// Finds resources that wait for each other: cycles whose edges can all be there at once. Of those that hang together
/// the shortest is told. Resources that a transform or module rewrites are left out, their edges are not known.
final class Cycles {

    /// How many steps the search takes at most among resources that hang together.
    private static final int MAX_STEPS = 5_000;

    private final Lowering lowering;

    Cycles(Lowering lowering) {
        this.lowering = lowering;
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
        if (this.lowering.transforms().mayAddNames() || this.lowering.isMuted()) {
            return;
        }
        List<String> names = new ArrayList<>();
        this.lowering.resources().entries().forEach((entry) -> names.add(entry.name()));
        for (List<String> group : new Components(names, this::next).found()) {
            check(group);
        }
    }

    private List<String> next(String address) {
        if (isRewritten(address)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name : this.lowering.uses().of(address).keySet()) {
            if (this.lowering.resources().contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isRewritten(String name) {
        String type = this.lowering.resources().typeOf(name);
        return type == null || type.startsWith("AWS::Serverless::") || type.endsWith("::MODULE")
                || type.equals("AWS::CloudFormation::Module");
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
        if (first != null) {
            String type = this.lowering.resources().typeOf(start);
            Site site = Site.of(first.origin().pointer())
                .of(new Subject(this.lowering.scope().address(start), type == null ? "" : type))
                .under(cycle.guard());
            this.lowering.problem(ModelProblem.Kind.CYCLIC_REFERENCE, message, site,
                    String.join(", ", names.subList(0, names.size() - 1)), first.origin());
        }
    }

}
