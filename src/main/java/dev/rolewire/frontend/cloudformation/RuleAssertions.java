package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Sequence;

/// Lowers the `Rules` section: what CloudFormation asserts of the parameters before it makes anything (CloudFormation
/// User Guide, "Rules section structure and syntax"). An assertion that is not understood is a yes or no of its own.
final class RuleAssertions {

    private final Lowering lowering;

    RuleAssertions(Lowering lowering) {
        this.lowering = lowering;
    }

    /// When all assertions hold.
    Guard lower() {
        GuardSpace guards = this.lowering.guards();
        Guard all = Guard.TRUE;
        if (this.lowering.root().get("Rules") instanceof Mapping rules) {
            Site section = Site.of(Pointer.ROOT.child("Rules"));
            for (Mapping.Entry entry : rules.entries()) {
                if (entry.value() instanceof Mapping rule) {
                    all = guards.and(all, holds(rule, section.field(entry.name())));
                }
            }
        }
        return guards.or(guards.not(this.lowering.scope().guard()), all);
    }

    private Guard holds(Mapping rule, Site site) {
        GuardSpace guards = this.lowering.guards();
        Node condition = rule.get("RuleCondition");
        Guard applies = condition == null ? Guard.TRUE
                : this.lowering.conditions().assertion(condition, site.field("RuleCondition"));
        Guard asserted = Guard.TRUE;
        if (rule.get("Assertions") instanceof Sequence assertions) {
            Site list = site.field("Assertions");
            for (int i = 0; i < assertions.items().size(); i++) {
                if (assertions.items().get(i) instanceof Mapping body && body.get("Assert") instanceof Node node) {
                    asserted = guards.and(asserted,
                            this.lowering.conditions().assertion(node, list.item(i).field("Assert")));
                }
            }
        }
        return guards.or(guards.not(applies), asserted);
    }

}
