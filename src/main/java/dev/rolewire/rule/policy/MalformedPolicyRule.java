package dev.rolewire.rule.policy;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a policy of an identity or a resource that AWS does not accept.
@AutoService(Rule.class)
public final class MalformedPolicyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-policy", Severity.ERROR)
        .category(RuleMetadata.Category.POLICY)
        .summary("Policy of an identity or a resource is not of the grammar that AWS accepts")
        .why("""
                AWS parses a policy when it is attached and refuses one that is not of its grammar: a statement without an
                effect, action or resource, a principal in a policy of an identity, a resource that is no ARN.
                """)
        .deployError("MalformedPolicyDocument: Missing required field Action")
        .help("""
                Each statement needs `Effect`, `Action` and `Resource`; a policy of an identity has no `Principal`, a policy
                of a resource needs one.
                """)
        .exceptions(
                """
                        Parts that cannot be known are not judged, nor are names of elements that differ in case only. Of a policy of
                        a resource only what every service demands is judged.
                        """)
        .reference("IAM User Guide: Grammar of the IAM JSON policy language",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html")
        .reference("IAM User Guide: IAM JSON policy element reference",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        PolicyFlaws.report(context, METADATA, List.of(PolicyPlace.Kind.IDENTITY, PolicyPlace.Kind.RESOURCE));
    }

}
