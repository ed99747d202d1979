package dev.rolewire.rule.policy;

import java.util.ArrayList;
import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.EarlyPermission;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.PolicyActions;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.AttachedPolicy;
import dev.rolewire.wiring.Wiring;

/// Flags a resource that needs a permission when it is made and does not wait for the policy that gives it.
@AutoService(Rule.class)
public final class PolicyAttachedLateRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("policy-attached-late", Severity.WARNING)
        .category(RuleMetadata.Category.POLICY)
        .summary("Resource does not wait for the policy that it needs when it is made")
        .why("""
                A policy that is a resource of its own (`AWS::IAM::Policy`, `aws_iam_role_policy_attachment`) is made after its role,
                beside what uses the role. Some resources need its permissions the moment they are made: a race that the
                policy loses now and then, and on deletion, when the policy goes first, the resource can not be cleaned up.
                """)
        .deployError("The provided execution role does not have permissions to call CreateNetworkInterface on EC2")
        .help("""
                Add `DependsOn` / `depends_on` on the policy to the resource, or give the role its policies itself
                (`ManagedPolicyArns`, `Policies`).
                """)
        .exceptions(
                """
                        Silent when the resource waits for the policy in any way, when another policy that is there in time gives the
                        permission, and when it cannot be known what the policies allow.
                        """)
        .reference("CloudFormation User Guide: DependsOn attribute",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html")
        .reference("serverless issue 1981: the race of a function in a VPC",
                "https://github.com/serverless/serverless/issues/1981")
        .build();

    private static final List<String> FOR_LOGS = List.of("AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess");

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
        for (Resource resource : wiring.template().resources().values()) {
            if (resource.mode() == Resource.Mode.MANAGED && resource.maker() == null) {
                for (EarlyPermission row : wiring.catalog().earlyPermissionsOf(resource.type())) {
                    RoleUsers.of(wiring, resource, row).forEach((user) -> check(context, wiring, resource, row, user));
                }
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, Resource resource, EarlyPermission row,
            RoleUsers.User user) {
        List<AttachedPolicy> late = new ArrayList<>();
        for (AttachedPolicy policy : wiring.policiesOf(user.role())) {
            boolean inTime = policy.by() == user.role().resource()
                    || wiring.dependsOn(resource.address(), policy.by().address());
            if (inTime && mayGive(context, policy, row)) {
                return;
            }
            if (!inTime && gives(context, policy, row) && policy.by() != resource) {
                late.add(policy);
            }
        }
        for (AttachedPolicy policy : late) {
            Guard both = context.guards().and(user.guard(), policy.guard());
            context.finding(METADATA)
                .at(resource, user.property(), user.origin())
                .under(both)
                .message("`%s` may be made before `%s` gives role `%s` its permissions, and needs them at once: %s",
                        resource.address(), policy.by().address(), user.role().label(), row.need())
                .deployError(wiring.catalog()
                    .deployErrors()
                    .find(METADATA.id(), resource.type(), user.property().split("/")[0])
                    .orElse(null))
                .related("the policy", policy.by().address(), policy.by().origin())
                .related("the role", user.role().label(), user.role().resource().origin())
                .report();
        }
    }

    private static boolean gives(RuleContext context, AttachedPolicy policy, EarlyPermission row) {
        if (row.actions().equals(List.of("*"))) {
            return true;
        }
        return policy.document() == null ? isListed(policy, row)
                : PolicyActions.of(policy.document().value(), context.guards()).allow(row.actions());
    }

    private static boolean mayGive(RuleContext context, AttachedPolicy policy, EarlyPermission row) {
        if (row.actions().equals(List.of("*"))) {
            return !isForLogs(context, policy);
        }
        boolean aws = policy.key().contains(":iam::aws:policy/");
        return policy.document() == null ? !aws || isListed(policy, row)
                : PolicyActions.of(policy.document().value(), context.guards()).mayAllow(row.actions());
    }

    /// Whether a policy is only there so that a function can write its log.
    private static boolean isForLogs(RuleContext context, AttachedPolicy policy) {
        return policy.document() == null ? FOR_LOGS.contains(policy.key().substring(policy.key().lastIndexOf('/') + 1))
                : PolicyActions.of(policy.document().value(), context.guards()).allowsOnly("logs:");
    }

    private static boolean isListed(AttachedPolicy policy, EarlyPermission row) {
        return row.policies().contains(policy.key().substring(policy.key().lastIndexOf('/') + 1));
    }

}
