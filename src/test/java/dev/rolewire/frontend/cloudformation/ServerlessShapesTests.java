package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// SAM resources of wrong shapes: each is answered, the same way every time, and hides no other resource.
class ServerlessShapesTests {

    private static final List<String> SHAPES = List.of("text", "''", "3", "true", "null", "[]", "[a, {b: c}, [d], 3]",
            "{}", "{a: b}", "{a: {b: {c: d}}}", "!Ref Nothing", "!Ref AWS::NoValue", "!GetAtt F.Arn", "!Ref F",
            "!If [Sometimes, {a: b}, [c]]", "!If [Sometimes, !Ref AWS::NoValue, x]", "!If []", "!Sub '${F.Role}'",
            "{Fn::Transform: {Name: AWS::Include}}", "{Fn::If: x}", "!Ref F.Version", "[!Ref AWS::NoValue]");

    private static final List<String> PLACES = List.of("%s", "{Role: %s}", "{Policies: %s}", "{Policies: [%s]}",
            "{AssumeRolePolicyDocument: %s}", "{RolePath: %s}", "{PermissionsBoundary: %s}", "{Events: %s}",
            "{Events: {E: %s}}", "{Events: {E: {Type: %s}}}", "{Events: {E: {Type: ScheduleV2, Properties: %s}}}",
            "{Events: {E: {Type: ScheduleV2, Properties: {RoleArn: %s}}}}",
            "{Events: {E: {Type: Schedule, Properties: {RoleArn: %s}}}}", "{DeploymentPreference: %s}",
            "{DeploymentPreference: {Enabled: %s}}", "{DeploymentPreference: {Role: %s}}", "{AutoPublishAlias: %s}",
            "{StageName: %s}", "{Auth: %s}", "{Auth: {Authorizers: %s}}", "{Auth: {Authorizers: {A: %s}}}",
            "{Logging: %s}", "{DataSources: %s}", "{DataSources: {DynamoDb: %s}}", "{DataSources: {Lambda: {L: %s}}}",
            "{Source: %s, Destination: %s}", "{Source: {Id: %s}, Destination: [{Id: %s}]}", "{OperatorRole: %s}");

    private static final List<String> TYPES = List.of("Api", "Application", "CapacityProvider", "Connector", "Function",
            "GraphQLApi", "HttpApi", "LayerVersion", "MicrovmImage", "NetworkConnector", "SimpleTable", "StateMachine",
            "WebFunction", "WebSocketApi", "Unheard");

    static List<String> types() {
        return TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyShapeOfEveryPropertyIsAnswered(String type) {
        for (String place : PLACES) {
            for (String shape : SHAPES) {
                check("Resources:\n  R: {Type: AWS::Serverless::" + type + ", Properties: " + place.replace("%s", shape)
                        + "}\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyShapeOfWhatStandsBesideThePropertiesIsAnswered(String type) {
        for (String shape : SHAPES) {
            for (String place : List.of("Connectors: %s", "Connectors: {C: %s}", "Connectors: {C: {Properties: %s}}",
                    "Connectors: {C: {Properties: {Destination: %s}}}", "IgnoreGlobals: %s", "Condition: %s",
                    "DependsOn: %s", "Metadata: %s")) {
                check("Resources:\n  R: {Type: AWS::Serverless::" + type + ", " + place.replace("%s", shape) + "}\n");
            }
            check("Globals: " + shape + "\nResources:\n  R: {Type: AWS::Serverless::" + type + "}\n");
            check("Globals: {" + type + ": " + shape + "}\nResources:\n  R: {Type: AWS::Serverless::" + type + "}\n");
            check("Globals: {" + type + ": {RolePath: " + shape + "}}\nResources:\n  R: {Type: AWS::Serverless::" + type
                    + "}\n");
        }
    }

    private static void check(String body) {
        String text = """
                Transform: AWS::Serverless-2016-10-31
                Parameters: {P: {Type: String, Default: a, AllowedValues: [a, b]}}
                Conditions: {Sometimes: !Equals [!Ref P, a]}
                """ + body + """
                  F: {Type: AWS::Serverless::Function, Properties: {Handler: h}}
                  G: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt FRole.Arn, Code: {ZipFile: x}}}
                """;
        Report one = analyse(text);
        Report two = analyse(text);
        assertThat(one.findings()).as(text).hasToString(two.findings().toString());
        assertThat(one.slots()).as(text).isEqualTo(two.slots());
        List<String> wired = new ArrayList<>();
        one.slots().forEach((slot) -> {
            if (slot.outcome() == Report.Outcome.WIRED) {
                wired.add(slot.address() + " " + slot.property());
            }
        });
        boolean syntax = one.findings().stream().anyMatch((finding) -> finding.ruleId().equals("syntax-error"));
        assertThat(syntax).as(text).isFalse();
        assertThat(wired).as(text).contains("G Role");
    }

    private static Report analyse(String text) {
        return Analyzers.analyzer()
            .analyze(List.of(new InputFile("template.yaml", text.getBytes(UTF_8))), AnalysisOptions.DEFAULT);
    }

}
