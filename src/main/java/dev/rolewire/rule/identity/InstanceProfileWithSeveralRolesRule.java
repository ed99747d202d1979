package dev.rolewire.rule.identity;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags an instance profile with more than one role.
@AutoService(Rule.class)
public final class InstanceProfileWithSeveralRolesRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata
        .builder("instance-profile-with-several-roles", Severity.ERROR)
        .summary("Instance profile holds more than one role")
        .why("""
                An instance profile holds exactly one role; the quota is one and cannot be raised. The property is a list
                all the same, so the template looks right and the second role is refused during the deployment.
                """)
        .deployError("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
        .help("""
                Keep one role in the profile and attach the policies of the others to it.
                """)
        .exceptions("""
                Roles that exclude each other by a condition count as one.
                """)
        .reference("IAM User Guide: IAM and AWS STS quotas",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html")
        .reference("moto issue 6404: the error text, checked against AWS",
                "https://github.com/getmoto/moto/issues/6404")
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
        for (Identity.Local profile : wiring.identities()) {
            if (wiring.holdsRoles(profile) && !profile.type().data()) {
                Guard several = wiring.holdsSeveralRoles(profile);
                if (several != Guard.FALSE) {
                    report(context, wiring, profile, several);
                }
            }
        }
    }

    private static void report(RuleContext context, Wiring wiring, Identity.Local profile, Guard several) {
        SlotUse last = wiring.slotUses()
            .stream()
            .filter((use) -> use.resource() == profile.resource() && wiring.isProfileRoles(use))
            .reduce((first, second) -> second)
            .orElseThrow();
        context.finding(METADATA)
            .at(last, last.origin())
            .under(several)
            .message("instance profile `%s` holds more than one role", profile.resource().address())
            .deployError("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
            .remedy(new Remedy("keep only the first role in instance profile `" + profile.resource().address() + "`",
                    Applicability.UNSAFE, List.of(new Change.KeepFirst(list(last)))))
            .report();
    }

    /// Where the list is written that the last role is in.
    private static Origin list(SlotUse last) {
        Value list = last.resource().properties().get(last.slot().path().segments().getFirst());
        return list == null ? last.origin() : list.origin();
    }

}
