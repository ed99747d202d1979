package dev.rolewire.rule.hygiene;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.policy.Administration;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.AttachedPolicy;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags instances that may do everything in the account.
@AutoService(Rule.class)
public final class AdminInstanceProfileRule implements Rule {

    private static final String ADMINISTRATOR = ":iam::aws:policy/AdministratorAccess";

    private static final RuleMetadata METADATA = RuleMetadata.builder("admin-instance-profile", Severity.WARNING)
        .category(RuleMetadata.Category.HYGIENE)
        .effect(RuleMetadata.Effect.HYGIENE)
        .securitySeverity("7.5")
        .summary("Instance may do everything in the account")
        .why("""
                Whoever can run a command on the instance, or make a program there fetch an address, has the credentials of
                the profile's role, and with them here the whole account.
                """)
        .help("""
                Give the role only the actions that the instance needs.
                """)
        .exceptions(
                """
                        Only `AdministratorAccess` and statements that allow the action `*` on the resource `*` without a condition
                        are meant. Roles outside of the document are not judged, nor are profiles that nothing takes.
                        """)
        .reference("IAM User Guide: Security best practices in IAM",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        for (SlotUse use : context.slotUses()) {
            if (use.slot().takes(IdentityKind.INSTANCE_PROFILE)) {
                use.alternatives().forEach((alternative) -> check(context, wiring, use, alternative));
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative) {
        if (!(alternative.resolution() instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local profile) || !wiring.holdsRoles(profile)) {
            return;
        }
        GuardSpace guards = context.guards();
        for (Wiring.HeldRole held : wiring.rolesOf(profile)) {
            for (AttachedPolicy policy : wiring.policiesOf(held.role())) {
                Guard together = guards.and(alternative.guard(), guards.and(held.guard(), policy.guard()));
                Guard everything = guards.and(together, everything(policy, guards));
                if (everything != Guard.FALSE) {
                    context.finding(METADATA)
                        .at(use, alternative.origin())
                        .under(everything)
                        .message("`%s` may do everything in the account: its instance profile `%s` holds role `%s`",
                                use.resource().address(), profile.resource().address(),
                                held.role().resource().address())
                        .related("allows it", policy.by().address(), policy.by().origin())
                        .report();
                }
            }
        }
    }

    private static Guard everything(AttachedPolicy policy, GuardSpace guards) {
        if (policy.document() != null) {
            return guards.and(policy.document().guard(), Administration.of(policy.document().value(), guards));
        }
        return policy.managed() && policy.key().endsWith(ADMINISTRATOR) ? Guard.TRUE : Guard.FALSE;
    }

}
