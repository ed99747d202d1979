package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

class ResourcesTests {

    @Test
    void aResourceKnowsWhereItIsWritten() {
        Resource resource = resource(lower("""
                {"Resources": {
                  "R": {"Type": "AWS::IAM::Role", "DependsOn": "S", "Properties": {"Path": "/"}},
                  "S": {"Type": "AWS::SNS::Topic"}}}
                """), "R");
        assertThat(resource.type()).isEqualTo("AWS::IAM::Role");
        assertThat(resource.mode()).isEqualTo(Resource.Mode.MANAGED);
        assertThat(resource.change()).isEqualTo(Resource.Change.APPLIED);
        assertThat(text(resource.origin())).isEqualTo("\"R\"");
        assertThat(resource.origin().pointer()).hasToString("/Resources/R");
        assertThat(text(resource.typeOrigin())).isEqualTo("\"AWS::IAM::Role\"");
        assertThat(resource.dependencies()).containsExactly("S");
        assertThat(resource.complete()).isTrue();
        assertThat(text(resource.properties().fields().getFirst().keyOrigin())).isEqualTo("\"Path\"");
    }

    @Test
    void absentPropertiesAreEmpty() {
        Template template = lower("Resources:\n  A: {Type: T::T::T}\n  B: {Type: T::T::T, Properties: }\n");
        assertThat(resource(template, "A").properties().fields()).isEmpty();
        assertThat(text(resource(template, "A").properties().origin())).isEqualTo("A");
        assertThat(resource(template, "B").properties().fields()).isEmpty();
        assertThat(problems(template)).isEmpty();
    }

    @Test
    void aChoiceOfPropertiesIsAnObjectOfChoices() {
        Template template = lower("""
                Parameters: {E: {Type: String}}
                Conditions: {C: !Equals [!Ref E, a]}
                Resources:
                  X:
                    Type: T::T::T
                    Properties: !If [C, {A: 1, B: 2}, {B: 3}]
                """);
        assertThat(show(resource(template, "X").properties()))
            .isEqualTo("{A: ((E=a ? true : false) ? 1 : -), B: ((E=a ? true : false) ? 2 : 3)}");
    }

    @Test
    void aTransformMakesPropertiesIncomplete() {
        Template template = lower("""
                Resources:
                  A: {Type: T::T::T, Properties: {Fn::Transform: {Name: AWS::Include}}}
                  B: {Type: T::T::T, Properties: {C: 1, Fn::Transform: {Name: AWS::Include}}}
                  C: {Type: T::T::T, Properties: {C: {D: 1, Fn::Transform: {Name: AWS::Include}}}}
                  D: {Type: T::T::T, Properties: {C: 1}}
                """);
        assertThat(template.resources().values()).extracting(Resource::complete)
            .containsExactly(false, false, false, true);
        assertThat(problems(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^',
            textBlock = """
                    Resources: {X: 5} ~ UNRECOGNISED null null | 5 | resource `X` is a number, but a map with `Type` is expected
                    Resources: {X: } ~ UNRECOGNISED null null |  | resource `X` is null, but a map with `Type` is expected
                    Resources: {X: [a]} ~ UNRECOGNISED null null | [a] | resource `X` is a list, but a map with `Type` is expected
                    Resources: {X: {}} ~ UNRECOGNISED null null | X | resource `X` has no `Type`
                    Resources: {X: {Type: {a: b}}} ~ UNRECOGNISED null null | {a: b} | `Type` of resource `X` is a map, but a text such as `AWS::IAM::Role` is expected
                    Resources: {X: {Type: null}} ~ UNRECOGNISED null null | null | `Type` of resource `X` is null, but a text such as `AWS::IAM::Role` is expected
                    Resources: {X: {Type: !Ref A}} ~ UNRECOGNISED null null | !Ref A | `Type` of resource `X` is the function `Ref`, but a text such as `AWS::IAM::Role` is expected
                    Resources: {X: {Type: T::T::T, Properties: [a]}} ~ UNRECOGNISED X null | [a] | `Properties` of resource `X` is a list, but a map is expected
                    Resources: {X: {Type: T::T::T, Condition: {a: b}}} ~ UNRECOGNISED X null | {a: b} | `Condition` of a resource is a map, but the name of a condition is expected
                    Resources: {} ~ UNRECOGNISED null null | {} | `Resources` is empty, but a template has at least one resource
                    Resources: [a] ~ UNRECOGNISED null null | [a] | `Resources` is a list, but a map of resources by their names is expected
                    Resources: ~ UNRECOGNISED null null |  | `Resources` is null, but a map of resources by their names is expected
                    AWSTemplateFormatVersion: '2010-09-09' ~ UNRECOGNISED null null | AWSTemplateFormatVersion | the template has no `Resources`
                    [a] ~ UNRECOGNISED null null | [a] | the document is a list, but a template is a map with `Resources`
                    !!map {Resources: {X: {Type: T::T::T}}, Mappings: []} ~ UNRECOGNISED null null | [] | `Mappings` is a list, but a map is expected
                    """)
    void whatHasNotTheShapeOfATemplateIsSaidWhereItStands(String template, String problem) {
        assertThat(problems(lower(template))).map(String::strip).containsExactly(problem);
    }

    @Test
    void directivesOfAPreprocessorAreNoticed() {
        Template template = lower("""
                Resources:
                  Net: {Type: !Rain::Module ./vpc.yaml}
                  X: {Type: T::T::T, Properties: {P: !GetAtt NetVpc.Id}}
                """);
        assertThat(problems(template)).hasSize(2)
            .satisfies((problem) -> assertThat(problem).contains("this is a module or the input of another tool"),
                    atIndex(0))
            .satisfies((problem) -> assertThat(problem).startsWith("NOTICE null null | Net |"), atIndex(1));
        assertThat(template.resources().keySet()).containsExactly("X");
    }

    @Test
    void theLastOfTwoResourcesOfOneNameCounts() {
        Template template = lower(
                "{\"Resources\": {\"A\": {\"Type\": \"T::T::One\"}, \"A\": {\"Type\": \"T::T::Two\"}}}");
        assertThat(template.resources()).hasSize(1);
        assertThat(resource(template, "A").type()).isEqualTo("T::T::Two");
    }

}
