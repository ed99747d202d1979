package dev.rolewire.rule.policy;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.ManagedPolicyNames;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags the ARN of a managed policy of AWS that is a slip of the pen away from one that there is.
@AutoService(Rule.class)
public final class UnknownManagedPolicyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unknown-managed-policy", Severity.WARNING)
        .category(RuleMetadata.Category.POLICY)
        .summary("Managed policy of AWS is not known, but one that is spelled almost alike")
        .why("""
                The ARN of a managed policy of AWS holds a path, which is easily forgotten
                (`policy/service-role/AWSLambdaBasicExecutionRole`), and names that look regular are not
                (`AWSLambda_FullAccess`, `AmazonEKS_CNI_Policy`). IAM refuses to attach what does not exist.
                """)
        .deployError("Policy <ARN> does not exist or is not attachable.")
        .help("""
                Write the ARN as `aws iam list-policies --scope AWS` has it.
                """)
        .exceptions(
                """
                        A policy that is neither known nor like a known one may be newer than the list, and stays silent; so do names
                        with parts that are not known, and the isolated partitions.
                        """)
        .reference("AWS Managed Policy Reference Guide",
                "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html")
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
        ManagedPolicyNames names = new ManagedPolicyNames(wiring.catalog());
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.External) {
                    check(context, wiring, use, alternative, names.slipOf(alternative.value()));
                }
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            ManagedPolicyNames.@Nullable Slip slip) {
        if (slip == null) {
            return;
        }
        context.finding(METADATA)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .message("AWS is not known to have the managed policy `%s`, which `%s` of `%s` names; did you mean `%s`?",
                    slip.name(), use.name(), use.resource().address(), slip.nearest())
            .deployError(wiring.catalog()
                .deployErrors()
                .find(METADATA.id(), use.resource().type(), use.name())
                .map((text) -> text.replace("{value}", Texts.of(alternative.value())))
                .orElse(null))
            .report();
    }

}
