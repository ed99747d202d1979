package dev.rolewire.frontend.terraform.plan;

import java.util.LinkedHashMap;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Single values: kinds, confirmation of references, old plans, the environment.
class PlannedValueTests {

    private static final String ROLE = Plans.create("aws_iam_role.r", "{\"name\": \"n\", \"path\": \"/n/\"}",
            "{\"arn\": true, \"id\": true}");

    private static Template function(String after, String unknown, String expression) {
        return Plans.plan(ROLE + "," + Plans.create("aws_lambda_function.f", after, unknown), """
                "resources": [{"mode": "managed", "type": "aws_iam_role", "name": "r", "expressions": {}},
                  {"mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": {%s}}]
                """.formatted(expression));
    }

    @Test
    void scalarsKeepTheirText() {
        Template template = function(
                "{\"a\": 1.50, \"b\": true, \"c\": null, \"d\": \"012\", \"e\": [1], \"f\": {\"g\": 2}}", "{}", "");
        assertThat(Plans.describe(Plans.resource(template, "aws_lambda_function.f").properties()))
            .isEqualTo("{a: 1.50, b: true, c: absent, d: '012', e: [1], f: {g: 2}}");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `{"role": "n"}`,     name, &aws_iam_role.r#name
            `{"role": "other"}`, name, 'other'
            `{"role": "n"}`,     arn,  'n'
            """)
    void aKnownTextIsAReferenceOnlyWhenTheAttributeHasIt(String after, String attribute, String expected) {
        Template template = function(after, "{}",
                "\"role\": {\"references\": [\"aws_iam_role.r.%s\", \"aws_iam_role.r\"]}".formatted(attribute));
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo(expected);
        assertThat(Plans.resource(template, "aws_lambda_function.f").dependencies()).containsExactly("aws_iam_role.r");
    }

    @Test
    void anUnknownValueIsNoReferenceToWhatIsKnown() {
        Template template = function("{}", "{\"role\": true}",
                "\"role\": {\"references\": [\"aws_iam_role.r.name\", \"aws_iam_role.r\"]}");
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("?KNOWN_AFTER_APPLY()");
    }

    @Test
    void aConstantWithATemplateInItIsSourceText() {
        Template template = function("{}", "{\"role\": true}", """
                "role": {"constant_value": "${aws_iam_role.r.arn}",
                         "references": ["aws_iam_role.r.arn", "aws_iam_role.r"]}
                """);
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("&aws_iam_role.r#arn");
    }

    @Test
    void anUnknownArgumentWithoutConfigurationIsUnknown() {
        Template template = Plans
            .plan("{\"resource_changes\": [" + Plans.create("aws_lambda_function.f", "{}", "{\"role\": true}") + "]}");
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("?KNOWN_AFTER_APPLY()");
    }

    @Test
    void anEmptyTextThatNothingSetsIsAbsent() {
        Template template = function("{\"role\": \"\", \"description\": \"\"}", "{}",
                "\"description\": {\"constant_value\": \"\"}");
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("absent");
        assertThat(Plans.value(template, "aws_lambda_function.f", "description")).isEqualTo("''");
    }

    @Test
    void itemsThatAnOldPlanDropsAreUnknown() {
        Template template = function("{\"roles\": [\"a\"]}", "{\"roles\": [true, false]}",
                "\"roles\": {\"references\": [\"local.x\"]}");
        assertThat(Plans.value(template, "aws_lambda_function.f", "roles")).isEqualTo("['a', ?KNOWN_AFTER_APPLY()]");
    }

    @Test
    void oldPlansNameResourcesWithoutAttributes() {
        String plan = """
                {"format_version": "0.1", "resource_changes": [%s, %s], "configuration": {"root_module": {"resources": [
                  {"mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": {
                   "role": {"references": ["aws_iam_role.r"]}, "name": {"references": ["aws_iam_role.r"]}}}]}}}
                """.formatted(ROLE, Plans.create("aws_lambda_function.f", "{\"name\": \"n\"}", "{\"role\": true}"));
        Template template = Plans.plan(plan);
        assertThat(Plans.value(template, "aws_lambda_function.f", "role"))
            .isEqualTo("?KNOWN_AFTER_APPLY(&aws_iam_role.r#)");
        assertThat(Plans.value(template, "aws_lambda_function.f", "name")).isEqualTo("&aws_iam_role.r#name");
    }

    @Test
    void plannedValuesAloneLeaveOutWhatIsUnknown() {
        Template template = Plans.plan("""
                {"planned_values": {"root_module": {"resources": [
                  {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "name": "r", "values": {}},
                  {"address": "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function", "name": "f",
                   "values": {"function_name": "f"}}]}},
                 "configuration": {"root_module": {"resources": [
                  {"mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": {
                   "function_name": {"constant_value": "f"},
                   "role": {"references": ["aws_iam_role.r.arn", "aws_iam_role.r"]}}}]}}}
                """);
        assertThat(Plans.value(template, "aws_lambda_function.f", "role")).isEqualTo("&aws_iam_role.r#arn");
    }

    @Test
    void theRegionIsThatOfTheProvider() {
        String provider = """
                {"variables": {"r": {"value": "eu-west-1"}}, "configuration": {"provider_config": {"aws": {"name": "aws",
                 "expressions": {"region": %s}}}, "root_module": {}}, "resource_changes": []}
                """;
        assertThat(Plans.plan(provider.formatted("{\"constant_value\": \"us-east-2\"}")).environment().region())
            .isEqualTo("us-east-2");
        assertThat(Plans.plan(provider.formatted("{\"references\": [\"var.r\"]}")).environment().region())
            .isEqualTo("eu-west-1");
        assertThat(Plans.plan(provider.formatted("{\"references\": [\"local.r\"]}")).environment().region()).isNull();
    }

    @Test
    void theRequestKnowsBetterThanThePlan() {
        LinkedHashMap<String, String> variables = new LinkedHashMap<>();
        variables.put("x", "y");
        Template template = Plans.lower(Dialect.TERRAFORM_PLAN, "{\"resource_changes\": []}",
                new FrontendOptions(variables, "eu-west-3", "123456789012"));
        assertThat(template.environment()).isEqualTo(new Template.Environment("eu-west-3", "123456789012"));
        assertThat(template.problems()).singleElement()
            .extracting(ModelProblem::kind)
            .isEqualTo(ModelProblem.Kind.NOTICE);
    }

}
