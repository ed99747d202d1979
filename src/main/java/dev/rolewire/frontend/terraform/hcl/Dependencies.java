package dev.rolewire.frontend.terraform.hcl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Expression;

/// What is made after what: the references of a block, through locals, variables and outputs, whatever becomes of them
/// when they are evaluated, and `depends_on`.
final class Dependencies {

    /// Edges that are collected for one root; beyond it the rest is left out.
    private static final int BUDGET = 3_000_000;

    private final Map<String, SequencedSet<String>> found = new HashMap<>();

    private final Set<String> open = new HashSet<>();

    private final Evaluation evaluation;

    private int edges;

    Dependencies(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /// The addresses that a resource is made after.
    /// @param name its address in the module, without key
    List<String> of(ModuleInstance module, String name, ResourceInstance resource) {
        SequencedSet<String> all = new LinkedHashSet<>(block(module, name, resource.block()));
        all.remove(resource.address());
        return List.copyOf(all);
    }

    private SequencedSet<String> block(ModuleInstance module, String name, ConfigBlock block) {
        return memo(module, name, (into) -> {
            block.parts().forEach((part) -> ReferenceWalk.part(part, visitor(module, into)));
            for (ModuleInstance at = module; at.parent() != null; at = at.parent()) {
                ModuleInstance parent = at.parent();
                ConfigBlock call = at.call();
                if (parent != null && call != null) {
                    addAll(into, callOrder(parent, call));
                }
            }
        });
    }

    /// What a module as a whole waits for: `depends_on`, `count`, `for_each`.
    private SequencedSet<String> callOrder(ModuleInstance parent, ConfigBlock call) {
        return memo(parent, "order of " + call.label(0), (into) -> {
            for (String name : List.of("depends_on", "count", "for_each")) {
                Part.Argument argument = call.argument(name);
                if (argument != null) {
                    ReferenceWalk.part(argument, visitor(parent, into));
                }
            }
        });
    }

    private interface Collect {

        void into(SequencedSet<String> addresses);

    }

    private SequencedSet<String> memo(ModuleInstance module, String name, Collect collect) {
        String key = module.address() + " " + name;
        SequencedSet<String> known = this.found.get(key);
        if (known != null) {
            return known;
        }
        SequencedSet<String> addresses = new LinkedHashSet<>();
        if (this.open.add(key) && this.evaluation.budget().enter()) {
            collect.into(addresses);
            this.evaluation.budget().leave();
            this.open.remove(key);
            this.found.put(key, addresses);
        }
        return addresses;
    }

    private ReferenceWalk.Visitor visitor(ModuleInstance module, SequencedSet<String> into) {
        return (source, root, traversal, _) -> reference(module, source, root, traversal, into);
    }

    private void reference(ModuleInstance module, SourceFile source, String root, Expression.Traversal traversal,
            SequencedSet<String> into) {
        String name = ReferenceWalk.name(traversal.steps(), 0);
        if (name == null) {
            return;
        }
        switch (root) {
            case "var" -> addAll(into, memo(module, "var." + name, (found) -> variable(module, name, found)));
            case "local" -> addAll(into, memo(module, "local." + name, (found) -> {
                Part.Argument local = module.module().locals().get(name);
                if (local != null) {
                    ReferenceWalk.part(local, visitor(module, found));
                }
            }));
            case "module" -> called(module, name, traversal, into);
            case "path", "terraform", "tofu", "each", "count", "self" -> {
            }
            case "data" -> instances(module, "data." + name + "." + ReferenceWalk.name(traversal.steps(), 1), into);
            default -> instances(module, root + "." + name, into);
        }
    }

    private void variable(ModuleInstance module, String name, SequencedSet<String> into) {
        ModuleInstance parent = module.parent();
        ConfigBlock call = module.call();
        Part.Argument argument = call == null ? null : call.argument(name);
        if (parent != null && argument != null) {
            ReferenceWalk.part(argument, visitor(parent, into));
        }
    }

    private void called(ModuleInstance module, String name, Expression.Traversal traversal, SequencedSet<String> into) {
        String output = null;
        for (int i = 1; i < traversal.steps().size() && output == null; i++) {
            output = ReferenceWalk.name(traversal.steps(), i);
        }
        for (ModuleInstance child : module.calls().instances(name)) {
            if (output == null) {
                addAll(into, everything(child));
            }
            else {
                String wanted = output;
                addAll(into, memo(child, "output." + output, (found) -> {
                    ConfigBlock block = child.module().outputs().get(wanted);
                    if (block != null) {
                        block.parts().forEach((part) -> ReferenceWalk.part(part, visitor(child, found)));
                    }
                }));
            }
        }
    }

    private SequencedSet<String> everything(ModuleInstance module) {
        return memo(module, "everything", (into) -> {
            module.module().resources().keySet().forEach((name) -> instances(module, name, into));
            module.module()
                .calls()
                .keySet()
                .forEach((call) -> module.calls().instances(call).forEach((child) -> addAll(into, everything(child))));
        });
    }

    private void instances(ModuleInstance module, String name, SequencedSet<String> into) {
        for (ResourceInstance instance : module.resources().instances(name)) {
            if (this.edges < BUDGET && into.add(instance.address())) {
                this.edges++;
            }
        }
    }

    private void addAll(SequencedSet<String> into, SequencedSet<String> addresses) {
        if (this.edges < BUDGET) {
            into.addAll(addresses);
            this.edges += addresses.size();
        }
    }

}
