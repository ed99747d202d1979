package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource.Change;
import dev.rolewire.model.Resource.Mode;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a plan does to its resources, and which of them are there.
class PlanChangeTests {

    private static final String PRIOR = """
            {"format_version": "1.2", %s "prior_state": {"values": {"root_module": {"resources": [
              {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "name": "r",
               "values": {"name": "n", "id": "n"}}]}}}}
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `"create"`,             APPLIED
            `"update"`,             APPLIED
            `"delete", "create"`,   APPLIED
            `"create", "delete"`,   APPLIED
            `"create", "forget"`,   APPLIED
            `"no-op"`,              UNCHANGED
            """)
    void actionsTellTheChange(String actions, Change change) {
        Template template = Plans.plan(Plans.change("aws_iam_role.r", actions, "{\"name\": \"n\"}", "{}"), "");
        assertThat(Plans.resource(template, "aws_iam_role.r").change()).isEqualTo(change);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"delete\"", "\"forget\"" })
    void whatIsDestroyedOrForgottenIsLeftOut(String actions) {
        String change = "\"resource_changes\": [" + Plans.change("aws_iam_role.r", actions, "null", "{}") + "],";
        Template template = Plans.plan(PRIOR.formatted(change));
        assertThat(template.resources()).isEmpty();
        assertThat(template.problems()).isEmpty();
    }

    @Test
    void aPlanThatOnlyRefreshesHasItsPriorState() {
        Template template = Plans.plan(PRIOR.formatted("\"planned_values\": {\"outputs\": {}},"));
        assertThat(Plans.resource(template, "aws_iam_role.r").change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void anObjectToBeReplacedLaterIsNoResource() {
        Template template = Plans.plan("""
                {"resource_changes": [{"address": "aws_iam_role.r", "deposed": "abcd1234", "mode": "managed",
                  "type": "aws_iam_role", "name": "r", "change": {"actions": ["no-op"], "after": {"name": "n"}}}]}
                """);
        assertThat(template.resources()).isEmpty();
    }

    @Test
    void aMovedResourceIsThereOnce() {
        String change = Plans.change("aws_iam_role.moved", "\"no-op\"", "{\"name\": \"n\"}", "{}")
            .replaceFirst("\\{", "{\"previous_address\": \"aws_iam_role.r\",");
        Template template = Plans.plan(PRIOR.formatted("\"resource_changes\": [" + change + "],"));
        assertThat(template.resources()).containsOnlyKeys("aws_iam_role.moved");
    }

    @Test
    void anImportedResourceHasItsValues() {
        String change = Plans.change("aws_iam_role.r", "\"update\"", "{\"name\": \"n\", \"arn\": \"arn:x\"}", "{}")
            .replace("\"actions\"", "\"importing\": {\"id\": \"n\"}, \"actions\"");
        Template template = Plans.plan(change, "");
        assertThat(Plans.resource(template, "aws_iam_role.r").change()).isEqualTo(Change.APPLIED);
        assertThat(Plans.value(template, "aws_iam_role.r", "arn")).isEqualTo("'arn:x'");
    }

    @Test
    void aDataSourceThatWasReadHasItsValues() {
        Template template = Plans.plan("""
                {"resource_changes": [%s], "prior_state": {"values": {"root_module": {"resources": [
                  {"address": "data.aws_iam_role.r", "mode": "data", "type": "aws_iam_role", "name": "r",
                   "values": {"name": "n", "arn": "arn:aws:iam::123456789012:role/n"}}]}}},
                 "configuration": {"root_module": {"resources": [
                  {"mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": {"role":
                   {"references": ["data.aws_iam_role.r.arn", "data.aws_iam_role.r"]}}}]}}}
                """.formatted(
                Plans.create("aws_lambda_function.f", "{\"role\": \"arn:aws:iam::123456789012:role/n\"}", "{}")));
        assertThat(Plans.resource(template, "data.aws_iam_role.r").mode()).isEqualTo(Mode.DATA);
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("&data.aws_iam_role.r#arn");
    }

    @Test
    void aDataSourceThatIsReadLaterIsReferredTo() {
        Template template = Plans.plan(
                Plans.change("data.aws_iam_role.r", "\"read\"", "{\"name\": \"n\"}", "{\"arn\": true}") + ","
                        + Plans.create("aws_lambda_function.f", "{}", "{\"role\": true}"),
                """
                        "resources": [{"mode": "data", "type": "aws_iam_role", "name": "r", "expressions": {}},
                          {"mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": {"role":
                           {"references": ["data.aws_iam_role.r.arn", "data.aws_iam_role.r"]}}}]
                        """);
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("&data.aws_iam_role.r#arn");
        assertThat(Plans.value(template, "data.aws_iam_role.r", "arn")).isEqualTo("?DATA_SOURCE()");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"errored\": true", "\"complete\": false", "\"deferred_changes\": [{}]" })
    void aPlanThatLacksSomethingIsNoted(String mark) {
        Template template = Plans.plan("{\"planned_values\": {}, " + mark + "}");
        assertThat(template.problems()).singleElement()
            .extracting(ModelProblem::kind)
            .isEqualTo(ModelProblem.Kind.NOTICE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"errored\": false", "\"complete\": true", "\"deferred_changes\": []" })
    void aWholePlanIsNot(String mark) {
        assertThat(Plans.plan("{\"planned_values\": {}, " + mark + "}").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "registry.terraform.io/hashicorp/aws, aws_iam_role, true", "aws, aws_iam_role, true",
            "registry.terraform.io/hashicorp/awscc, awscc_iam_role, false",
            "registry.terraform.io/acme/other, aws_iam_role, false" })
    void onlyTheAwsProviderIsLowered(String provider, String type, boolean lowered) {
        Template template = Plans.plan("""
                {"resource_changes": [{"address": "%s.r", "mode": "managed", "type": "%s", "name": "r",
                  "provider_name": "%s", "change": {"actions": ["create"], "after": {"name": "n"}}}]}
                """.formatted(type, type, provider));
        assertThat(Plans.resource(template, type + ".r").complete()).isEqualTo(lowered);
    }

}
