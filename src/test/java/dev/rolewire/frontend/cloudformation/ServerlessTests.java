package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class ServerlessTests {

    private static final String YAML = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                PermissionsBoundary: !Ref Shared
                Layers: [l1]
                Environment: {Variables: {A: '1', B: '2'}}
            Resources:
              Shared: {Type: AWS::IAM::ManagedPolicy}
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Layers: [l2]
                  Environment: {Variables: {B: '3'}}
              Other:
                Type: AWS::Serverless::Function
                Properties: {PermissionsBoundary: own}
              Plain: {Type: AWS::Lambda::Function}
              X:
                Type: T::T::T
                Properties:
                  P: [!Ref FnRole, !GetAtt FnRole.Arn, !Ref Fn.Version, !Sub '${Fn.Alias}', !Ref ServerlessRestApi, !GetAtt Fn.Arn]
            """;

    @Test
    void whatTheTransformMakesIsNotMissing() {
        Template template = lower(YAML);
        assertThat(problems(template)).isEmpty();
        assertThat(x(template)).isEqualTo(
                "[${FnRole.Ref}, ${FnRole.Arn}, ${Fn.Version.Ref}, ${Fn.Alias.Ref}, ?macro ServerlessRestApi, ${Fn.Arn}]");
    }

    @Test
    void aNameThatTheTemplateChoosesForAQueueIsNotMissing() {
        Template template = lower("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events: {E: {Type: Schedule, Properties: {DeadLetterConfig: {Type: SQS, QueueLogicalId: Dlq}}}}
                  X: {Type: T::T::T, Properties: {P: !GetAtt Dlq.Arn}}
                """);
        assertThat(problems(template)).isEmpty();
        assertThat(x(template)).isEqualTo("?macro Dlq");
    }

    @Test
    void aNameThatNoResourceMakesIsMissingAllTheSame() {
        assertThat(problems(lower(YAML.replace("!Ref FnRole", "!Ref Gone")))).hasSize(1);
        assertThat(problems(lower(YAML.replace("!Ref FnRole", "!Ref PlainRole")))).hasSize(1);
    }

    @Test
    void theTypesSayWhatTheTransformWouldSay() {
        Template template = lower(YAML.replace("Transform: AWS::Serverless-2016-10-31\n", ""));
        assertThat(problems(template)).isEmpty();
        assertThat(show(property(template, "Fn", "PermissionsBoundary"))).isEqualTo("${Shared.Ref}");
    }

    @Test
    void globalsStandForWhatAFunctionDoesNotSay() {
        Template template = lower(YAML);
        Value boundary = property(template, "Fn", "PermissionsBoundary");
        assertThat(show(boundary)).isEqualTo("${Shared.Ref}");
        assertThat(text(boundary.origin())).isEqualTo("!Ref Shared");
        assertThat(boundary.origin().pointer()).hasToString("/Globals/Function/PermissionsBoundary");
        assertThat(show(property(template, "Fn", "Layers"))).isEqualTo("[l1, l2]");
        assertThat(show(property(template, "Fn", "Environment"))).isEqualTo("{Variables: {B: 3, A: 1}}");
        assertThat(show(property(template, "Other", "PermissionsBoundary"))).isEqualTo("own");
        assertThat(resource(template, "Plain").properties().fields()).isEmpty();
    }

}
