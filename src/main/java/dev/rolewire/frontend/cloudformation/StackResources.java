package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Scalar;

/// Collects the resources of a template and of all stacks nested in it, ordered as CloudFormation makes them: a nested
/// stack is there when all of its resources are, and none of them is begun before what the stack itself waits for.
final class StackResources {

    private static final String CONSTRUCT_PATH = "aws:cdk:path";

    private final SequencedMap<String, Resource> resources = new LinkedHashMap<>();

    private final SequencedMap<String, String> labels = new LinkedHashMap<>();

    private final List<RuleAssertions> assertions = new ArrayList<>();

    /// Adds a template whose conditions were evaluated, with what is nested in it.
    void add(Lowering lowering) {
        add(lowering, List.of());
    }

    SequencedMap<String, Resource> all() {
        return this.resources;
    }

    /// The construct paths that the CDK notes of its resources, by address.
    SequencedMap<String, String> labels() {
        return this.labels;
    }

    /// When the assertions of all templates hold.
    Guard assumption(GuardSpace guards) {
        Guard all = Guard.TRUE;
        for (RuleAssertions each : this.assertions) {
            all = guards.and(all, each.lower());
        }
        return all;
    }

    /// @param before the addresses that every resource waits for
    private SequencedSet<String> add(Lowering lowering, List<String> before) {
        CloudFormationFrontend.checkShape(lowering);
        SequencedMap<String, Resource> own = new ResourceLowering(lowering, lowering.root()).lower();
        SequencedSet<String> added = new LinkedHashSet<>(own.sequencedKeySet());
        boolean ordered = before.isEmpty() || lowering.budget().take(own.size() * (1 + before.size() / 16));
        own.values()
            .forEach(
                    (resource) -> this.resources.put(resource.address(), ordered ? after(resource, before) : resource));
        for (Loops.Entry entry : lowering.resources().entries()) {
            if (entry.node() instanceof Mapping body && body.get("Metadata") instanceof Mapping metadata
                    && metadata.get(CONSTRUCT_PATH) instanceof Scalar path) {
                this.labels.put(lowering.scope().address(entry.name()), path.text());
            }
        }
        for (NestedStack stack : lowering.stacks().all()) {
            stack.checkParameters(lowering);
            String address = lowering.scope().address(stack.name());
            Resource resource = this.resources.get(address);
            if (resource != null) {
                SequencedSet<String> first = new LinkedHashSet<>(resource.dependencies());
                collect(resource.properties(), first);
                first.remove(address);
                SequencedSet<String> children = add(stack.lowering(), List.copyOf(first));
                this.resources.put(address, after(resource, List.copyOf(children)));
                added.addAll(children);
            }
        }
        lowering.outputs().check();
        new Cycles(lowering).check();
        this.assertions.add(new RuleAssertions(lowering));
        return added;
    }

    private static Resource after(Resource resource, List<String> before) {
        if (before.isEmpty()) {
            return resource;
        }
        SequencedSet<String> dependencies = new LinkedHashSet<>(resource.dependencies());
        dependencies.addAll(before);
        return new Resource(resource.address(), resource.type(), resource.mode(), resource.change(),
                resource.condition(), resource.properties(), resource.complete(), List.copyOf(dependencies),
                resource.origin(), resource.typeOrigin(), resource.instanceKey());
    }

    private static void collect(Value value, SequencedSet<String> addresses) {
        for (Value.Reference reference : Values.operands(List.of(value))) {
            addresses.add(reference.address());
        }
    }

}
