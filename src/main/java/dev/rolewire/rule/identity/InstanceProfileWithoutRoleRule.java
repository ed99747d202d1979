package dev.rolewire.rule.identity;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags an instance profile that holds no role.
@AutoService(Rule.class)
public final class InstanceProfileWithoutRoleRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("instance-profile-without-role", Severity.ERROR)
        .alsoAs(Severity.NOTE)
        .effect(RuleMetadata.Effect.WORKLOAD)
        .summary("Instance profile holds no role")
        .why("""
                An instance profile gives an instance the credentials of the role that it holds. Without a role there are
                none: EC2 refuses to start the instance, and CloudFormation refuses a profile without `Roles` before that.
                A profile that nothing in the document takes may be meant to get its role elsewhere: that is a note.
                """)
        .deployError("IAM Instance Profile \"<profile ARN>\" has no associated IAM Roles")
        .help("""
                Name the role in the profile: `Roles: [!Ref Role]`, `role = aws_iam_role.x.name`.
                """)
        .exceptions("""
                Silent when the list of roles cannot be known.
                """)
        .reference("CloudFormation User Guide: AWS::IAM::InstanceProfile",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-instanceprofile.html")
        .reference("kubeform issue 116: the error text", "https://github.com/Capgemini/kubeform/issues/116")
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
        checkHeld(context);
        GuardSpace guards = context.guards();
        for (Identity.Local profile : wiring.identities()) {
            if (wiring.holdsRoles(profile) && !profile.type().data() && profile.resource().complete()) {
                Guard without = guards.and(profile.resource().condition(), guards.not(wiring.mayHoldRole(profile)));
                if (without != Guard.FALSE) {
                    report(context, wiring, profile, without);
                }
            }
        }
    }

    /// Profiles of the account, as the inventory has them.
    private static void checkHeld(RuleContext context) {
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.InAccount held
                        && use.slot().takes(identified.accepted().kind(), identified.accepted().form())
                        && held.identity().roles() != null && held.identity().roles().isEmpty()) {
                    context.finding(METADATA)
                        .at(use, alternative)
                        .message("`%s` of `%s` names `%s`, which holds no role in the account", use.name(),
                                use.resource().address(), held.label())
                        .deployError("IAM Instance Profile \"" + held.label() + "\" has no associated IAM Roles")
                        .report();
                }
            }
        }
    }

    private static void report(RuleContext context, Wiring wiring, Identity.Local profile, Guard without) {
        boolean required = isRequired(wiring, profile);
        List<SlotUse> takers = takers(wiring, profile);
        FindingBuilder finding = context.finding(METADATA)
            .at(profile.resource(), profile.type().roleProperties().getFirst(), profile.resource().origin())
            .under(without)
            .severity(required || !takers.isEmpty() ? Severity.ERROR : Severity.NOTE)
            .message("instance profile `%s` holds no role", profile.resource().address());
        for (SlotUse taker : takers) {
            finding.breaks(taker).related("takes the profile", taker.resource().address(), taker.origin());
        }
        wiring.slotUses()
            .stream()
            .filter((use) -> use.resource() == profile.resource() && wiring.isProfileRoles(use))
            .forEach(finding::breaks);
        finding.report();
    }

    private static boolean isRequired(Wiring wiring, Identity.Local profile) {
        boolean written = profile.type()
            .roleProperties()
            .stream()
            .anyMatch((property) -> profile.resource().properties().get(property) != null);
        return !written && wiring.catalog()
            .slotsOf(profile.resource().type())
            .stream()
            .anyMatch((slot) -> profile.type().roleProperties().contains(slot.path().segments().getFirst())
                    && slot.requirement() == IdentitySlot.Requirement.REQUIRED);
    }

    private static List<SlotUse> takers(Wiring wiring, Identity.Local profile) {
        return wiring.slotUses()
            .stream()
            .filter((use) -> use.alternatives().stream().anyMatch((alternative) -> takes(alternative, profile)))
            .toList();
    }

    private static boolean takes(SlotAlternative alternative, Identity.Local profile) {
        return alternative.resolution() instanceof Resolution.Identified identified
                && identified.identity() instanceof Identity.Local local && local.resource() == profile.resource();
    }

}
