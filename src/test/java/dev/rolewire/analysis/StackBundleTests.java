package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Bundles of templates, where the fixtures of `bundles` cannot say it: bounds, broken files, what the request says, how
/// files are listed.
class StackBundleTests {

    private static final String ROLE = """
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - Effect: Allow
                        Principal:
                          Service: lambda.amazonaws.com
                        Action: sts:AssumeRole
            Outputs:
              Arn:
                Value: !GetAtt Role.Arn
            """;

    private static final String USE = """
            Resources:
              Stack:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: %s
              Function:
                Type: AWS::Lambda::Function
                Properties:
                  Handler: index.handler
                  Runtime: python3.13
                  Role: !GetAtt Stack.Outputs.Arn
                  Code:
                    ZipFile: pass
            """;

    private final List<InputFile> files = new ArrayList<>();

    @Test
    void nestingThatMultipliesIsBounded() {
        for (int i = 0; i < 15; i++) {
            add("t" + i + ".yaml", "Resources:\n" + stack("A", "t" + (i + 1) + ".yaml")
                    + stack("B", "t" + (i + 1) + ".yaml") + stack("C", "t" + (i + 1) + ".yaml"));
        }
        add("t15.yaml", ROLE);
        assertThat(analyze().findings()).isNotEmpty()
            .allMatch((finding) -> finding.ruleId().equals("limit-exceeded"))
            .anyMatch((finding) -> finding.message().contains("too many stacks are nested"));
    }

    @Test
    void aChainOfStacksIsBounded() {
        for (int i = 0; i < 300; i++) {
            add("t" + i + ".yaml", "Resources:\n" + stack("Next", "t" + (i + 1) + ".yaml"));
        }
        add("t300.yaml", ROLE);
        assertThat(analyze().findings()).isNotEmpty().allMatch((finding) -> finding.ruleId().equals("limit-exceeded"));
    }

    @Test
    void aNestedTemplateThatDoesNotParseHidesItsOutputs() {
        add("root.yaml", USE.formatted("role.yaml"));
        add("role.yaml", "Resources:\n  Role:\n    Type: [\n");
        Report report = analyze();
        assertThat(report.findings()).allMatch((finding) -> finding.ruleId().equals("syntax-error"));
        assertThat(report.slots()).extracting(Report.Slot::reason).containsExactly("remote-module");
    }

    @Test
    void aUrlWhoseLastPartAloneAgreesProvesNothing() {
        add("root.yaml", USE.formatted("https://s3.amazonaws.com/bucket/v2/role.yaml\n      Parameters: {X: 1}"));
        add("templates/role.yaml", ROLE);
        assertThat(analyze().findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void anAssetOfACloudAssemblyIsFoundByItsKey() {
        add("cdk.out/manifest.json", """
                {"version": "1", "artifacts": {
                  "App.assets": {"type": "cdk:asset-manifest", "properties": {"file": "App.assets.json"}},
                  "App": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/eu-west-1",
                    "properties": {"templateFile": "App.template.json"}}}}
                """);
        add("cdk.out/App.assets.json", """
                {"version": "1", "files": {"0f": {"source": {"path": "Role1.nested.template.json"},
                  "destinations": {"here": {"bucketName": "assets", "objectKey": "prefix/0f.json"}}}}}
                """);
        add("cdk.out/App.template.json", """
                {"Resources": {
                  "Stack": {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:cdk:path": "App/Stack"},
                    "Properties": {"TemplateURL": {"Fn::Sub":
                      "https://s3.${AWS::Region}.${AWS::URLSuffix}/assets-${AWS::AccountId}/prefix/0f.json"}}},
                  "Function": {"Type": "AWS::Lambda::Function", "Metadata": {"aws:cdk:path": "App/Function/Resource"},
                    "Properties": {"Role": {"Fn::GetAtt": ["Stack", "Outputs.Name"]}}}}}
                """);
        add("cdk.out/Role1.nested.template.json", """
                {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {}}},
                 "Outputs": {"Name": {"Value": {"Ref": "Role"}}}}
                """);
        Report report = analyze();
        assertThat(report.findings()).filteredOn((finding) -> finding.ruleId().equals("wrong-identity-form"))
            .singleElement()
            .extracting((finding) -> String.valueOf(finding.subject()))
            .asString()
            .contains("label=App/Function/Resource");
        assertThat(report.findings()).extracting(Finding::message)
            .anyMatch((message) -> message.endsWith("(construct `App/Function/Resource`)"));
        assertThat(report.documents()).extracting(Report.Document::dialect)
            .containsExactly("cdk-assembly", "cdk-assembly", "cloudformation", "cloudformation");
    }

    @Test
    void theRequestWinsOverAParameterFile() {
        add("app.yaml", """
                Parameters:
                  Role:
                    Type: String
                Resources:
                  Function:
                    Type: AWS::Lambda::Function
                    Properties:
                      Role: !Ref Role
                """);
        add("app-parameters.json", "[{\"ParameterKey\": \"Role\", \"ParameterValue\": \"just-a-name\"}]");
        assertThat(analyze().findings()).extracting(Finding::ruleId).contains("wrong-identity-form");
        assertThat(analyze().documents().getLast().dialect()).isEqualTo("cloudformation-parameters");
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("Role", "arn:aws:iam::111122223333:role/right");
        Report report = Analyzers.analyzer()
            .analyze(this.files, new AnalysisOptions(given, null, null, new LinkedHashSet<>(), new LinkedHashSet<>(),
                    new LinkedHashMap<>(), Severity.NOTE, null));
        assertThat(report.findings()).extracting(Finding::ruleId).doesNotContain("wrong-identity-form");
    }

    @Test
    void aConfigurationThatIsNoTomlIsLeftAside() {
        add("template.yaml", ROLE);
        add("samconfig.toml", "[default.deploy.parameters\nregion = ");
        Report report = analyze();
        assertThat(report.findings()).isEmpty();
        assertThat(report.documents().getLast().skipped()).isNotNull();
    }

    private Report analyze() {
        return Analyzers.analyzer().analyze(this.files, AnalysisOptions.DEFAULT);
    }

    private void add(String uri, String text) {
        this.files.add(new InputFile(uri, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String stack(String name, String template) {
        return "  " + name + ":\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: " + template
                + "\n";
    }

}
