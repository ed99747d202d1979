package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.cloudformation.Templates.given;
import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class LoopsTests {

    private static final String YAML = """
            Transform: AWS::LanguageExtensions
            Parameters:
              Names: {Type: CommaDelimitedList%s}
            Resources:
              Fn::ForEach::Roles:
                - Name
                - %s
                - Role${Name}:
                    Type: AWS::IAM::Role
                    Properties:
                      RoleName: !Ref Name
                      Path: !Sub /${Name}/
                      Tags: ['${Name}', !GetAtt 'Old${Name}.Arn']
              OldA: {Type: T::T::T}
              OldB: {Type: T::T::T}
              OldC: {Type: T::T::T}
              X:
                Type: T::T::T
                DependsOn: RoleA
                Properties: {P: !Ref RoleA}
            """;

    @Test
    void aLiteralListIsWrittenOut() {
        Template template = lower(YAML.formatted("", "[A, B]"));
        assertThat(problems(template)).isEmpty();
        assertThat(template.resources().keySet()).containsExactly("RoleA", "RoleB", "OldA", "OldB", "OldC", "X");
        assertThat(show(resource(template, "RoleB").properties()))
            .isEqualTo("{RoleName: B, Path: /B/, Tags: [B, ${OldB.Arn}]}");
        assertThat(resource(template, "RoleB").origin().pointer())
            .hasToString("/Resources/Fn::ForEach::Roles/2/Role${Name}");
        assertThat(x(template)).isEqualTo("${RoleA.Ref}");
    }

    @Test
    void aGivenParameterIsWrittenOut() {
        assertThat(lower(YAML.formatted("", "!Ref Names"), given("Names", "A,C")).resources().keySet())
            .containsExactly("RoleA", "RoleC", "OldA", "OldB", "OldC", "X");
    }

    @Test
    void aDefaultIsWrittenOutUnderItsCondition() {
        Template template = lower(YAML.formatted(", Default: 'A,B'", "!Ref Names"));
        assertThat(resource(template, "RoleA").condition()).hasToString("(Names=A,B ? true : false)");
        assertThat(template.problems()).extracting(ModelProblem::kind).containsExactly(ModelProblem.Kind.NOTICE);
    }

    @Test
    void anUnknownListLeavesNamesOpen() {
        Template template = lower(YAML.formatted("", "!Ref Names"));
        assertThat(template.resources().keySet()).containsExactly("OldA", "OldB", "OldC", "X");
        assertThat(x(template)).isEqualTo("?macro RoleA");
        assertThat(template.problems()).extracting(ModelProblem::kind).containsExactly(ModelProblem.Kind.NOTICE);
    }

    @Test
    void loopsNestAndLeaveOutWhatNoNameMayContain() {
        Template template = lower("""
                Resources:
                  Fn::ForEach::Outer:
                    - A
                    - ['1.x', '2']
                    - Fn::ForEach::Inner:
                        - B
                        - [p, q]
                        - R&{A}${B}: {Type: AWS::IAM::Role, Properties: {RoleName: !Sub '${A}-${B}'}}
                """);
        assertThat(template.resources().keySet()).containsExactly("R1xp", "R1xq", "R2p", "R2q");
        assertThat(show(property(template, "R1xp", "RoleName"))).isEqualTo("1.x-p");
    }

    @Test
    void loopsMakePropertiesConditionsAndOutputs() {
        Template template = lower("""
                Transform: AWS::LanguageExtensions
                Parameters: {E: {Type: String}}
                Conditions:
                  Fn::ForEach::Cs: [N, [a, b], {'Is${N}': !Equals [!Ref E, !Ref N]}]
                Resources:
                  X:
                    Type: T::T::T
                    Condition: Isa
                    Properties:
                      P: {Fn::ForEach::Ps: [N, [k, l], {'Key${N}': !Ref N}], Other: o}
                Outputs:
                  Fn::ForEach::Os: [N, [X, Gone], {'O${N}': {Value: !Ref {'Fn::Sub': '${N}'}}}]
                """);
        assertThat(x(template)).isEqualTo("{Keyk: k, Keyl: l, Other: o}");
        assertThat(resource(template, "X").condition()).hasToString("(E=a ? true : false)");
        assertThat(problems(template)).hasSize(2)
            .anyMatch((problem) -> problem.contains("an output refers to `X` also when"))
            .anyMatch((problem) -> problem.contains("`Gone` is not defined"));
    }

    @Test
    void aBrokenLoopIsNoticed() {
        for (String loop : new String[] { "x", "[N]", "[N, [a], b]", "[[N], [a], {b: c}]", "{}" }) {
            Template template = lower("Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::L: " + loop
                    + "\n  X: {Type: T::T::T}\n");
            assertThat(template.problems()).extracting(ModelProblem::kind).containsExactly(ModelProblem.Kind.NOTICE);
            assertThat(template.resources().keySet()).containsExactly("X");
        }
    }

    @Test
    void loopsInLoopsAreBounded() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 12; i++) {
            text.append("  ".repeat(2 * i + 1))
                .append("Fn::ForEach::L%d:%n".formatted(i))
                .append("  ".repeat(2 * i + 2))
                .append("- I%d%n".formatted(i))
                .append("  ".repeat(2 * i + 2))
                .append("- [a, b, c, d, e, f, g, h]\n")
                .append("  ".repeat(2 * i + 2))
                .append("-\n");
        }
        text.append("  ".repeat(25))
            .append("R${I0}${I1}${I2}${I3}${I4}${I5}${I6}${I7}${I8}${I9}${I10}${I11}: {Type: T::T::T}\n");
        Template template = lower(text.toString());
        assertThat(template.resources().size()).isLessThan(Budget.DEFAULT);
        assertThat(template.problems()).extracting(ModelProblem::kind).contains(ModelProblem.Kind.NOTICE);
    }

}
