package dev.rolewire.rule.policy;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.AttachedPolicy;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Wiring;

/// Flags an identity with more managed policies than the default quota.
@AutoService(Rule.class)
public final class TooManyAttachedPoliciesRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("too-many-attached-policies", Severity.WARNING)
        .category(RuleMetadata.Category.POLICY)
        .summary("Identity has more managed policies than the default quota")
        .why("""
                An account lets a role, user or group have ten managed policies. For roles and users the quota can be raised;
                where it was not, IAM refuses the eleventh and the deployment fails half way.
                """)
        .help("""
                Put the permissions together in fewer policies, or raise the quota of the account first.
                """)
        .exceptions(
                """
                        Only policies that surely differ are counted: two of which one is not known may be the same. Policies that
                        conditions keep apart count each on its own.
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
        for (Identity.Local identity : wiring.identities()) {
            Integer limit = wiring.catalog().policyLimits().attached().get(identity.type().kind());
            List<AttachedPolicy> managed = wiring.policiesOf(identity)
                .stream()
                .filter(AttachedPolicy::managed)
                .toList();
            if (limit != null && managed.size() > limit) {
                TogetherAttached over = TogetherAttached.over(limit, managed, (_) -> 1, context.guards());
                if (over != null) {
                    report(context, identity, limit, over);
                }
            }
        }
    }

    private static void report(RuleContext context, Identity.Local identity, int limit, TogetherAttached over) {
        Resource last = over.last();
        Resource resource = identity.resource();
        var finding = context.finding(METADATA)
            .at(last, null, last.origin())
            .under(over.guard())
            .message("%s `%s` has %s managed policies, the default quota is %s", identity.type().kind().label(),
                    resource.address(), over.total(), limit);
        if (last != resource) {
            finding.related("the " + identity.type().kind().label(), resource.address(), resource.origin());
        }
        finding.report();
    }

}
