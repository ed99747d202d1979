package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The article's four Terraform examples.
class ArticlePlanTests {

    @Test
    void aKnownNameThatIsOneReferenceIsThatReference() {
        Template template = Plans.fixture("article/ec2-role-only/plan.json");
        assertThat(Plans.value(template, "aws_instance.EC2Instance", "iam_instance_profile"))
            .isEqualTo("&aws_iam_role.IAMRole#name");
        assertThat(Plans.value(template, "aws_iam_role.IAMRole", "name")).isEqualTo("'Yuta20220815'");
    }

    @Test
    void theReferenceStandsWhereTheNameIsWritten() {
        Template template = Plans.fixture("article/ec2-role-only/plan.json");
        Value profile = Plans.find(template, "aws_instance.EC2Instance", "iam_instance_profile");
        assertThat(template.sources().getFirst().textAt(profile.origin().span())).isEqualTo("\"Yuta20220815\"");
        assertThat(profile.origin().pointer()).hasToString("/resource_changes/1/change/after/iam_instance_profile");
    }

    @Test
    void aProfileNamedAfterTheRoleIsNoDependency() {
        Template template = Plans.fixture("article/ec2-by-name/plan.json");
        assertThat(Plans.value(template, "aws_instance.EC2Instance", "iam_instance_profile"))
            .isEqualTo("&aws_iam_role.IAMRole#name");
        assertThat(Plans.resource(template, "aws_instance.EC2Instance").dependencies())
            .containsExactly("aws_iam_role.IAMRole");
    }

    @Test
    void aReferenceToTheProfileIsOneAlthoughTheRoleHasTheSameName() {
        Template template = Plans.fixture("article/ec2-profile/plan.json");
        assertThat(Plans.value(template, "aws_instance.EC2Instance", "iam_instance_profile"))
            .isEqualTo("&aws_iam_instance_profile.IAMInstanceProfile#name");
        assertThat(Plans.value(template, "aws_iam_instance_profile.IAMInstanceProfile", "role"))
            .isEqualTo("&aws_iam_role.IAMRole#name");
    }

    @Test
    void anUnknownArnIsAReferenceThatStandsInTheConfiguration() {
        Template template = Plans.fixture("article/lambda/plan.json");
        Value role = Plans.find(template, "aws_lambda_function.LambdaFunction", "role");
        assertThat(Plans.describe(role)).isEqualTo("&aws_iam_role.IAMRole#arn");
        assertThat(role.origin().pointer()).hasToString("/configuration/root_module/resources/1/expressions/role");
        assertThat(template.sources().getFirst().textAt(role.origin().span())).contains("aws_iam_role.IAMRole.arn");
    }

    @Test
    void theTrustPolicyIsReadInPlace() {
        Template template = Plans.fixture("article/lambda/plan.json");
        Value service = Plans.find(template, "aws_iam_role.IAMRole", "assume_role_policy", "Statement", "0",
                "Principal", "Service");
        assertThat(Plans.describe(service)).isEqualTo("'lambda.amazonaws.com'");
        assertThat(template.sources().getFirst().textAt(service.origin().span()))
            .isEqualTo("\\\"lambda.amazonaws.com\\\"");
    }

    @Test
    void resourcesAreCreatedAndHaveTheirOrigin() {
        Template template = Plans.fixture("article/lambda/plan.json");
        Resource function = Plans.resource(template, "aws_lambda_function.LambdaFunction");
        assertThat(function.change()).isEqualTo(Resource.Change.APPLIED);
        assertThat(function.mode()).isEqualTo(Resource.Mode.MANAGED);
        assertThat(function.complete()).isTrue();
        assertThat(template.sources().getFirst().textAt(function.origin().span()))
            .isEqualTo("\"aws_lambda_function.LambdaFunction\"");
        assertThat(template.problems()).isEmpty();
        assertThat(template.environment().region()).isEqualTo("us-east-1");
    }

}
