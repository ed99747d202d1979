package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// The `Outputs` of a template. They are no resources, but a name that they use and nothing defines stops the
/// deployment like any other, and other stacks use what they hold.
final class Outputs {

    /// More names of one export are not told apart.
    private static final int MAX_NAMES = 64;

    private final Lowering lowering;

    private @Nullable SequencedMap<String, List<ExportName>> exports;

    private final Map<String, Output> known = new HashMap<>();

    private final Set<String> inWork = new HashSet<>();

    private Loops.@Nullable Entries declared;

    Outputs(Lowering lowering) {
        this.lowering = lowering;
    }

    /// One output.
    ///
    /// @param exists when it is there
    /// @param value what it holds; null when that cannot be told
    record Output(Guard exists, @Nullable Value value) {

    }

    void check() {
        for (Loops.Entry entry : declared().entries()) {
            if (entry.node() instanceof Mapping output && Call.of(output) == null) {
                Site site = entry.site().outsideProperties();
                Guard guard = condition(output, site);
                for (String key : new String[] { "Value", "Export" }) {
                    Node node = output.get(key);
                    if (node != null) {
                        Value value = this.lowering.evaluator().lower(node, site.argument(key).under(guard));
                        this.lowering.scope().deployment().handOut(value);
                        checkExport(node, value, site.argument(key));
                    }
                }
            }
        }
    }

    /// The name of an export must be known before any resource exists.
    private void checkExport(Node node, Value value, Site site) {
        if (site.pointer().token().equals("Export") && node instanceof Mapping export
                && value instanceof Value.ObjectValue object && export.get("Name") instanceof Node name
                && object.get("Name") instanceof Value computed && Call.of(name) instanceof Call call) {
            this.lowering.functions().withoutResources("the name of the export", computed, call, site.argument("Name"));
        }
    }

    /// Whether all names are known.
    boolean complete() {
        return declared().complete() && !this.lowering.transforms().mayAddNames();
    }

    /// The declared outputs by name.
    SequencedMap<String, Loops.Entry> byName() {
        return declared().byName();
    }

    /// An output, or null when the template declares none of that name.
    @Nullable Output get(String name) {
        Output done = this.known.get(name);
        Loops.Entry entry = done != null ? null : byName().get(name);
        if (entry == null) {
            return done;
        }
        if (!(entry.node() instanceof Mapping body) || Call.of(body) != null || !this.inWork.add(name)) {
            return new Output(Guard.TRUE, null);
        }
        Output output = this.lowering.muted(() -> lower(body, entry.site().outsideProperties()));
        this.inWork.remove(name);
        this.known.put(name, output);
        return output;
    }

    /// The names under which outputs are exported, each with its alternatives, by the
    /// outputs' names.
    SequencedMap<String, List<ExportName>> exports() {
        SequencedMap<String, List<ExportName>> names = this.exports;
        if (names == null) {
            names = new LinkedHashMap<>();
            this.exports = names;
            for (Loops.Entry entry : byName().sequencedValues()) {
                if (entry.node() instanceof Mapping output && output.get("Export") instanceof Mapping export
                        && export.get("Name") instanceof Node name) {
                    Site site = entry.site().outsideProperties().argument("Export").argument("Name");
                    List<ExportName> leaves = new ArrayList<>();
                    addLeaves(this.lowering.comparison().spread(this.lowering.lowerAgain(name, site)), leaves);
                    names.put(entry.name(), leaves);
                }
            }
        }
        return names;
    }

    private static void addLeaves(Value value, List<ExportName> leaves) {
        if (value instanceof Value.Choice choice) {
            addLeaves(choice.then(), leaves);
            addLeaves(choice.otherwise(), leaves);
        }
        else if (leaves.size() < MAX_NAMES) {
            ExportName name = ExportName.of(value);
            if (name.isWritten()) {
                leaves.add(name);
            }
        }
    }

    private Output lower(Mapping body, Site site) {
        Guard guard = condition(body, site);
        Node value = body.get("Value");
        return new Output(guard,
                value == null ? null : this.lowering.evaluator().lower(value, site.argument("Value").under(guard)));
    }

    private Guard condition(Mapping output, Site site) {
        Node condition = output.get("Condition");
        return condition == null ? site.guard() : this.lowering.guards()
            .and(site.guard(), this.lowering.conditions().named(condition, site.argument("Condition")));
    }

    private Loops.Entries declared() {
        Loops.Entries entries = this.declared;
        if (entries == null) {
            entries = new Loops(this.lowering).entries(this.lowering.root().get("Outputs"),
                    Site.of(Pointer.ROOT.child("Outputs")));
            this.declared = entries;
        }
        return entries;
    }

}
