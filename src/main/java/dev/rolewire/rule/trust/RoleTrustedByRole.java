package dev.rolewire.rule.trust;

import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;

/// Judges slots whose role another role assumes: the role of a pipeline that of an action.
final class RoleTrustedByRole {

    private RoleTrustedByRole() {
    }

    /// Reports a role whose trust policy surely names no principal that a role could be.
    static void check(RuleContext context, RuleMetadata rule, SlotUse use, SlotAlternative alternative) {
        if (!(alternative.resolution() instanceof Resolution.Identified identified)
                || !use.slot().takes(identified.accepted().kind(), identified.accepted().form())
                || !(identified.identity() instanceof Identity.Local role) || role.type().data()) {
            return;
        }
        String property = role.type().trustProperty();
        Value policy = property == null ? null : role.resource().properties().get(property);
        if (policy == null || policy instanceof Value.Absent || mayTrustRole(policy, context.guards())) {
            return;
        }
        context.finding(rule)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .message("another role assumes role `%s` of `%s`, but its trust policy names no `AWS` principal",
                    role.label(), use.resource().address())
            .related("the trust policy", role.label(), policy.origin())
            .report();
    }

    private static boolean mayTrustRole(Value policy, GuardSpace guards) {
        PolicyDocument document = PolicyDocument.of(policy, guards);
        return document.statements().isEmpty() || !document.gaps().isEmpty()
                || document.statements().stream().anyMatch(RoleTrustedByRole::mayNameRole);
    }

    private static boolean mayNameRole(PolicyStatement statement) {
        return !statement.notPrincipal().items().isEmpty() || statement.principal().items().isEmpty()
                || statement.principal().items().stream().anyMatch(RoleTrustedByRole::mayBeRole);
    }

    private static boolean mayBeRole(PolicyItem item) {
        boolean other = item.regular() && (item.key().equals("Service") || item.key().equals("Federated"));
        return !other || (item.value() instanceof Value.Literal literal && literal.text().equals("*"));
    }

}
