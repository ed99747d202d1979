package dev.rolewire.rule.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Value;
import dev.rolewire.policy.ArnGrammar;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.FindingBuilder;
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

    /// A Region in an ARN of IAM.
    private static final Pattern REGION = Pattern.compile(":iam:[a-z]{2}(?:-[a-z]+)+-\\d:");

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
                    FindingBuilder finding = context.finding(METADATA)
                        .at(use, alternative.origin())
                        .under(alternative.guard())
                        .message("`%s` of `%s` gets an ARN that %s: `%s`", use.name(), use.resource().address(), flaw,
                                text);
                    withoutRegion(alternative).ifPresent(finding::remedy);
                    finding.report();
                }
            }
        }
    }

    /// Takes a Region out of an ARN of IAM that is written out.
    private static Optional<Remedy> withoutRegion(SlotAlternative alternative) {
        Matcher matcher = alternative.value() instanceof Value.Literal literal ? REGION.matcher(literal.text()) : null;
        return matcher == null || !matcher.find() ? Optional.empty()
                : Optional.of(new Remedy("take the Region out of the ARN", Applicability.SAFE,
                        List.of(new Change.ReplaceText(alternative.origin(), matcher.group(), ":iam::"))));
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
