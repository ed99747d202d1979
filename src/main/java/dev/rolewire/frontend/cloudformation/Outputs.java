package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;

/// The `Outputs` of a template. They are not part of the model, but a name that they use and nothing defines stops the
/// deployment like any other.
final class Outputs {

    private final Lowering lowering;

    Outputs(Lowering lowering) {
        this.lowering = lowering;
    }

    void check(Mapping root) {
        Site section = Site.of(Pointer.ROOT.child("Outputs"));
        for (Loops.Entry entry : new Loops(this.lowering).entries(root.get("Outputs"), section).entries()) {
            if (entry.node() instanceof Mapping output && Call.of(output) == null) {
                check(output, entry.site());
            }
        }
    }

    private void check(Mapping output, Site entry) {
        Site site = entry.outsideProperties();
        Node condition = output.get("Condition");
        Guard guard = condition == null ? site.guard() : this.lowering.guards()
            .and(site.guard(), this.lowering.conditions().named(condition, site.argument("Condition")));
        for (String key : new String[] { "Value", "Export" }) {
            Node node = output.get(key);
            Value value = node == null ? null : this.lowering.evaluator().lower(node, site.argument(key).under(guard));
            if (node instanceof Mapping export && key.equals("Export") && value instanceof Value.ObjectValue object
                    && export.get("Name") instanceof Node name && object.get("Name") instanceof Value computed
                    && Call.of(name) instanceof Call call) {
                this.lowering.functions()
                    .withoutResources("the name of the export", computed, call, site.argument(key).argument("Name"));
            }
        }
    }

}
