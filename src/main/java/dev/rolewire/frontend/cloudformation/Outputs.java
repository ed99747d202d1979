package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Pointer;
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
            Node value = output.get(key);
            if (value != null) {
                this.lowering.evaluator().lower(value, site.argument(key).under(guard));
            }
        }
    }

}
