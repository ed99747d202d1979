package dev.rolewire.rule.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Value;
import dev.rolewire.policy.Spelling;
import dev.rolewire.policy.SymbolicArn;
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

    private static final String POLICY = "policy/";

    /// A name has at most so many characters (IAM User Guide, "IAM and AWS STS quotas").
    private static final int MAX_NAME = 128;

    /// So many names of one document are compared with all known ones.
    private static final int MAX_COMPARED = 200;

    private static final int SHORT_NAME = 8;

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
        Map<String, String> known = new HashMap<>();
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.External) {
                    check(context, wiring, use, alternative, known);
                }
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            Map<String, String> compared) {
        SymbolicArn arn = SymbolicArn.parse(alternative.value());
        String name = arn == null ? null : policyOf(arn);
        if (arn == null || name == null) {
            return;
        }
        String partition = arn.partition() instanceof Value.Literal literal ? literal.text() : "aws";
        Set<String> policies = wiring.catalog().managedPolicies(partition);
        String key = partition + ":" + name;
        if (!compared.containsKey(key) && compared.size() < MAX_COMPARED) {
            String nearest = nearest(name, policies);
            compared.put(key, nearest == null ? "" : nearest);
        }
        String nearest = compared.getOrDefault(key, "");
        if (!nearest.isEmpty()) {
            context.finding(METADATA)
                .at(use, alternative.origin())
                .under(alternative.guard())
                .message(
                        "AWS is not known to have the managed policy `%s`, which `%s` of `%s` names; did you mean `%s`?",
                        name, use.name(), use.resource().address(), nearest)
                .deployError(wiring.catalog()
                    .deployErrors()
                    .find(METADATA.id(), use.resource().type(), use.name())
                    .map((text) -> text.replace("{value}", Texts.of(alternative.value())))
                    .orElse(null))
                .report();
        }
    }

    /// Path and name of a policy whose ARN is written as one of AWS, or null.
    private static @Nullable String policyOf(SymbolicArn arn) {
        boolean aws = arn.account() instanceof Value.Literal account && account.text().equals("aws");
        if (!aws || arn.resource().size() != 1 || !(arn.resource().getFirst() instanceof Value.Literal resource)
                || !resource.text().startsWith(POLICY) || resource.text().length() > MAX_NAME + POLICY.length()) {
            return null;
        }
        return resource.text().substring(POLICY.length());
    }

    /// The known policy of the same name with another path, else the one whose name is
    /// spelled almost alike.
    private static @Nullable String nearest(String policy, Set<String> known) {
        String name = lastOf(policy);
        String similar = null;
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            String other = lastOf(each);
            int allowed = other.length() >= SHORT_NAME ? 2 : 1;
            int distance = Spelling.distance(name, other, allowed);
            if (distance <= allowed && distance < least) {
                similar = each;
                least = distance;
            }
        }
        return similar;
    }

    private static String lastOf(String policy) {
        return policy.substring(policy.lastIndexOf('/') + 1);
    }

}
