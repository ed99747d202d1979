package dev.rolewire.frontend.terraform.plan;

import java.util.List;

import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is ordered after what.
class OrderingTests {

    private final Template template = Plans.fixture("ordering/plan.json");

    private List<String> dependencies(String address) {
        return Plans.resource(this.template, address).dependencies();
    }

    @Test
    void dependsOnOrders() {
        assertThat(dependencies("aws_instance.explicit")).containsExactly("aws_iam_instance_profile.profile");
    }

    @Test
    void anEqualNameDoesNot() {
        assertThat(dependencies("aws_instance.unordered")).isEmpty();
    }

    @Test
    void dependsOnOfAModuleOrdersWhatIsInIt() {
        assertThat(dependencies("module.server.aws_instance.this")).containsExactly("aws_iam_instance_profile.profile");
    }

    @Test
    void dependsOnAModuleOrdersAfterAllThatIsInIt() {
        assertThat(dependencies("aws_instance.after_module")).containsExactly("module.server.aws_instance.this");
    }

    @Test
    void resourcesOfOtherProvidersAreThereForTheOrderOnly() {
        assertThat(dependencies("aws_instance.through_other_provider")).containsExactly("null_resource.wait");
        Resource wait = Plans.resource(this.template, "null_resource.wait");
        assertThat(wait.dependencies()).containsExactly("aws_iam_instance_profile.profile");
        assertThat(wait.properties().fields()).isEmpty();
        assertThat(wait.complete()).isFalse();
    }

    @Test
    void aValueOfAnotherProviderIsUnknown() {
        assertThat(Plans.value(this.template, "aws_lambda_function.from_other_provider", "role"))
            .isEqualTo("?KNOWN_AFTER_APPLY(&null_resource.wait#id)");
    }

    @Test
    void providersOfSeveralRegionsGiveNone() {
        assertThat(this.template.environment().region()).isNull();
    }

    @Test
    void aTargetedPlanHasWhatItTouches() {
        Template targeted = Plans.fixture("ordering/target.plan.json");
        assertThat(targeted.resources()).containsOnlyKeys("aws_iam_instance_profile.profile", "aws_iam_role.role",
                "aws_instance.explicit");
        assertThat(targeted.problems()).isEmpty();
    }

    @Test
    void aStateListsItsDependenciesWithoutKeys() {
        Template state = Plans.state("""
                {"format_version": "1.0", "values": {"root_module": {"resources": [
                  {"address": "aws_iam_role.r[0]", "mode": "managed", "type": "aws_iam_role", "name": "r", "index": 0,
                   "values": {"name": "a"}},
                  {"address": "aws_iam_role.r[1]", "mode": "managed", "type": "aws_iam_role", "name": "r", "index": 1,
                   "values": {"name": "b"}}],
                 "child_modules": [{"address": "module.m", "resources": [
                  {"address": "module.m.aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function",
                   "name": "f", "values": {"role": "arn:aws:iam::123456789012:role/a"},
                   "depends_on": ["aws_iam_role.r", "aws_iam_role.gone"]}]}]}}}
                """);
        assertThat(Plans.resource(state, "module.m.aws_lambda_function.f").dependencies())
            .containsExactly("aws_iam_role.r[0]", "aws_iam_role.r[1]");
    }

    @Test
    void modulesThatUseEachOthersOutputsEnd() {
        String call = """
                "%s": {"expressions": {"v": {"references": ["module.%s.o", "module.%s"]}},
                 "module": {"outputs": {"o": {"expression": {"references": ["var.v"]}}},
                  "resources": [{"mode": "managed", "type": "aws_lambda_function", "name": "f",
                   "expressions": {"role": {"references": ["var.v"]}}}]}}
                """;
        Template circle = Plans.plan(Plans.create("module.a.aws_lambda_function.f", "{}", "{\"role\": true}"),
                "\"module_calls\": {" + call.formatted("a", "b", "b") + "," + call.formatted("b", "a", "a") + "}");
        assertThat(Plans.value(circle, "module.a.aws_lambda_function.f", "role")).isEqualTo("?KNOWN_AFTER_APPLY()");
    }

}
