package dev.rolewire.rule.trust;

import java.util.function.Consumer;

import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Wiring;

/// Visits the service principals that policies write out.
final class ServicePrincipals {

    private ServicePrincipals() {
    }

    /// One service principal.
    ///
    /// @param use the policy it is in
    /// @param guard when it is there
    /// @param text the principal as written
    /// @param value where it is written
    record Written(PolicyUse use, Guard guard, String text, Value value) {

    }

    /// Visits the literal service principals of trust policies and of policies of
    /// resources, in source order.
    static void visit(RuleContext context, Consumer<Written> visitor) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        GuardSpace guards = context.guards();
        for (PolicyUse use : wiring.policyUses()) {
            if (use.place().kind() == PolicyPlace.Kind.IDENTITY) {
                continue;
            }
            for (PolicyStatement statement : PolicyDocument.of(use.value(), guards).statements()) {
                Guard when = guards.and(use.guard(), statement.guard());
                for (PolicyItem item : statement.principal().items()) {
                    if (item.key().equals("Service") && item.value() instanceof Value.Literal literal) {
                        visitor.accept(new Written(use, guards.and(when, item.guard()), literal.text(), literal));
                    }
                }
            }
        }
    }

}
