package dev.rolewire.rule.policy;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a trust policy that IAM does not accept.
@AutoService(Rule.class)
public final class MalformedTrustPolicyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-trust-policy", Severity.ERROR)
        .category(RuleMetadata.Category.POLICY)
        .summary("Trust policy of a role is not of the grammar that IAM accepts")
        .why("""
                A trust policy says who may assume the role, so it names principals and actions of STS and no resource: the
                role itself is the resource. IAM refuses anything else when it makes the role, and with it the stack.
                """)
        .deployError("MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions.")
        .help("""
                Each statement needs `Effect`, `Principal` and an action such as `sts:AssumeRole`, and must not have
                `Resource`. What the role may do belongs into its other policies.
                """)
        .exceptions("""
                Parts that cannot be known are not judged, nor are names of elements that differ in case only.
                """)
        .reference("IAM User Guide: Grammar of the IAM JSON policy language",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html")
        .reference("IAM User Guide: AWS JSON policy elements: Principal",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        PolicyFlaws.report(context, METADATA, List.of(PolicyPlace.Kind.TRUST));
    }

}
