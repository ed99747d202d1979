package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// What the templates of one deployment share: a root stack and the stacks nested in it, each lowered in a [Scope] of
/// its own.
final class Deployment {

    private final @Nullable TemplateFiles files;

    private final StackLimits limits;

    private final GuardSpace guards = new GuardSpace();

    private final Budget budget = new Budget(Budget.DEFAULT);

    private final List<ModelProblem> problems = new ArrayList<>();

    private final SequencedMap<String, Lowering> lowerings = new LinkedHashMap<>();

    private final Map<String, GuardVariable> variables = new HashMap<>();

    private final @Nullable Exporters exporters;

    private final @Nullable Imports imports;

    private final Set<String> handedOut = new HashSet<>();

    private final SequencedMap<String, SourceFile> sources = new LinkedHashMap<>();

    /// Starts a deployment.
    /// @param files the templates of the bundle, or null when there is only one
    /// @param exporters the stacks that values are imported from, or null when none are
    Deployment(@Nullable TemplateFiles files, StackLimits limits, @Nullable Exporters exporters) {
        this.files = files;
        this.limits = limits;
        this.exporters = exporters;
        this.imports = exporters == null ? null : new Imports(this, exporters);
    }

    /// What is imported; null when nothing can be.
    @Nullable Imports imports() {
        return this.imports;
    }

    @Nullable TemplateFiles files() {
        return this.files;
    }

    /// The work that a template may still ask for by nesting stacks.
    StackLimits limits(Scope scope) {
        return scope.foreign() && this.exporters != null ? this.exporters.limits() : this.limits;
    }

    GuardSpace guards() {
        return this.guards;
    }

    Budget budget() {
        return this.budget;
    }

    List<ModelProblem> problems() {
        return this.problems;
    }

    /// The files that it is written in, the root's first.
    List<SourceFile> sources() {
        return List.copyOf(this.sources.sequencedValues());
    }

    /// Takes note of a template of it.
    void add(String prefix, Lowering lowering) {
        this.lowerings.put(prefix, lowering);
        if (!lowering.scope().foreign()) {
            this.sources.putIfAbsent(lowering.source().uri(), lowering.source());
            lowering.includes().files().forEach((file) -> this.sources.putIfAbsent(file.uri(), file.source()));
        }
    }

    /// The templates of the deployment itself.
    List<Lowering> lowerings() {
        return this.lowerings.sequencedValues().stream().filter((each) -> !each.scope().foreign()).toList();
    }

    boolean isWrittenIn(SourceFile file) {
        return this.sources.containsKey(file.uri());
    }

    /// Whether macros or transforms rewrite one of its templates.
    boolean isRewritten() {
        return this.lowerings.values().stream().anyMatch((lowering) -> lowering.transforms().rewrite());
    }

    /// Takes note of what an output of a template holds.
    void handOut(Value value) {
        switch (value) {
            case Value.Reference reference -> this.handedOut.add(reference.address());
            case Value.Concat concat -> concat.parts().forEach(this::handOut);
            case Value.Choice choice -> {
                handOut(choice.then());
                handOut(choice.otherwise());
            }
            case Value.ListValue list -> list.items().forEach(this::handOut);
            case Value.ObjectValue object -> object.fields().forEach((field) -> handOut(field.value()));
            case Value.Unknown unknown -> unknown.operands().forEach(this::handOut);
            case Value.Literal _, Value.Absent _ -> {
            }
        }
    }

    /// The addresses that the outputs of its templates refer to.
    Set<String> handedOut() {
        return Set.copyOf(this.handedOut);
    }

    /// The template that the resource of an address stands in, or null.
    @Nullable Lowering owner(String address) {
        int end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#'));
        return this.lowerings.get(address.substring(0, end + 1));
    }

    /// Makes the free choice of a parameter known by the parameter's name in values.
    void declare(String name, GuardVariable variable) {
        this.variables.put(name, variable);
    }

    /// The free choice of a text parameter whose value is not known; null when it has
    /// none.
    @Nullable GuardVariable variable(String name) {
        return this.variables.get(name);
    }

}
