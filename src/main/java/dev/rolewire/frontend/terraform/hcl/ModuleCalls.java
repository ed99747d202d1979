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
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The module calls of one instance of a module.
final class ModuleCalls {

    private final Evaluation evaluation;

    private final ModuleInstance module;

    private final Map<String, Expanded> expanded = new LinkedHashMap<>();

    private final Set<String> open = new HashSet<>();

    ModuleCalls(Evaluation evaluation, ModuleInstance module) {
        this.evaluation = evaluation;
        this.module = module;
    }

    private record Expanded(List<ModuleInstance> instances, Value value) {

    }

    /// A module as an expression sees it.
    Value value(String name, Origin use) {
        ConfigBlock block = this.module.module().calls().get(name);
        if (block == null) {
            return this.evaluation.failures().of("no module call `" + name + "` is declared", use);
        }
        Expanded found = expand(name, block);
        if (found == null) {
            this.evaluation.problems()
                .add(ModelProblem.Kind.UNRECOGNISED,
                        "cycle: the instances of module `" + name + "` depend on themselves", use);
            return this.evaluation.failures().of("a cycle through module `" + name + "`", use);
        }
        return found.value();
    }

    /// The instances of a call whose module is at hand.
    List<ModuleInstance> instances(String name) {
        ConfigBlock block = this.module.module().calls().get(name);
        Expanded found = block == null ? null : expand(name, block);
        return found == null ? List.of() : found.instances();
    }

    private @Nullable Expanded expand(String name, ConfigBlock block) {
        Expanded known = this.expanded.get(name);
        if (known != null) {
            return known;
        }
        if (!this.open.add(name)) {
            return null;
        }
        Expanded made = make(name, block);
        this.open.remove(name);
        this.expanded.put(name, made);
        return made;
    }

    private Expanded make(String name, ConfigBlock block) {
        String address = ResourceAddress.below(this.module.address(), "module." + name);
        ModuleTree.Found found = this.evaluation.modules().called(this.module.module(), block);
        if (found.module() == null) {
            found.problem()
                .filter((_) -> !this.evaluation.facts().isPlanned())
                .ifPresent(this.evaluation.problems()::add);
            Value unknown = Value.Unknown.of(Reason.REMOTE_MODULE, address, block.header(Pointer.ROOT));
            return new Expanded(List.of(), unknown);
        }
        if (isAncestor(found.module())) {
            this.evaluation.problems()
                .add(ModelProblem.Kind.UNRECOGNISED, "cycle: module `" + name + "` calls itself through its source",
                        block.header(Pointer.ROOT));
            return new Expanded(List.of(), Value.Unknown.of(Reason.REMOTE_MODULE, address, block.header(Pointer.ROOT)));
        }
        Scope scope = this.module.scope(block.source()).at(Pointer.ROOT.child(address));
        Expander.Instances instances = Expander.expand(this.evaluation, address, block, scope);
        List<ModuleInstance> made = new ArrayList<>();
        if (!this.evaluation.budget().takeInstances(instances.all().size())) {
            this.evaluation.problems()
                .add(ModelProblem.Kind.LIMIT,
                        "more instances of modules than are looked at; `" + address + "` is left out",
                        block.header(Pointer.ROOT));
            return new Expanded(List.of(), Values.outOfBudget(block.header(Pointer.ROOT)));
        }
        for (Expander.Instance instance : instances.all()) {
            made.add(this.module.child(found.module(), block, instance, path(found.source()),
                    (variable) -> input(block, variable, instance)));
        }
        return new Expanded(List.copyOf(made), instances.value());
    }

    private @Nullable Value input(ConfigBlock block, String variable, Expander.Instance instance) {
        Part.Argument argument = block.argument(variable);
        if (argument == null) {
            return null;
        }
        Value value = this.evaluation.evaluator().evaluate(argument.value(), instance.scope().in(argument.source()));
        return this.evaluation.choices().under(instance.scope().guard(), value);
    }

    private boolean isAncestor(Module called) {
        for (ModuleInstance at = this.module; at != null; at = at.parent()) {
            if (at.module() == called) {
                return true;
            }
        }
        return false;
    }

    /// The directory of a called module, relative to that of the root, as Terraform joins
    /// it.
    private String path(String source) {
        List<String> segments = new ArrayList<>();
        for (String segment : (this.module.path() + "/" + source.replace('\\', '/')).split("/")) {
            boolean up = segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..");
            if (up) {
                segments.removeLast();
            }
            else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments.isEmpty() ? "." : String.join("/", segments);
    }

}
