package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags an instance profile where a role is taken.
@AutoService(Rule.class)
public final class InstanceProfileAsRoleRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("instance-profile-as-role", Severity.ERROR)
        .summary("Instance profile is given where a role is taken")
        .why("""
                Only EC2 and the services that start EC2 instances on your behalf take instance profiles. All others take
                the role itself: they refuse a profile's ARN by their pattern for role ARNs, or look for a role of the
                profile's name and find none.
                """)
        .help("""
                Refer to the role that the profile holds, by name or ARN as the property wants it.
                """)
        .exceptions("""
                A name that is only written out and that the document does not define is taken to exist.
                """)
        .reference("IAM User Guide: Use instance profiles",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html")
        .reference("EKS API: CreateNodegroup, nodeRole",
                "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        WrongKinds.report(context, METADATA,
                (slot, kind) -> kind == IdentityKind.INSTANCE_PROFILE && slot.takes(IdentityKind.ROLE));
    }

}
