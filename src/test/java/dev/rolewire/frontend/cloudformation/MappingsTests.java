package dev.rolewire.frontend.cloudformation;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.cloudformation.Templates.at;
import static dev.rolewire.frontend.cloudformation.Templates.given;
import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class MappingsTests {

    private static Template template(String expression, FrontendOptions options) {
        return lower("""
                Parameters:
                  Env: {Type: String, AllowedValues: [dev, test, prod]}
                  Open: {Type: String}
                Mappings:
                  Regions:
                    eu-west-1: {suffix: com, ami: a1}
                    us-east-1: {suffix: com, ami: a2}
                    cn-north-1: {suffix: com.cn, ami: a3}
                  Env:
                    dev: {size: small}
                    prod: {size: big}
                Resources:
                  X: {Type: T::T::T, Properties: {P: %s}}
                """.formatted(expression), options);
    }

    private static String value(String expression) {
        return x(template(expression, Templates.NOTHING_GIVEN));
    }

    @Test
    void literalKeysGiveTheValueAtThePlaceOfTheCall() {
        Template template = template("!FindInMap [Regions, eu-west-1, ami]", Templates.NOTHING_GIVEN);
        assertThat(x(template)).isEqualTo("a1");
        assertThat(text(Templates.property(template, "X", "P").origin()))
            .isEqualTo("!FindInMap [Regions, eu-west-1, ami]");
    }

    @Test
    void anUnknownRegionIsAChoiceOverTheKeys() {
        assertThat(value("!FindInMap [Regions, !Ref AWS::Region, ami]")).isEqualTo(
                "((AWS::Region=eu-west-1 ? true : false) ? a1 : ((AWS::Region=us-east-1 ? true : false) ? a2 : a3))");
        assertThat(x(template("!FindInMap [Regions, !Ref AWS::Region, ami]", at("us-east-1", null)))).isEqualTo("a2");
    }

    @Test
    void keysWithOneValueAreOneAlternative() {
        assertThat(value("!FindInMap [Regions, !Ref AWS::Region, suffix]"))
            .isEqualTo("((AWS::Region=eu-west-1 ? true : (AWS::Region=us-east-1 ? true : false)) ? com : com.cn)");
    }

    @Test
    void aParameterIsAChoiceOverTheKeysThatItCanBe() {
        assertThat(value("!FindInMap [Env, !Ref Env, size]")).isEqualTo(
                "((Env=dev ? true : false) ? small : ((Env=test ? true : false) ? ?known-after-apply Fn::FindInMap : big))");
        assertThat(value("!FindInMap [Env, !Ref Open, size]")).isEqualTo("((Open=dev ? true : false) ? small : big)");
        assertThat(x(template("!FindInMap [Env, !Ref Env, size]", given("Env", "prod")))).isEqualTo("big");
    }

    @Test
    void aDefaultStandsForMissingKeys() {
        assertThat(value("!FindInMap [Env, test, size, {DefaultValue: none}]")).isEqualTo("none");
        assertThat(value("!FindInMap [Env, !Ref Env, size, {DefaultValue: none}]"))
            .isEqualTo("((Env=dev ? true : false) ? small : ((Env=test ? true : false) ? none : big))");
        assertThat(value("!FindInMap [Gone, a, b, {DefaultValue: !Ref AWS::Region}]")).isEqualTo("${AWS::Region.Ref}");
    }

    @Test
    void aMissingMappingOrKeyIsReportedWhenItIsCertain() {
        assertThat(problems(template("!FindInMap [Gone, a, b]", Templates.NOTHING_GIVEN)))
            .containsExactly("UNDEFINED_REFERENCE X P | !FindInMap [Gone, a, b] | mapping `Gone` is not defined");
        assertThat(problems(template("!FindInMap [Env, prod, gone]", Templates.NOTHING_GIVEN))).containsExactly(
                "UNDEFINED_REFERENCE X P | !FindInMap [Env, prod, gone] | mapping `Env` key `prod` has no key `gone`");
        assertThat(problems(template("!FindInMap [Env, !Ref Env, size]", Templates.NOTHING_GIVEN))).containsExactly(
                "UNDEFINED_REFERENCE X P | !FindInMap [Env, !Ref Env, size] | mapping `Env` has no key `test`");
        assertThat(problems(template("!FindInMap [!FindInMap [Env, !Ref Env, size], a, b]", Templates.NOTHING_GIVEN)))
            .map((problem) -> problem.substring(problem.lastIndexOf('|') + 2))
            .containsExactly("mapping `Env` has no key `test`", "mapping `small` is not defined",
                    "mapping `big` is not defined");
    }

    @Test
    void aMacroMayBringTheMapping() {
        Template template = lower("""
                Transform: My::Macro
                Mappings: {M: {'Fn::Transform': {Name: 'AWS::Include'}}}
                Resources:
                  X: {Type: T::T::T, Properties: {P: !FindInMap [M, a, b]}}
                """);
        assertThat(x(template)).startsWith("?macro");
        assertThat(problems(template)).isEmpty();
    }

}
