package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class ReferencesTests {

    @Test
    void whatNothingDefinesIsReportedExactly() {
        Template template = lower("""
                Resources:
                  X:
                    Type: T::T::T
                    DependsOn: [Y, Before]
                    Properties:
                      A: !Ref Gone
                      B: [{C: !GetAtt Lost.Arn}]
                      D: !Sub 'a ${Where.Arn} ${Here} ${AWS::Region}'
                  Y: {Type: T::T::T}
                Outputs:
                  O:
                    Value: !Ref Away
                """);
        assertThat(problems(template)).containsExactly(
                "UNDEFINED_REFERENCE X null | Before | `Before` is not defined: the template has no resource of that name",
                "UNDEFINED_REFERENCE X A | !Ref Gone | `Gone` is not defined: the template has no parameter or resource of that name",
                "UNDEFINED_REFERENCE X B/0/C | !GetAtt Lost.Arn | `Lost` is not defined: the template has no resource of that name",
                "UNDEFINED_REFERENCE X D | ${Where.Arn} | `Where` is not defined: the template has no resource of that name",
                "UNDEFINED_REFERENCE X D | ${Here} | `Here` is not defined: the template has no parameter or resource of that name",
                "UNDEFINED_REFERENCE null null | !Ref Away | `Away` is not defined: the template has no parameter or resource of that name");
        assertThat(template.problems().get(2).origin().pointer()).hasToString("/Resources/X/Properties/B/0/C");
        assertThat(template.problems().get(2).type()).isEqualTo("T::T::T");
        assertThat(resource(template, "X").dependencies()).containsExactly("Y", "Before");
    }

    @Test
    void whatNothingDefinesIsRefusedWhateverTheConditionsSay() {
        Template template = lower("""
                Parameters: {E: {Type: String}}
                Conditions: {C: !Equals [!Ref E, a], D: !Equals [!Ref E, b]}
                Resources:
                  X:
                    Type: T::T::T
                    Condition: C
                    Properties:
                      P: !If [D, !Ref Never, !Ref Sometimes]
                """);
        assertThat(template.problems()).extracting(ModelProblem::guard)
            .map(Guard::toString)
            .containsExactly("true", "true");
    }

    @Test
    void aNameThatIsNoneInASubstitutionIsReported() {
        Template template = lower("""
                Resources:
                  X: {Type: T::T::T, Properties: {P: !Sub "run ${VAR:-x} ${} ${open"}}
                """);
        assertThat(problems(template)).hasSize(1);
        assertThat(problems(template).getFirst()).contains("| ${VAR:-x} |").contains("`${!VAR:-x}`");
        assertThat(x(template)).isEqualTo("<run |?known-after-apply VAR:-x| ${} ${open>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Transform: My::Macro", "Transform: [AWS::LanguageExtensions, My::Macro]",
            "Transform: {Name: AWS::Include, Parameters: {Location: l}}", "Fn::Transform: {Name: AWS::Include}",
            "Modules: {M: {Source: s}}" })
    void aMacroMayAddWhatIsMissing(String transform) {
        Template template = lower(transform + """

                Resources:
                  X: {Type: T::T::T, DependsOn: Gone, Properties: {P: !Ref Gone}}
                """);
        assertThat(problems(template)).isEmpty();
        assertThat(x(template)).isEqualTo("?macro Gone");
        assertThat(resource(template, "X").complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "AWS::LanguageExtensions", "AWS::Serverless-2016-10-31", "AWS::SecretsManager-2020-07-23",
            "AWS::CodeDeployBlueGreen" })
    void theTransformsOfAwsAddNoNamesOfTheirOwn(String transform) {
        Template template = lower("Transform: " + transform + """

                Resources:
                  X: {Type: T::T::T, Properties: {P: !Ref Gone}}
                """);
        assertThat(problems(template)).hasSize(1);
        assertThat(resource(template, "X").complete()).isTrue();
    }

    @Test
    void modulesHaveResourcesOfTheirOwn() {
        Template template = lower(
                """
                        Resources:
                          Mod: {Type: My::Own::Kind::MODULE}
                          X: {Type: T::T::T, Properties: {P: [!Ref Mod.Role, !GetAtt Mod.Role.Arn, !GetAtt ModRole.Arn, !Ref Mod]}}
                        """);
        assertThat(problems(template)).isEmpty();
        assertThat(x(template)).isEqualTo("[?macro Mod.Role, ?macro Mod.Role.Arn, ?macro ModRole, ?macro Mod.Ref]");
        assertThat(resource(template, "Mod").complete()).isFalse();
    }

}
