package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The resources and data sources of one instance of a module.
final class Resources {

    private final Evaluation evaluation;

    private final ModuleInstance module;

    private final Map<String, Expanded> expanded = new LinkedHashMap<>();

    private final Set<String> open = new HashSet<>();

    Resources(Evaluation evaluation, ModuleInstance module) {
        this.evaluation = evaluation;
        this.module = module;
    }

    /// A block with its instances.
    private record Expanded(List<ResourceInstance> instances, Value value) {

    }

    /// A resource as an expression sees it.
    /// @param name its address in the module: `aws_iam_role.r`, `data.aws_iam_role.r`
    Value value(String name, Origin use) {
        ConfigBlock block = this.module.module().resources().get(name);
        if (block == null) {
            return this.evaluation.failures().of("`" + name + "` is not declared", use);
        }
        Expanded found = expand(name, block);
        if (found == null) {
            this.evaluation.problems()
                .add(ModelProblem.Kind.UNRECOGNISED, "cycle: the instances of `"
                        + ResourceAddress.below(this.module.address(), name) + "` depend on themselves", use);
            return this.evaluation.failures().of("a cycle through `" + name + "`", use);
        }
        return found.value();
    }

    /// The instances of a block.
    List<ResourceInstance> instances(String name) {
        ConfigBlock block = this.module.module().resources().get(name);
        Expanded found = block == null ? null : expand(name, block);
        return found == null ? List.of() : found.instances();
    }

    /// The block with its instances; null while these are being found.
    private @Nullable Expanded expand(String name, ConfigBlock block) {
        Expanded known = this.expanded.get(name);
        if (known != null) {
            return known;
        }
        if (!this.open.add(name)) {
            return null;
        }
        String address = ResourceAddress.below(this.module.address(), name);
        Scope scope = this.module.scope(block.source()).at(Pointer.ROOT.child(address));
        Expander.Instances found = Expander.expand(this.evaluation, address, block, scope);
        List<ResourceInstance> instances = new ArrayList<>();
        for (Expander.Instance instance : found.all()) {
            ResourceInstance made = new ResourceInstance(this.evaluation, block, instance, name.startsWith("data."));
            this.evaluation.register(made);
            instances.add(made);
        }
        this.open.remove(name);
        Expanded made = new Expanded(List.copyOf(instances), found.value());
        this.expanded.put(name, made);
        return made;
    }

}
