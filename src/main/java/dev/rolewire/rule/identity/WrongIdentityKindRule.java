package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.References;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags anything else than an identity of the right kind in an identity slot.
@AutoService(Rule.class)
public final class WrongIdentityKindRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("wrong-identity-kind", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .summary("Property that takes an identity is given something else")
        .why("""
                The property takes an IAM identity, and the value is another resource, a policy, a user, the ARN of
                another service, or the unique id that IAM makes (`AROA...`, `AIPA...`), which no property takes. AWS
                refuses it when the resource is made.
                """)
        .help("""
                Refer to the identity that is meant. In Terraform `id` of a role and of a profile is its name, but `id` of
                the data source `aws_iam_instance_profile` is a unique id: use `name`.
                """)
        .exceptions(
                """
                        A role in a profile's place and a profile in a role's place have rules of their own. Attributes that may
                        hold anything (a custom resource's answer, a stored parameter, an output of a nested stack) stay silent
                        and leave the slot unchecked. A Terraform plan does not show templates: an id that is not known yet may be
                        a part of the name or ARN, and is a warning.
                        """)
        .reference("IAM User Guide: IAM identifiers",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        WrongKinds.report(context, METADATA, (slot,
                kind) -> !isMixUp(slot.takes(IdentityKind.INSTANCE_PROFILE), slot.takes(IdentityKind.ROLE), kind));
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                switch (alternative.resolution()) {
                    case Resolution.NotAnIdentity other -> report(context, use, alternative, "is " + other.what());
                    case Resolution.Identified identified when identified.accepted().form() == IdentityForm.UNIQUE_ID
                            && use.slot().takes(identified.accepted().kind()) ->
                        report(context, use, alternative, SlotWords.given(identified));
                    case Resolution.Identified _, Resolution.FormOnly _, Resolution.WrongShape _,
                            Resolution.Permitted _, Resolution.Missing _, Resolution.Undetermined _ ->
                        {
                        }
                }
            }
        }
    }

    private static boolean isMixUp(boolean takesProfile, boolean takesRole, IdentityKind kind) {
        return (takesProfile && kind == IdentityKind.ROLE) || (takesRole && kind == IdentityKind.INSTANCE_PROFILE);
    }

    private static void report(RuleContext context, SlotUse use, SlotAlternative alternative, String given) {
        FindingBuilder finding = context.finding(METADATA)
            .at(use, alternative)
            .message("`%s` of `%s` takes %s, but it %s%s", use.name(), use.resource().address(),
                    SlotWords.wanted(use.slot()), given,
                    alternative.mayBeWrapped(use.slot()) ? ", unless it is a part of a text that the plan does not show"
                            : "")
            .deployError(context.deployError(METADATA, use, alternative));
        Wiring wiring = context.wiring();
        if (wiring != null) {
            References.of(wiring, use, alternative).toReferred().ifPresent(finding::remedy);
        }
        finding.report();
    }

}
