package dev.rolewire.rule.policy;

import java.util.List;
import java.util.Locale;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.PolicyLimits;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.PolicySize;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.AttachedPolicy;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Wiring;

/// Flags policies that are longer than IAM takes.
@AutoService(Rule.class)
public final class PolicySizeExceededRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("policy-size-exceeded", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.POLICY)
        .summary("Policy is longer than IAM takes")
        .why("""
                IAM takes 6,144 characters of a managed policy, and of all policies together that are a part of one identity
                10,240 for a role, 2,048 for a user and 5,120 for a group; white space does not count. A trust policy may have
                2,048 characters, or as many as the quota of the account was raised to.
                """)
        .help("""
                Shorten the policy with wildcards, or spread its statements over several managed policies.
                """)
        .exceptions(
                """
                        Only what the document writes out is counted: references, parameters and what else is known later count for
                        nothing.
                        """)
        .reference("IAM User Guide: IAM and AWS STS quotas, name requirements, and character limits",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html")
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
        PolicyLimits limits = wiring.catalog().policyLimits();
        for (PolicyUse use : wiring.policyUses()) {
            int size = use.place().kind() == PolicyPlace.Kind.RESOURCE ? 0 : PolicySize.minimum(use.value());
            boolean managed = wiring.identityAt(use.resource().address())
                .filter((identity) -> identity.type().kind() == IdentityKind.POLICY)
                .isPresent();
            if (managed && size > limits.managed()) {
                report(context, use, "managed policy", size, limits.managed());
            }
            if (use.place().kind() == PolicyPlace.Kind.TRUST && size > limits.trust()) {
                trust(context, use, size, limits);
            }
        }
        for (Identity.Local identity : wiring.identities()) {
            Integer limit = limits.inline().get(identity.type().kind());
            if (limit != null) {
                inline(context, wiring, identity, limit);
            }
        }
    }

    private static FindingBuilder at(RuleContext context, PolicyUse use) {
        return context.finding(METADATA).at(use.resource(), use.property(), use.resource().origin()).under(use.guard());
    }

    private static void report(RuleContext context, PolicyUse use, String what, int size, int limit) {
        at(context, use)
            .message("%s `%s` has at least %s characters, IAM takes at most %s", what, use.resource().address(),
                    words(size), words(limit))
            .report();
    }

    private static void trust(RuleContext context, PolicyUse use, int size, PolicyLimits limits) {
        if (size > limits.raisedTrust()) {
            report(context, use, "the trust policy of", size, limits.raisedTrust());
            return;
        }
        at(context, use).severity(Severity.WARNING)
            .message("the trust policy of `%s` has at least %s characters, the default quota is %s",
                    use.resource().address(), words(size), words(limits.trust()))
            .report();
    }

    private static void inline(RuleContext context, Wiring wiring, Identity.Local identity, int limit) {
        List<AttachedPolicy> inline = wiring.policiesOf(identity)
            .stream()
            .filter((policy) -> !policy.managed())
            .toList();
        TogetherAttached over = inline.isEmpty() ? null
                : TogetherAttached.over(limit, inline, PolicySizeExceededRule::size, context.guards());
        if (over == null) {
            return;
        }
        Resource last = over.last();
        String kind = identity.type().kind().label();
        FindingBuilder finding = context.finding(METADATA)
            .at(last, null, last.origin())
            .under(over.guard())
            .message("the inline policies of %s `%s` have at least %s characters, IAM takes at most %s", kind,
                    identity.resource().address(), words(over.total()), words(limit));
        if (last != identity.resource()) {
            finding.related("the " + kind, identity.resource().address(), identity.resource().origin());
        }
        finding.report();
    }

    private static int size(AttachedPolicy policy) {
        return policy.document() == null ? 0 : PolicySize.minimum(policy.document().value());
    }

    private static String words(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

}
