package dev.rolewire.rule.identity;

import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Finds principals of policies that are identities of the document, met only by an equal ARN. Services look a principal up
/// when they are given a policy, and refuse one that does not exist yet.
final class PrincipalsByName {

    private PrincipalsByName() {
    }

    static void report(RuleContext context, Wiring wiring, RuleMetadata rule) {
        GuardSpace guards = context.guards();
        for (PolicyUse use : wiring.policyUses()) {
            if (use.place().kind() == PolicyPlace.Kind.IDENTITY) {
                continue;
            }
            for (PolicyStatement statement : PolicyDocument.of(use.value(), guards).statements()) {
                for (PolicyItem item : statement.principal().items()) {
                    Guard when = guards.and(guards.and(use.guard(), statement.guard()), item.guard());
                    SymbolicArn arn = item.key().equals("AWS") ? SymbolicArn.parse(item.value()) : null;
                    Identity.Local identity = arn == null ? null : wiring.ownNamedBy(arn).orElse(null);
                    if (identity != null && isLate(wiring, use, identity)) {
                        report(context, rule, use, item, identity, when);
                    }
                }
            }
        }
    }

    private static boolean isLate(Wiring wiring, PolicyUse use, Identity.Local identity) {
        String user = use.resource().address();
        String made = identity.resource().address();
        boolean exists = identity.resource().properties().get("arn") instanceof Value.Literal;
        return !exists && !user.equals(made) && !wiring.dependsOn(user, made) && !wiring.dependsOn(made, user);
    }

    private static void report(RuleContext context, RuleMetadata rule, PolicyUse use, PolicyItem item,
            Identity.Local identity, Guard guard) {
        String kind = identity.type().kind().label();
        context.finding(rule)
            .at(use.resource(), use.property(), item.value().origin())
            .under(guard)
            .message("the policy of `%s` names %s `%s` only by an equal ARN, `%s`; nothing makes `%s` first",
                    use.resource().address(), kind, identity.label(), Texts.of(item.value()), identity.label())
            .related("the " + kind, identity.label(), identity.resource().origin())
            .report();
    }

}
