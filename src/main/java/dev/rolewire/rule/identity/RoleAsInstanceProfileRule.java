package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a role where an instance profile is taken.
@AutoService(Rule.class)
public final class RoleAsInstanceProfileRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("role-as-instance-profile", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .summary("Role is given where an instance profile is taken")
        .why("""
                EC2 does not take a role: it takes an instance profile, a container that holds the role. The console makes
                one of the same name beside every role and so hides the difference; CloudFormation and Terraform do not.
                AWS looks for a profile of the role's name, finds none, and the deployment fails.
                """)
        .deployError(
                "Value (<role name>) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name")
        .help("""
                Define an instance profile that holds the role (`AWS::IAM::InstanceProfile`, `aws_iam_instance_profile`)
                and refer to the profile.
                """)
        .exceptions(
                """
                        A name that is only written out is taken to be that of a profile that exists, even where a role of the
                        document has the same name: the console makes such profiles. When a
                        profile with the role's name stands in the same document, `dependency-by-name` speaks instead. A Terraform
                        plan does not show templates: a role's name that is not known yet is a warning there, since a template may
                        make the name of a profile of it.
                        """)
        .reference("EC2 User Guide: IAM roles for Amazon EC2",
                "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html")
        .reference("IAM User Guide: Use instance profiles",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html")
        .reference("cloud-cml issue 4: the error text", "https://github.com/CiscoDevNet/cloud-cml/issues/4")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        WrongKinds.report(context, METADATA,
                (slot, kind) -> kind == IdentityKind.ROLE && slot.takes(IdentityKind.INSTANCE_PROFILE));
    }

}
