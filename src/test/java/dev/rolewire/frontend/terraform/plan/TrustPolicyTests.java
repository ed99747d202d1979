package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Trust policies: known, deferred, merged; and what must not be shown.
class TrustPolicyTests {

    private final Template template = Plans.fixture("trust/plan.json");

    @Test
    void aKnownPolicyOfADataSourceIsReadInPlace() {
        assertThat(Plans.value(this.template, "aws_iam_role.known", "assume_role_policy", "Statement", "0", "Principal",
                "Service"))
            .isEqualTo("'ecs-tasks.amazonaws.com'");
    }

    @Test
    void aDeferredPolicyIsMadeOfItsStatements() {
        assertThat(Plans.value(this.template, "aws_iam_role.deferred", "assume_role_policy")).isEqualTo("""
                {Version: '2012-10-17', Statement: [\
                {Effect: 'Allow', Sid: 'Web', Action: ['sts:AssumeRoleWithWebIdentity'], \
                Principal: {Federated: [&aws_iam_openid_connect_provider.github#arn]}, \
                Condition: {StringEquals: {token.actions.githubusercontent.com:aud: ['sts.amazonaws.com']}}}, \
                {Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], \
                Principal: {Service: ['edgelambda.amazonaws.com', 'lambda.amazonaws.com'], \
                AWS: [&aws_iam_role.known#arn]}}, \
                {Effect: 'Deny', Action: ['sts:AssumeRole'], Principal: '*'}]}""");
    }

    @Test
    void theDataSourceHasThePolicyToo() {
        assertThat(Plans.find(this.template, "data.aws_iam_policy_document.deferred", "json"))
            .isInstanceOf(Value.ObjectValue.class);
    }

    @Test
    void aMergedPolicyIsUnknown() {
        assertThat(Plans.value(this.template, "aws_iam_role.merged", "assume_role_policy"))
            .isEqualTo("?DATA_SOURCE(&data.aws_iam_policy_document.merged#json)");
    }

    @Test
    void anArnInsideAnEncodedPolicyIsNotThePolicy() {
        assertThat(Plans.value(this.template, "aws_iam_role.encoded", "assume_role_policy"))
            .isEqualTo("?KNOWN_AFTER_APPLY(&aws_iam_role.known#arn)");
    }

    @Test
    void aSensitiveValueIsNeverShown() {
        Value role = Plans.find(this.template, "aws_lambda_function.sensitive", "role");
        assertThat(role).isInstanceOfSatisfying(Value.Unknown.class,
                (unknown) -> assertThat(unknown.detail()).isEqualTo("a sensitive value"));
        assertThat(this.template.resources()).asString().doesNotContain("do-not-print");
    }

    @Test
    void documentsMadeOfOneAnotherInACircleAreUnknown() {
        String document = """
                {"mode": "data", "type": "aws_iam_policy_document", "name": "%s", "expressions":
                 {"version": {"references": ["data.aws_iam_policy_document.%s.json", "data.aws_iam_policy_document.%s"]}}}
                """;
        Template circle = Plans.plan(
                Plans.change("data.aws_iam_policy_document.a", "\"read\"", "{}", "{\"version\": true, \"json\": true}")
                        + ","
                        + Plans.change("data.aws_iam_policy_document.b", "\"read\"", "{}",
                                "{\"version\": true, \"json\": true}"),
                "\"resources\": [" + document.formatted("a", "b", "b") + "," + document.formatted("b", "a", "a") + "]");
        assertThat(circle.resources()).hasSize(2);
    }

}
