package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// References of the root module `modules`, through modules, `count`, `for_each`, splats, conditionals and locals.
class ModuleReferenceTests {

    private final Template template = Plans.fixture("modules/plan.json");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    aws_lambda_function.indexed                            | role | &aws_iam_role.counted[1]#arn
                    aws_lambda_function.by_key                             | role | &aws_iam_role.keyed["c$${d}"]#arn
                    aws_lambda_function.each_value["a.b"]                  | role | &aws_iam_role.keyed["a.b"]#arn
                    aws_lambda_function.output                             | role | &module.app.module.worker.aws_iam_role.this[0]#arn
                    aws_lambda_function.output_object                      | role | &module.app.module.worker.aws_iam_role.this[0]#arn
                    aws_lambda_function.output_of_instance                 | role | &module.many["green"].module.worker.aws_iam_role.this[0]#arn
                    module.app.aws_lambda_function.whole_object            | role | &aws_iam_role.generated#arn
                    module.app.aws_lambda_function.through_map["c$${d}"]   | role | &aws_iam_role.keyed["c$${d}"]#arn
                    module.app.module.worker.aws_iam_instance_profile.this | role | &aws_iam_role.generated#name
                    module.app.aws_instance.this | iam_instance_profile | &aws_iam_instance_profile.named#name
                    """)
    void oneReferenceAllTheWayIsFollowed(String address, String property, String expected) {
        assertThat(Plans.value(this.template, address, property)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    aws_lambda_function.by_count[1] | role | ?KNOWN_AFTER_APPLY(&aws_iam_role.counted[1]#)
                    aws_instance.conditional | iam_instance_profile | ?KNOWN_AFTER_APPLY(&aws_iam_instance_profile.optional[0]#name)
                    module.app.aws_lambda_function.flattened | role | ?KNOWN_AFTER_APPLY(&aws_iam_role.named#arn, &aws_iam_role.generated#name)
                    module.many["blue"].aws_lambda_function.whole_object | role | ?KNOWN_AFTER_APPLY(&aws_iam_role.counted[0]#, &aws_iam_role.counted[1]#)
                    """)
    void severalOrVagueReferencesAreOnlyOperands(String address, String property, String expected) {
        assertThat(Plans.value(this.template, address, property)).isEqualTo(expected);
    }

    @Test
    void aLocalHidesWhatItIs() {
        Value role = Plans.find(this.template, "aws_lambda_function.local_unknown", "role");
        assertThat(role).isInstanceOfSatisfying(Value.Unknown.class,
                (unknown) -> assertThat(unknown.detail()).isEqualTo("local.role_arn"));
    }

    @Test
    void aKnownTextBehindALocalIsALiteralThatMayBeOrdered() {
        assertThat(Plans.value(this.template, "aws_instance.local_known", "iam_instance_profile"))
            .isEqualTo("'plan-profile'");
        assertThat(Plans.resource(this.template, "aws_instance.local_known").dependencies())
            .containsExactly("aws_iam_instance_profile.named");
    }

    @ParameterizedTest
    @CsvSource({ "aws_instance.unset", "aws_instance.unset_through_variable", "aws_instance.unset_through_count" })
    void aComputedArgumentThatNothingSetsIsAbsent(String address) {
        assertThat(Plans.value(this.template, address, "iam_instance_profile")).isEqualTo("absent");
    }

    @Test
    void theItemsOfAListAreItsReferencesInOrder() {
        assertThat(Plans.value(this.template, "aws_rds_cluster.lists", "iam_roles"))
            .isEqualTo("[&aws_iam_role.counted[0]#arn, &aws_iam_role.counted[1]#arn]");
    }

    @Test
    void aSplatHidesTheAttribute() {
        assertThat(Plans.value(this.template, "aws_rds_cluster.splat", "iam_roles", "1"))
            .isEqualTo("?KNOWN_AFTER_APPLY(&aws_iam_role.counted[0]#, &aws_iam_role.counted[1]#)");
    }

    @Test
    void aTextGivenToAModuleIsALiteral() {
        assertThat(Plans.value(this.template, "module.app.aws_lambda_function.external[0]", "role"))
            .isEqualTo("'arn:aws:iam::123456789012:role/external'");
    }

    @Test
    void everyReferenceNamesAResourceOfTheTemplate() {
        this.template.resources().values().forEach((resource) -> {
            resource.dependencies().forEach((address) -> assertThat(this.template.resources()).containsKey(address));
            assertThat(resource.dependencies()).doesNotContain(resource.address());
        });
    }

    @Test
    void instancesKeepTheirKeysAsWritten() {
        assertThat(Plans.resource(this.template, "aws_iam_role.counted[1]").instanceKey()).isEqualTo("1");
        assertThat(Plans.resource(this.template, "aws_iam_role.keyed[\"c$${d}\"]").instanceKey())
            .isEqualTo("\"c$${d}\"");
        assertThat(Plans.resource(this.template, "aws_iam_role.named").instanceKey()).isNull();
    }

}
