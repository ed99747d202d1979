package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.policy.ArnGrammar;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;

/// Flags an ARN that cannot be one.
@AutoService(Rule.class)
public final class MalformedArnRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-arn", Severity.ERROR)
        .summary("ARN of an identity is not of the form of an ARN")
        .why("""
                An ARN has six parts, `arn:partition:service:region:account:resource`; one of IAM has no Region, and its account
                has twelve digits, or is `aws` for the policies of AWS. Services hold what they get against this form and refuse
                anything else, or look for an identity that cannot exist.
                """)
        .help("""
                Refer to the identity (`!GetAtt Role.Arn`, `aws_iam_role.x.arn`), or write the ARN as
                `arn:aws:iam::123456789012:role/name`.
                """)
        .exceptions("""
                Parts that cannot be known are taken to be right.
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
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                String flaw = isOpen(alternative.resolution()) ? ArnGrammar.flaw(alternative.value()) : null;
                String text = Texts.of(alternative.value());
                if (flaw != null && !use.slot().isPlaceholder(text)) {
                    context.finding(METADATA)
                        .at(use, alternative.origin())
                        .under(alternative.guard())
                        .message("`%s` of `%s` gets an ARN that %s: `%s`", use.name(), use.resource().address(), flaw,
                                text)
                        .report();
                }
            }
        }
    }

    /// Whether no other rule judges what stands there: an identity outside the document,
    /// or none that is known.
    private static boolean isOpen(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Undetermined _ -> true;
            case Resolution.Identified identified -> identified.identity() instanceof Identity.External;
            case Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _, Resolution.Permitted _,
                    Resolution.Missing _ ->
                false;
        };
    }

}
