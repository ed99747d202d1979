package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.frontend.terraform.plan.ConfigModule.Call;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Collects what each resource is ordered after: all references of its block, its `depends_on`, those of the modules it is
/// in, and what the state lists. Locals and `dynamic` blocks are not in a plan, so the list may be too short.
///
/// The list is made once for each block of a module instance, and shared by its instances.
final class DependencyCollector {

    private static final int BUDGET = 4_000_000;

    private static final int MAX_DEPTH = 200;

    private final References references = new References();

    private final PlannedResources resources;

    private final Map<BlockKey, List<String>> ofBlocks = new HashMap<>();

    private final Map<Symbol, SequencedSet<String>> ofSymbols = new HashMap<>();

    private int budget = BUDGET;

    private int depth;

    DependencyCollector(PlannedResources resources) {
        this.resources = resources;
    }

    /// Whether the counted work was used up, so that dependencies are missing.
    boolean isExhausted() {
        return this.budget < 0;
    }

    private record BlockKey(ModuleInstance module, BlockName block) {

    }

    private enum Kind {

        VARIABLE, OUTPUT, CALL, ALL, BLOCK

    }

    /// Something that is referred to: what a call gives to a variable, what the call
    /// itself
    /// refers to, an output of a
    /// module, all that is in a module, a block without instances that are looked at.
    ///
    /// @param module for variables and calls the module with the call, else the module
    private record Symbol(Kind kind, ModuleInstance module, String call, String name) {

    }

    /// The addresses that a resource is ordered after, by references and `depends_on`.
    /// @return a list that the instances of one block share
    List<String> dependencies(PlannedResource resource) {
        return this.ofBlocks.computeIfAbsent(new BlockKey(resource.module(), resource.block()),
                (_) -> ofBlock(resource));
    }

    private void state(ModuleInstance module, BlockName block, SequencedSet<String> found) {
        for (String address : this.resources.stateDependencies(module, block)) {
            this.resources.byConfigurationAddress(address).forEach((other) -> found.add(other.address()));
        }
    }

    private List<String> ofBlock(PlannedResource resource) {
        SequencedSet<String> found = new LinkedHashSet<>();
        Block block = resource.config();
        if (block != null) {
            references(resource.module(), block.place(), found);
        }
        for (ModuleInstance at = resource.module(); at != null; at = at.parent()) {
            ModuleInstance parent = at.parent();
            if (parent != null) {
                addAll(new Symbol(Kind.CALL, parent, at.name(), ""), found);
            }
        }
        state(resource.module(), resource.block(), found);
        return List.copyOf(found);
    }

    /// All references below a place of the configuration, and the `depends_on` of it.
    private void references(ModuleInstance module, Place place, SequencedSet<String> found) {
        Place first = place.get("depends_on");
        first.items().forEach((item) -> {
            String text = item.text();
            if (text != null) {
                follow(module, text, found);
            }
        });
        for (String text : this.references.below(place.node())) {
            follow(module, text, found);
        }
    }

    private static void add(@Nullable String text, Set<String> texts) {
        if (text != null) {
            texts.add(text);
        }
    }

    /// All references below a node.
    static Set<String> references(@Nullable Node node) {
        Set<String> texts = new LinkedHashSet<>();
        collect(node, texts);
        return texts;
    }

    private static void collect(@Nullable Node root, Set<String> texts) {
        Deque<Node> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (node instanceof Sequence sequence) {
                open.addAll(sequence.items());
            }
            else if (node instanceof Mapping mapping) {
                for (Mapping.Entry entry : mapping.entries()) {
                    if (entry.name().equals("references") && entry.value() instanceof Sequence references) {
                        texts.addAll(Expression.references(new Place(mapping, Place.NOWHERE.pointer())));
                    }
                    else if (!entry.name().equals("constant_value")) {
                        open.add(entry.value());
                    }
                }
            }
        }
    }

    private void follow(ModuleInstance module, String text, SequencedSet<String> found) {
        List<Step> steps = this.references.steps(text);
        if (steps == null || steps.size() < 2 || this.budget-- < 0) {
            return;
        }
        String second = steps.get(1).text();
        switch (steps.getFirst().text()) {
            case "var" -> {
                ModuleInstance parent = module.parent();
                if (parent != null) {
                    addAll(new Symbol(Kind.VARIABLE, parent, module.name(), second), found);
                }
            }
            case "module" -> module(module, steps, found);
            case "data" -> {
                if (steps.size() > 2) {
                    block(module, new BlockName(true, second, steps.get(2).text()), key(steps, 3), found);
                }
            }
            case "each", "count", "path", "terraform", "tofu", "self", "local" -> {
            }
            default -> block(module, new BlockName(false, steps.getFirst().text(), second), key(steps, 2), found);
        }
    }

    private static @Nullable Step key(List<Step> steps, int at) {
        return at < steps.size() && steps.get(at).isKey() ? steps.get(at) : null;
    }

    private void block(ModuleInstance module, BlockName name, @Nullable Step key, SequencedSet<String> found) {
        PlannedResource one = key == null ? null : this.resources.instance(module, name, key);
        if (one != null) {
            found.add(one.address());
            return;
        }
        Collection<PlannedResource> instances = this.resources.instances(module, name);
        if (instances.isEmpty()) {
            addAll(new Symbol(Kind.BLOCK, module, name.toString(), ""), found);
            return;
        }
        this.budget -= instances.size();
        if (this.budget >= 0) {
            instances.forEach((instance) -> found.add(instance.address()));
        }
    }

    private void module(ModuleInstance module, List<Step> steps, SequencedSet<String> found) {
        String call = steps.get(1).text();
        Step key = key(steps, 2);
        int at = key == null ? 2 : 3;
        Kind kind = at < steps.size() ? Kind.OUTPUT : Kind.ALL;
        String name = at < steps.size() ? steps.get(at).text() : "";
        List<ModuleInstance> instances = key == null ? module.children(call) : List.of(module.child(call, key));
        if (instances.isEmpty()) {
            instances = List.of(module.child(call, null));
        }
        instances.forEach((instance) -> addAll(new Symbol(kind, instance, "", name), found));
    }

    private void addAll(Symbol symbol, SequencedSet<String> found) {
        SequencedSet<String> all = symbol(symbol);
        this.budget -= all.size();
        if (this.budget >= 0) {
            found.addAll(all);
        }
    }

    private SequencedSet<String> symbol(Symbol symbol) {
        SequencedSet<String> known = this.ofSymbols.get(symbol);
        if (known != null) {
            return known;
        }
        SequencedSet<String> found = new LinkedHashSet<>();
        if (this.depth >= MAX_DEPTH) {
            return found;
        }
        this.ofSymbols.put(symbol, new LinkedHashSet<>());
        this.depth++;
        collect(symbol, found);
        this.depth--;
        this.ofSymbols.put(symbol, found);
        return found;
    }

    private void collect(Symbol symbol, SequencedSet<String> found) {
        ModuleInstance module = symbol.module();
        Call call = module.config().call(symbol.call());
        switch (symbol.kind()) {
            case OUTPUT -> references(module, module.config().outputs().get(symbol.name()), found);
            case ALL -> everything(module, found);
            case BLOCK -> through(module, symbol.call(), found);
            case VARIABLE -> {
                if (call != null) {
                    references(module, call.place().get("expressions").get(symbol.name()), found);
                }
            }
            case CALL -> {
                if (call != null) {
                    calls(module, call, found);
                }
            }
        }
    }

    /// What orders a block orders those that refer to it.
    private void through(ModuleInstance module, String name, SequencedSet<String> found) {
        ResourceAddress address = ResourceAddress.parse(name);
        Block block = address == null ? null : module.config().block(address.block());
        if (address != null && block != null) {
            references(module, block.place(), found);
            state(module, address.block(), found);
        }
    }

    private void calls(ModuleInstance module, Call call, SequencedSet<String> found) {
        Set<String> texts = new LinkedHashSet<>();
        call.place().get("depends_on").items().forEach((item) -> add(item.text(), texts));
        collect(call.place().get("count_expression").node(), texts);
        collect(call.forEach().node(), texts);
        texts.forEach((text) -> follow(module, text, found));
    }

    private void everything(ModuleInstance root, SequencedSet<String> found) {
        Deque<ModuleInstance> open = new ArrayDeque<>(List.of(root));
        Set<ModuleInstance> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ModuleInstance module = open.remove();
            if (seen.add(module)) {
                List<PlannedResource> instances = this.resources.instances(module);
                instances.forEach((resource) -> found.add(resource.address()));
                this.budget -= instances.size();
                open.addAll(module.children());
            }
        }
    }

}
