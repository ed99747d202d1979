package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.frontend.terraform.plan.ConfigModule.Call;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// The blocks whose attributes the arguments that matter refer to, through variables and outputs.
///
/// All instances of a module count as one, and all references of an expression: more may be kept than the references
/// lead to, never less.
final class Referred {

    static final Referred NOTHING = new Referred(Map.of());

    private final Map<Key, Attributes> blocks;

    /// The attributes that blocks of a type and a name have in any module.
    private final Map<String, Map<String, Attributes>> anywhere = new HashMap<>();

    private final Map<Joined, Attributes> joined = new HashMap<>();

    private Referred(Map<Key, Attributes> blocks) {
        this.blocks = blocks;
        blocks.forEach((key, attributes) -> this.anywhere.computeIfAbsent(key.type(), (_) -> new HashMap<>())
            .merge(key.name(), attributes, Referred::join));
    }

    private record Joined(Key block, Attributes own) {

    }

    /// A block of the configuration.
    ///
    /// @param module the names of the calls that lead to its module, joined by dots
    record Key(String module, boolean data, String type, String name) {

    }

    /// Collects them.
    /// @param configuration as it was read last
    /// @param known what was collected from what was read before
    /// @param everything whether to follow also what arguments that were left out refer
    /// to
    static Referred of(Node configuration, Interest interest, Referred known, boolean everything) {
        Place place = new Place(configuration, Pointer.ROOT);
        ModuleInstance root = ModuleInstance.root(new ConfigModule(place.get("root_module")));
        return new Search(interest, known, everything).run(place, root);
    }

    /// Whether a block of this name, in some module, may have attributes that matter
    /// besides its own.
    boolean mayAdd(String type, String name, @Nullable Attributes own) {
        Attributes found = this.anywhere.getOrDefault(type, Map.of()).get(name);
        return found != null && (own == null || !own.covers(found));
    }

    /// The attributes of a block that matter.
    /// @param own those that matter without being referred to
    @Nullable Attributes attributes(Key block, @Nullable Attributes own) {
        Attributes found = this.blocks.get(block);
        if (found == null || own == null || own.covers(found)) {
            return found == null || own != null ? own : found;
        }
        return this.joined.computeIfAbsent(new Joined(block, own), (_) -> join(own, found));
    }

    private static Attributes join(Attributes one, Attributes other) {
        Set<String> names = new TreeSet<>(one.names());
        names.addAll(other.names());
        return new Attributes(one.all() || other.all(), names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Referred referred && referred.blocks.equals(this.blocks);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(this.blocks);
    }

    /// One search.
    private static final class Search {

        private static final Attributes NAMING = new Attributes(false, Set.of("id", "arn", "name"));

        private final Interest interest;

        private final Referred known;

        private final boolean everything;

        private final Map<Key, Attributes> found = new HashMap<>();

        private final Set<Reference> seen = new HashSet<>();

        private final Deque<Reference> open = new ArrayDeque<>();

        Search(Interest interest, Referred known, boolean everything) {
            this.interest = interest;
            this.known = known;
            this.everything = everything;
            this.found.putAll(known.blocks);
        }

        private record Reference(ModuleInstance module, String text) {

        }

        Referred run(Place configuration, ModuleInstance root) {
            Deque<ModuleInstance> modules = new ArrayDeque<>(List.of(root));
            while (!modules.isEmpty()) {
                ModuleInstance module = modules.remove();
                for (BlockName name : module.config().blockNames()) {
                    Block block = module.config().block(name);
                    if (block != null) {
                        start(module, name, block);
                    }
                }
                module.config().calls().entries().forEach((call) -> modules.add(module.child(call.name(), null)));
            }
            ProviderLowering.settings(configuration, this.interest).forEach((setting) -> {
                ModuleInstance module = ProviderLowering.module(root, setting.provider());
                if (module != null) {
                    add(module, setting.value().node());
                }
            });
            while (!this.open.isEmpty()) {
                Reference next = this.open.remove();
                follow(next.module(), next.text());
            }
            return new Referred(this.found);
        }

        private void start(ModuleInstance module, BlockName name, Block block) {
            Attributes own = this.known.attributes(key(module, name),
                    this.interest.attributes(name.type(), name.data()));
            if (own == null) {
                return;
            }
            for (Mapping.Entry entry : block.expressions().entries()) {
                if (own.has(entry.name())) {
                    add(module, entry.value());
                }
            }
            add(module, block.forEach().node());
        }

        private static Key key(ModuleInstance module, BlockName name) {
            return new Key(module.path(), name.data(), name.type(), name.name());
        }

        private void add(ModuleInstance module, @Nullable Node node) {
            for (String text : DependencyCollector.references(node)) {
                Reference reference = new Reference(module, text);
                if (this.seen.add(reference)) {
                    this.open.add(reference);
                }
            }
        }

        private void follow(ModuleInstance module, String text) {
            List<Step> steps = Traversal.parse(text);
            if (steps == null || steps.size() < 2) {
                return;
            }
            String second = steps.get(1).text();
            switch (steps.getFirst().text()) {
                case "var" -> variable(module, second);
                case "module" -> outputs(module, second, steps);
                case "each", "count", "path", "terraform", "tofu", "self", "local" -> {
                }
                case "data" -> {
                    if (steps.size() > 2) {
                        block(module, new BlockName(true, second, steps.get(2).text()), steps, 3);
                    }
                }
                default -> block(module, new BlockName(false, steps.getFirst().text(), second), steps, 2);
            }
        }

        private void variable(ModuleInstance module, String name) {
            ModuleInstance parent = module.parent();
            Call call = module.call();
            if (parent != null && call != null) {
                add(parent, call.place().get("expressions").get(name).node());
                add(parent, call.forEach().node());
            }
        }

        private void outputs(ModuleInstance module, String name, List<Step> steps) {
            if (module.config().call(name) == null) {
                return;
            }
            ModuleInstance child = module.child(name, null);
            int at = steps.size() > 2 && steps.get(2).isKey() ? 3 : 2;
            if (steps.size() > at) {
                add(child, child.config().output(steps.get(at).text()).node());
                return;
            }
            Place outputs = child.config().outputs();
            outputs.entries().forEach((output) -> add(child, outputs.get(output.name()).node()));
        }

        private void block(ModuleInstance module, BlockName name, List<Step> steps, int from) {
            Block block = module.config().block(name);
            if (block == null) {
                return;
            }
            int at = from;
            while (at < steps.size() && steps.get(at).isKey()) {
                at++;
            }
            Attributes one = at < steps.size() ? join(NAMING, new Attributes(false, Set.of(steps.get(at).text())))
                    : Attributes.ALL;
            this.found.merge(key(module, name), one, Search::joined);
            if (this.everything) {
                add(module, block.place().node());
            }
        }

        private static Attributes joined(Attributes one, Attributes other) {
            return one.all() ? one : other.all() ? other : join(one, other);
        }

    }

}
