package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Nested blocks, static and dynamic.
class NestedBlockTests {

    private final Template template = Plans.fixture("blocks/plan.json");

    @Test
    void aStaticBlockIsFollowed() {
        assertThat(Plans.value(this.template, "aws_launch_template.by_name", "iam_instance_profile", "0", "name"))
            .isEqualTo("&aws_iam_instance_profile.profile#name");
        assertThat(Plans.value(this.template, "aws_kinesis_firehose_delivery_stream.nested",
                "extended_s3_configuration", "0", "role_arn"))
            .isEqualTo("&aws_iam_role.role#arn");
    }

    @Test
    void aDynamicBlockIsNotShown() {
        Value arn = Plans.find(this.template, "aws_launch_template.by_arn", "iam_instance_profile", "0", "arn");
        assertThat(arn).isInstanceOfSatisfying(Value.Unknown.class,
                (unknown) -> assertThat(unknown.operands()).extracting(Plans::describe)
                    .contains("&aws_iam_instance_profile.profile#arn"));
    }

    @Test
    void constantsTellBlocksApartThatAreSortedAnew() {
        assertThat(Plans.value(this.template, "aws_elastic_beanstalk_environment.static_and_dynamic", "setting"))
            .contains("name: 'IamInstanceProfile', namespace: 'aws:autoscaling:launchconfiguration', resource: absent, "
                    + "value: &aws_iam_instance_profile.profile#arn}")
            .contains("name: 'ServiceRole', namespace: 'aws:elasticbeanstalk:environment', resource: absent, "
                    + "value: &aws_iam_role.role#arn}")
            .contains("value: 't3.micro'");
    }

    @Test
    void blocksThatNothingTellsApartAreUnknown() {
        Template two = twoBlocks("""
                {"arn": {"references": ["aws_iam_role.a.arn", "aws_iam_role.a"]}},
                {"arn": {"references": ["aws_iam_role.b.arn", "aws_iam_role.b"]}}
                """);
        assertThat(Plans.value(two, "aws_x.x", "block", "0", "arn"))
            .isEqualTo("?KNOWN_AFTER_APPLY(&aws_iam_role.a#arn, &aws_iam_role.b#arn)");
    }

    @Test
    void blocksThatSayTheSameNeedNotBeToldApart() {
        Template two = twoBlocks("""
                {"arn": {"references": ["aws_iam_role.a.arn", "aws_iam_role.a"]}},
                {"arn": {"references": ["aws_iam_role.a.arn", "aws_iam_role.a"]}}
                """);
        assertThat(Plans.value(two, "aws_x.x", "block", "1", "arn")).isEqualTo("&aws_iam_role.a#arn");
    }

    @Test
    void whatFitsOnlyOnePlaceIsTakenFromTheOthers() {
        Template two = Plans.plan(
                Plans.create("aws_iam_role.a", "{}", "{\"arn\": true}") + ","
                        + Plans.create("aws_iam_role.b", "{}", "{\"arn\": true}") + ","
                        + Plans.create("aws_x.x", "{\"block\": [{\"k\": \"1\"}, {\"k\": \"2\"}]}",
                                "{\"block\": [{\"arn\": true}, {\"arn\": true}]}"),
                """
                        "resources": [{"mode": "managed", "type": "aws_x", "name": "x", "expressions": {"block": [
                          {"arn": {"references": ["aws_iam_role.a.arn", "aws_iam_role.a"]}},
                          {"k": {"constant_value": "1"},
                           "arn": {"references": ["aws_iam_role.b.arn", "aws_iam_role.b"]}}]}}]
                        """);
        assertThat(Plans.value(two, "aws_x.x", "block", "0", "arn")).isEqualTo("&aws_iam_role.b#arn");
        assertThat(Plans.value(two, "aws_x.x", "block", "1", "arn")).isEqualTo("&aws_iam_role.a#arn");
    }

    private static Template twoBlocks(String blocks) {
        return Plans.plan(
                Plans.create("aws_iam_role.a", "{}", "{\"arn\": true}") + ","
                        + Plans.create("aws_iam_role.b", "{}", "{\"arn\": true}") + ","
                        + Plans.create("aws_x.x", "{\"block\": [{}, {}]}",
                                "{\"block\": [{\"arn\": true}, {\"arn\": true}]}"),
                """
                        "resources": [{"mode": "managed", "type": "aws_x", "name": "x", "expressions": {"block": [%s]}}]
                        """.formatted(blocks));
    }

}
