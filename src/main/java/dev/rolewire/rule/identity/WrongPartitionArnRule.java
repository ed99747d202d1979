package dev.rolewire.rule.identity;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Flags the ARN of an identity of another partition than the one that is deployed to.
@AutoService(Rule.class)
public final class WrongPartitionArnRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("wrong-partition-arn", Severity.WARNING)
        .summary("ARN is of another partition than the one that is deployed to")
        .why("""
                Nothing reaches across partitions: in China and GovCloud there is no identity whose ARN begins with `arn:aws:`,
                not even a managed policy of AWS. The deployment ends with an ARN that is not valid or a policy that does
                not exist.
                """)
        .help("""
                Leave the partition to the deployment: `${AWS::Partition}`, `data.aws_partition.current.partition`.
                """)
        .exceptions("""
                Judged only when the Region is known, from the request or the provider.
                """)
        .reference("IAM User Guide: IAM identifiers",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")
        .reference("AWS General Reference: Amazon Resource Names",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        String region = wiring == null ? null : wiring.template().environment().region();
        if (region == null) {
            return;
        }
        for (SlotUse use : context.slotUses()) {
            use.alternatives().forEach((alternative) -> check(context, use, alternative, region));
        }
    }

    private static void check(RuleContext context, SlotUse use, SlotAlternative alternative, String region) {
        SymbolicArn arn = alternative.resolution() instanceof Resolution.Identified
                ? SymbolicArn.parse(alternative.value()) : null;
        String own = Partition.ofRegion(region).id();
        if (arn == null || !(arn.partition() instanceof Value.Literal partition) || partition.text().equals(own)
                || Partition.all().stream().noneMatch((known) -> known.id().equals(partition.text()))) {
            return;
        }
        context.finding(METADATA)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .message("`%s` of `%s` gets an ARN of partition `%s`, but %s is in `%s`: `%s`", use.name(),
                    use.resource().address(), partition.text(), region, own, Texts.of(alternative.value()))
            .remedy(new Remedy("leave the partition to the deployment", Applicability.SAFE,
                    List.of(new Change.Interpolate(alternative.origin(), "arn:", partition.text() + ":",
                            "AWS::Partition"))))
            .report();
    }

}
