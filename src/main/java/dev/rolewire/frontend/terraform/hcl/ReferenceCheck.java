package dev.rolewire.frontend.terraform.hcl;

import java.util.List;
import java.util.Set;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Step;
import org.jspecify.annotations.Nullable;

/// Finds references to what a module does not declare, as Terraform does before it evaluates anything.
final class ReferenceCheck {

    private static final Set<String> ALWAYS = Set.of("path", "terraform", "tofu", "each", "count", "self", "ephemeral");

    private static final Set<String> UNCHECKED_PARTS = Set.of("provider", "providers", "lifecycle", "provisioner",
            "connection");

    private final Module module;

    private final ModuleTree modules;

    private final Problems problems;

    ReferenceCheck(Module module, ModuleTree modules, Problems problems) {
        this.module = module;
        this.modules = modules;
        this.problems = problems;
    }

    void check() {
        this.module.locals().values().forEach((local) -> ReferenceWalk.part(local, this::reference));
        this.module.outputs().values().forEach(this::block);
        this.module.resources().values().forEach(this::block);
        this.module.calls().values().forEach(this::block);
        this.module.providers().forEach(this::block);
    }

    private void block(ConfigBlock block) {
        for (Part part : block.parts()) {
            if (!UNCHECKED_PARTS.contains(part.name())) {
                ReferenceWalk.part(part, this::reference);
            }
        }
    }

    private void reference(SourceFile source, String root, Expression.Traversal traversal, boolean caught) {
        List<Step> steps = traversal.steps();
        String name = ReferenceWalk.name(steps, 0);
        if (name == null || ALWAYS.contains(root)) {
            return;
        }
        switch (root) {
            case "var" -> declared(this.module.variables().containsKey(name), source, traversal,
                    "input variable: an input variable with the name `" + name + "`");
            case "local" -> declared(this.module.locals().containsKey(name), source, traversal,
                    "local value: a local value with the name `" + name + "`");
            case "module" -> call(name, source, traversal, caught);
            case "data" -> {
                String second = ReferenceWalk.name(steps, 1);
                if (second != null) {
                    declared(this.module.resources().containsKey("data." + name + "." + second), source, traversal,
                            "resource: a data resource `" + name + "` `" + second + "`");
                }
            }
            default -> declared(this.module.resources().containsKey(root + "." + name), source, traversal,
                    "resource: a managed resource `" + root + "` `" + name + "`");
        }
    }

    private void call(String name, SourceFile source, Expression.Traversal traversal, boolean caught) {
        ConfigBlock call = this.module.calls().get(name);
        declared(call != null, source, traversal, "module: a module call named `" + name + "`");
        Module called = call == null ? null : this.modules.called(this.module, call).module();
        String output = called == null || caught ? null : output(traversal.steps());
        if (called != null && output != null && !called.outputs().containsKey(output)) {
            problem(source, traversal, "unsupported attribute: module `" + name + "` has no output `" + output + "`",
                    called.open());
        }
    }

    /// The output that a reference to a module names, behind the key of an instance; null
    /// when it names none.
    private static @Nullable String output(List<Step> steps) {
        int at = steps.size() > 1 && steps.get(1) instanceof Step.GetIndex ? 2 : 1;
        return ReferenceWalk.name(steps, at);
    }

    private void declared(boolean declared, SourceFile source, Expression.Traversal traversal, String what) {
        if (!declared) {
            problem(source, traversal, "reference to undeclared " + what + " has not been declared in "
                    + (this.module.directory().isEmpty() ? "the module" : "module `" + this.module.directory() + "`"),
                    this.module.open());
        }
    }

    private void problem(SourceFile source, Expression.Traversal traversal, String message, boolean open) {
        Origin origin = new Origin(source, traversal.span(), Pointer.ROOT);
        if (open) {
            this.problems.add(ModelProblem.Kind.NOTICE,
                    message + "; send all files of the directory when another one declares it", origin);
        }
        else {
            this.problems.add(ModelProblem.Kind.UNDEFINED_REFERENCE, message, origin);
        }
    }

}
