package dev.rolewire.frontend.cloudformation;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static org.assertj.core.api.Assertions.assertThat;

/// What the SAM transform makes, type by type.
class ServerlessMadeTests {

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    Function | {} | RRole | lambda.amazonaws.com
                    Function | {Events: {E: {Type: ScheduleV2}}} | RERole | scheduler.amazonaws.com
                    Function | {DeploymentPreference: {Type: AllAtOnce}} | CodeDeployServiceRole | codedeploy.amazonaws.com
                    Function | {DeploymentPreference: {Enabled: true}} | CodeDeployServiceRole | codedeploy.amazonaws.com
                    StateMachine | {} | RRole | states.amazonaws.com
                    StateMachine | {Events: {E: {Type: ScheduleV2}}} | RERole | scheduler.amazonaws.com
                    StateMachine | {Events: {E: {Type: Schedule}}} | RERole | events.amazonaws.com
                    StateMachine | {Events: {E: {Type: EventBridgeRule}}} | RERole | events.amazonaws.com
                    StateMachine | {Events: {E: {Type: CloudWatchEvent}}} | RERole | events.amazonaws.com
                    StateMachine | {Events: {E: {Type: Api}}} | RERole | apigateway.amazonaws.com
                    CapacityProvider | {} | ROperatorRole | lambda.amazonaws.com
                    NetworkConnector | {} | ROperatorRole | lambda.amazonaws.com
                    MicrovmImage | {} | RBuildRole | lambda.amazonaws.com
                    WebFunction | {} | RRole | lambda.amazonaws.com
                    GraphQLApi | {} | RCloudWatchRole | appsync.amazonaws.com
                    GraphQLApi | {Logging: {FieldLogLevel: ALL}} | RCloudWatchRole | appsync.amazonaws.com
                    GraphQLApi | {DataSources: {DynamoDb: {D: {TableName: t}}}} | RDDynamoDBDataSourceRole | appsync.amazonaws.com
                    GraphQLApi | {DataSources: {Lambda: {D: {FunctionArn: f}}}} | RDLambdaDataSourceRole | appsync.amazonaws.com
                    """)
    void aRoleIsMadeThatTrustsItsService(String type, String properties, String id, String service) {
        Template template = lower(HEAD + "Resources:\n  R: {Type: AWS::Serverless::" + type + ", Properties: "
                + properties + "}\n  X: {Type: T::T::T, Properties: {P: !GetAtt " + id + ".Arn}}\n");
        assertThat(problems(template)).isEmpty();
        Resource role = resource(template, id);
        assertThat(role.type()).isEqualTo("AWS::IAM::Role");
        assertThat(role.condition()).isSameAs(Guard.TRUE);
        assertThat(role.maker()).isEqualTo("R");
        assertThat(show(property(template, id, "AssumeRolePolicyDocument"))).isEqualTo(
                "{Version: 2012-10-17, Statement: [{Action: [sts:AssumeRole], Effect: Allow, Principal: {Service: ["
                        + service + "]}}]}");
        assertThat(show(property(template, "X", "P"))).isEqualTo("${" + id + ".Arn}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Function | {Role: r} | RRole
            Function | {Events: {E: {Type: ScheduleV2, Properties: {RoleArn: r}}}} | RERole
            Function | {DeploymentPreference: {Type: AllAtOnce, Role: r}} | CodeDeployServiceRole
            StateMachine | {Role: r} | RRole
            StateMachine | {Events: {E: {Type: Schedule, Properties: {RoleArn: r}}}} | RERole
            CapacityProvider | {OperatorRole: r} | ROperatorRole
            GraphQLApi | {Logging: {CloudWatchLogsRoleArn: r}} | RCloudWatchRole
            """)
    void noRoleIsMadeWhereOneIsGiven(String type, String properties, String id) {
        Template template = lower(HEAD + "Resources:\n  R: {Type: AWS::Serverless::" + type + ", Properties: "
                + properties + "}\n  X: {Type: T::T::T, Properties: {P: !GetAtt " + id + ".Arn}}\n");
        assertThat(resource(template, id).condition()).isSameAs(Guard.FALSE);
        assertThat(problems(template)).singleElement().asString().contains("which the transform does not make");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {DeploymentPreference: {Enabled: false}} | CodeDeployServiceRole
            {DeploymentPreference: {Enabled: 'False'}} | CodeDeployServiceRole
            {Events: {E: {Type: S3}}} | RERole
            {Events: {E: {Properties: {}}}} | RERole
            """)
    void nothingIsMadeThatNobodyNeeds(String properties, String id) {
        Template template = lower(
                HEAD + "Resources:\n  R: {Type: AWS::Serverless::Function, Properties: " + properties + "}\n");
        assertThat(template.resources().keySet()).contains("RRole").doesNotContain(id);
    }

    @Test
    void aRoleIsMadeUnderTheConditionOfItsResourceAndOfItsBranch() {
        Template template = lower(HEAD + """
                Parameters:
                  A: {Type: String, Default: 'y', AllowedValues: ['y', 'n']}
                  B: {Type: String, Default: 'y', AllowedValues: ['y', 'n']}
                Conditions:
                  IsA: !Equals [!Ref A, 'y']
                  IsB: !Equals [!Ref B, 'y']
                Resources:
                  R:
                    Type: AWS::Serverless::Function
                    Condition: IsA
                    Properties:
                      Role: !If [IsB, r, !Ref AWS::NoValue]
                      RolePath: /p/
                      PermissionsBoundary: b
                      Policies: [p]
                """);
        Guard made = resource(template, "RRole").condition();
        Value.Choice role = (Value.Choice) property(template, "R", "Role");
        assertThat(show(role.then()) + " " + show(role.otherwise())).isEqualTo("r ${RRole.Arn}");
        assertThat(made)
            .isSameAs(template.guards().and(resource(template, "R").condition(), template.guards().not(role.guard())));
        assertThat(show(property(template, "RRole", "Path"))).isEqualTo("/p/");
        assertThat(show(property(template, "RRole", "PermissionsBoundary"))).isEqualTo("b");
        Value.Choice policies = (Value.Choice) property(template, "R", "Policies");
        assertThat(policies.guard()).isSameAs(made);
        assertThat(show(policies.then()) + " " + show(policies.otherwise())).isEqualTo("[p] -");
    }

    @Test
    void whatAMacroMayGiveIsNotKnown() {
        Template template = lower(HEAD.replace("Transform: ", "Transform: [Mine, ").replace("\n", "]\n") + """
                Resources:
                  R: {Type: AWS::Serverless::Function, Properties: {Handler: h}}
                  X: {Type: T::T::T, Properties: {P: !GetAtt RRole.Arn}}
                """);
        assertThat(problems(template)).isEmpty();
        assertThat(show(property(template, "R", "Role"))).isEqualTo("?macro RRole");
        assertThat(show(property(template, "X", "P"))).isEqualTo("?macro RRole");
    }

    @Test
    void aResourceIgnoresTheGlobalsThatItNames() {
        Template template = lower(HEAD + """
                Globals:
                  Function: {Timeout: 3, RolePath: /g/, Layers: [a], Tags: {a: b}}
                Resources:
                  A: {Type: AWS::Serverless::Function, IgnoreGlobals: '*', Properties: {Handler: h}}
                  B: {Type: AWS::Serverless::Function, IgnoreGlobals: [RolePath, Tags], Properties: {Layers: [b]}}
                """);
        assertThat(resource(template, "A").properties().get("Timeout")).isNull();
        assertThat(resource(template, "B").properties().get("RolePath")).isNull();
        assertThat(show(property(template, "B", "Layers"))).isEqualTo("[a, b]");
        assertThat(show(property(template, "B", "Timeout"))).isEqualTo("3");
    }

    @Test
    void connectorsMakePoliciesForRoles() {
        Template template = lower(HEAD + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Connectors:
                      ToTable: {Properties: {Destination: {Id: T}, Permissions: [Read]}}
                      ToTopics: {Properties: {Destination: [{Id: S}, {Id: T}], Permissions: [Write]}}
                  T: {Type: AWS::Serverless::SimpleTable}
                  S: {Type: AWS::SNS::Topic}
                  C:
                    Type: AWS::Serverless::Connector
                    Properties: {Source: {Id: S}, Destination: {Id: F}, Permissions: [Write]}
                """);
        List<String> policies = template.resources()
            .sequencedValues()
            .stream()
            .filter((resource) -> resource.type().equals("AWS::IAM::ManagedPolicy"))
            .map(Resource::address)
            .toList();
        assertThat(policies).containsExactly("FToTablePolicy", "FToTopicsPolicyDestination0",
                "FToTopicsPolicyDestination1");
    }

    @Test
    void aResourceOfTheTemplateIsNotReplaced() {
        Template template = lower(HEAD + """
                Resources:
                  R: {Type: AWS::Serverless::Function}
                  RRole: {Type: AWS::S3::Bucket}
                """);
        assertThat(resource(template, "RRole").type()).isEqualTo("AWS::S3::Bucket");
        assertThat(resource(template, "R").properties().get("Role")).isNull();
    }

}
