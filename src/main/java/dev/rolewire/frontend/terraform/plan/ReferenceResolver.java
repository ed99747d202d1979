package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.frontend.terraform.plan.ConfigModule.Call;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import org.jspecify.annotations.Nullable;

/// Follows the references of an expression to resource attributes: up through variables to the module call, down through
/// outputs into the module, along `each.value` to the `for_each` expression.
///
/// A plan's reference lists show no structure. What is left of a path after a variable or output (`var.role.arn`) is
/// appended to what that was given, which is right when a whole object was handed over; an attribute with a path after
/// it came out of an object that the plan flattened, so it is only a candidate. Work is bounded by a memo of variables and
/// outputs, a depth and a counted budget; beyond them the answer is [Resolution#OPAQUE].
final class ReferenceResolver {

    private static final int MAX_DEPTH = 64;

    private static final int MAX_INSTANCES = 16;

    private static final int BUDGET = 20_000_000;

    private final References references = new References();

    private final PlannedResources resources;

    /// Whether references name resources without their attributes (`format_version` 0.1).
    private final boolean attributesLost;

    /// Whether an instance that the plan does not show does not exist.
    private final boolean complete;

    private final Map<Key, Resolution> known = new HashMap<>();

    private final Set<Key> open = new HashSet<>();

    private int budget = BUDGET;

    ReferenceResolver(PlannedResources resources, boolean attributesLost, boolean complete) {
        this.resources = resources;
        this.attributesLost = attributesLost;
        this.complete = complete;
    }

    private record Key(ModuleInstance module, String name, List<Step> path) {

    }

    /// Follows all references of an expression.
    Resolution resolve(Scope scope, Place expression) {
        return resolve(scope, expression, List.of(), 0);
    }

    /// Follows each reference of an expression by itself.
    List<Resolution> each(Scope scope, Place expression) {
        List<Resolution> parts = new ArrayList<>();
        for (String reference : this.references.of(expression)) {
            parts.add(follow(scope, reference, List.of(), 0));
        }
        return parts;
    }

    private Resolution resolve(Scope scope, Place expression, List<Step> rest, int depth) {
        List<String> found = this.references.of(expression);
        this.budget -= 1 + found.size();
        if (depth > MAX_DEPTH || this.budget < 0 || (expression.node() != null && !Expression.is(expression))) {
            return Resolution.OPAQUE;
        }
        if (found.isEmpty()) {
            return Resolution.KNOWN;
        }
        List<Resolution> parts = new ArrayList<>(found.size());
        for (String reference : found) {
            parts.add(follow(scope, reference, rest, depth + 1));
        }
        return Resolution.of(parts);
    }

    private Resolution follow(Scope scope, String reference, List<Step> rest, int depth) {
        List<Step> steps = this.references.steps(reference);
        if (steps == null || steps.size() < 2) {
            return Resolution.OPAQUE;
        }
        String second = steps.get(1).text();
        return switch (steps.getFirst().text()) {
            case "var" -> variable(scope.module(), second, join(steps, 2, rest), depth);
            case "module" -> output(scope.module(), second, join(steps, 2, rest), depth);
            case "each" -> each(scope, steps, rest, depth);
            case "count", "path", "terraform", "tofu" -> Resolution.KNOWN;
            case "local", "self" -> Resolution.OPAQUE;
            case "data" -> steps.size() < 3 ? Resolution.OPAQUE : resource(scope,
                    new BlockName(true, second, steps.get(2).text()), join(steps, 3, List.of()), rest);
            default ->
                resource(scope, new BlockName(false, steps.getFirst().text(), second), join(steps, 2, List.of()), rest);
        };
    }

    private Resolution variable(ModuleInstance module, String name, List<Step> path, int depth) {
        ModuleInstance parent = module.parent();
        if (parent == null) {
            return Resolution.KNOWN;
        }
        Call call = module.call();
        if (call == null) {
            return Resolution.OPAQUE;
        }
        Place argument = call.place().get("expressions").get(name);
        if (argument.node() == null) {
            return Resolution.KNOWN;
        }
        return remember(new Key(module, "var." + name, path),
                () -> resolve(new Scope(parent, module.key(), call.forEach()), argument, path, depth));
    }

    private Resolution output(ModuleInstance module, String name, List<Step> path, int depth) {
        Call call = module.config().call(name);
        boolean keyed = !path.isEmpty() && path.getFirst().isKey();
        int at = keyed ? 1 : 0;
        if (call == null || path.size() <= at || (!keyed && (call.isKeyed() || module.hasKeyedChildren(name)))) {
            return Resolution.OPAQUE;
        }
        ModuleInstance child = module.child(name, keyed ? path.getFirst() : null);
        String output = path.get(at).text();
        Place expression = call.module().output(output);
        if (expression.node() == null) {
            return Resolution.OPAQUE;
        }
        List<Step> rest = path.subList(at + 1, path.size());
        return remember(new Key(child, "output." + output, rest),
                () -> resolve(Scope.of(child), expression, rest, depth));
    }

    private Resolution each(Scope scope, List<Step> steps, List<Step> rest, int depth) {
        if (!steps.get(1).text().equals("value")) {
            return Resolution.KNOWN;
        }
        if (scope.key() == null) {
            return Resolution.OPAQUE;
        }
        if (scope.forEach().node() == null) {
            return Resolution.KNOWN;
        }
        List<Step> path = new ArrayList<>();
        path.add(scope.key());
        path.addAll(join(steps, 2, rest));
        return resolve(Scope.of(scope.module()), scope.forEach(), path, depth);
    }

    private Resolution resource(Scope scope, BlockName name, List<Step> own, List<Step> rest) {
        boolean whole = own.isEmpty() || (own.size() == 1 && own.getFirst().isKey());
        List<Step> path = whole ? join(own, 0, rest) : own;
        Step key = path.isEmpty() || !path.getFirst().isKey() ? null : path.getFirst();
        List<Step> attribute = key == null ? path : path.subList(1, path.size());
        Block block = scope.module().config().block(name);
        boolean keyFits = this.resources.instance(scope.module(), name, key) != null
                || (block != null && block.isKeyed() == (key != null));
        boolean exact = keyFits && !this.attributesLost && !attribute.isEmpty() && !attribute.getFirst().isKey()
                && (whole || rest.isEmpty());
        if (keyFits) {
            PlannedResource instance = this.resources.instance(scope.module(), name, key);
            return instance == null ? missing(block)
                    : Resolution.of(new Candidate(instance, this.attributesLost ? List.of() : attribute, exact));
        }
        return some(scope, name);
    }

    /// An instance that is not there. When the keys of its block say which are, it does
    /// not exist, and nothing comes from
    /// it (`-target` keeps what the targets refer to); else the plan does not show it.
    private Resolution missing(@Nullable Block block) {
        boolean nonexistent = block != null && block.isKeyed() && this.complete;
        return new Resolution(List.of(), false, !nonexistent);
    }

    /// The instances of a block when the reference does not say which: the one with the
    /// key of the place that refers, else
    /// the first ones.
    private Resolution some(Scope scope, BlockName name) {
        PlannedResource same = scope.key() == null ? null : this.resources.instance(scope.module(), name, scope.key());
        Collection<PlannedResource> instances = same == null ? this.resources.instances(scope.module(), name)
                : List.of(same);
        List<Candidate> candidates = instances.stream()
            .limit(MAX_INSTANCES)
            .map((instance) -> new Candidate(instance, List.of(), false))
            .toList();
        return candidates.isEmpty() ? missing(scope.module().config().block(name))
                : new Resolution(candidates, false, false);
    }

    private Resolution remember(Key key, Supplier<Resolution> resolution) {
        Resolution remembered = this.known.get(key);
        if (remembered != null) {
            return remembered;
        }
        if (!this.open.add(key)) {
            return Resolution.OPAQUE;
        }
        Resolution found = resolution.get();
        this.open.remove(key);
        this.known.put(key, found);
        return found;
    }

    private static List<Step> join(List<Step> steps, int from, List<Step> rest) {
        if (rest.isEmpty()) {
            return steps.subList(from, steps.size());
        }
        List<Step> joined = new ArrayList<>(steps.subList(from, steps.size()));
        joined.addAll(rest);
        return joined;
    }

}
