package dev.rolewire.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.analysis.suppression.Wildcard;
import dev.rolewire.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/// What is known stays in the report and does not count.
class SuppressionTests {

    private static final String RULE = "role-as-instance-profile";

    /// In the lines 4 to 7 an instance that is given a role.
    private static final String TEMPLATE = """
            # 1
            AWSTemplateFormatVersion: "2010-09-09" # 2
            Resources: # 3
              Web: # 4
                Type: AWS::EC2::Instance # 5
                Properties: # 6
                  IamInstanceProfile: !Ref Role # 7
              Role: # 8
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: sts:AssumeRole
                        Principal: {Service: ec2.amazonaws.com}
            """;

    private static final String CONFIGURATION = """
            # 1
            resource "aws_instance" "web" { # 2
              count = 2 # 3
              iam_instance_profile = aws_iam_role.web.name # 4
            } # 5
            # 6
            resource "aws_iam_role" "web" {
              assume_role_policy = jsonencode({
                Version   = "2012-10-17"
                Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
              })
            }
            """;

    @Test
    void findsItWithoutSuppression() {
        assertThat(told(TEMPLATE)).containsExactly(RULE + "@7");
        assertThat(toldOfConfiguration(CONFIGURATION)).containsExactly(RULE + "@4", RULE + "@4");
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 4, 6, 7 })
    void readsCommentsInYaml(int line) {
        assertThat(told(commented(TEMPLATE, line))).containsExactly(RULE + "@7 (inSource: old, since 2019)");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5, 8 })
    void leavesAloneWhatACommentInYamlIsNotAbout(int line) {
        assertThat(told(commented(TEMPLATE, line))).containsExactlyInAnyOrder(RULE + "@7",
                "unused-suppression@" + line);
    }

    @Test
    void readsTheLineAboveInYaml() {
        String above = "\n      # rolewire:ignore " + RULE + " -- known\n      # and another comment\n\n";
        String template = TEMPLATE.replace("\n      IamInstanceProfile", above + "      IamInstanceProfile");
        assertThat(told(template)).containsExactly(RULE + "@10 (inSource: known)");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 4 })
    void readsCommentsInConfiguration(int line) {
        String expected = RULE + "@4 (inSource: old, since 2019)";
        assertThat(toldOfConfiguration(commented(CONFIGURATION, line))).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 5, 6 })
    void leavesAloneWhatACommentInConfigurationIsNotAbout(int line) {
        assertThat(toldOfConfiguration(commented(CONFIGURATION, line))).containsExactlyInAnyOrder(RULE + "@4",
                RULE + "@4", "unused-suppression@" + line);
    }

    @ParameterizedTest
    @ValueSource(strings = { "// rolewire:ignore " + RULE + " x", "/* rolewire:ignore " + RULE + "\n * x */",
            "/** rolewire:ignore " + RULE + ": x */", "#rolewire:ignore " + RULE + "  x",
            "## rolewire: ignore " + RULE + " - x", "# rolewire:ignore dependency-by-name," + RULE + " x" })
    void readsEveryFormOfComment(String comment) {
        assertThat(toldOfConfiguration(CONFIGURATION.replace("# 1", comment)))
            .filteredOn((told) -> told.startsWith(RULE))
            .hasSize(2)
            .allMatch((told) -> told.endsWith("(inSource: x)"));
    }

    @Test
    void readsNoCommentsInTexts() {
        String line = "# rolewire:ignore " + RULE + " x";
        String template = TEMPLATE.replace("!Ref Role # 7",
                "!Ref Role\n      UserData: |\n        " + line + "\n        echo\n      KeyName: \"a " + line + "\"");
        assertThat(told(template)).containsExactly(RULE + "@7");
        String header = TEMPLATE.replace("!Ref Role # 7", "!Ref Role\n      UserData: | " + line + "\n        echo");
        assertThat(told(header)).containsExactly(RULE + "@7", "unused-suppression@8");
    }

    @Test
    void readsMetadataOfResourceAndTemplate() {
        String suppress = "Metadata: {Rolewire: {Suppress: [{Rule: " + RULE + ", Reason: known}]}}\n";
        assertThat(told(TEMPLATE.replace("    Type: AWS::EC2", "    " + suppress + "    Type: AWS::EC2")))
            .containsExactly(RULE + "@8 (inSource: known)");
        assertThat(told(suppress + TEMPLATE)).containsExactly(RULE + "@8 (inSource: known)");
        assertThat(told(TEMPLATE.replace("    Type: AWS::IAM", "    " + suppress + "    Type: AWS::IAM")))
            .containsExactly(RULE + "@7", "unused-suppression@9");
    }

    /// What a transform makes of a resource belongs to it, also in a loop.
    @Test
    void readsMetadataWhereTransformsMakeResources() {
        String loop = """
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                Resources:
                  Fn::ForEach::Servers:
                    - Name
                    - [One, Two]
                    - Server${Name}:
                        Type: AWS::EC2::Instance
                        Metadata: {Rolewire: {Suppress: [{Rule: role-as-instance-profile, Reason: known}]}}
                        Properties: {IamInstanceProfile: !Ref Role}
                  Function:
                    Type: AWS::Serverless::Function
                    Metadata: {Rolewire: {Suppress: [{Rule: wrong-identity-form, Reason: known}]}}
                    Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: x, Role: !Ref Role}
                  Other:
                    Type: AWS::Serverless::Function
                    Metadata: {Rolewire: {Suppress: [{Rule: malformed-trust-policy, Reason: known}]}}
                    Properties:
                      Runtime: nodejs22.x
                      Handler: index.handler
                      InlineCode: x
                      AssumeRolePolicyDocument:
                        Statement:
                          - Effect: Allow
                            Principal: {Service: lambda.amazonaws.com}
                            Action: sts:AssumeRole
                            Resource: "*"
                """ + TEMPLATE.substring(TEMPLATE.indexOf("  Role:"));
        assertThat(told(loop)).hasSize(4).allMatch((told) -> told.endsWith("(inSource: known)"));
    }

    @Test
    void readsTheSuppressionsOfANestedTemplate() {
        String parent = """
                Resources:
                  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}
                  Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}
                """;
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "parent.yaml", parent, "child.yaml",
                commented(TEMPLATE, 7));
        assertThat(Requests.told(report)).containsExactly(RULE + "@7 (inSource: old, since 2019)");
        assertThat(report.summary().slots()).containsEntry(Report.Outcome.BROKEN, 2);
    }

    /// What is known of one stack is not known of another of the same template.
    @Test
    void suppressesTheFindingsOfOneOfTwoStacks() {
        String parent = """
                Resources:
                  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}
                  Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}
                """;
        Report report = Requests.analyze(
                Requests.options(Map.of(), List.of(), List.of(suppression("One/Web", null)), null), "parent.yaml",
                parent, "child.yaml", TEMPLATE);
        assertThat(Requests.told(report)).containsExactlyInAnyOrder(RULE + "@7 (request: known)", RULE + "@7");
        assertThat(report.verdict()).isEqualTo(Report.Verdict.FAIL);
    }

    /// A document of nothing but suppressions takes no long time.
    @Test
    void isBounded() {
        String comments = ("# rolewire:ignore " + RULE + " known\n").repeat(50_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(told(comments + TEMPLATE)).hasSizeLessThan(1_010)
                .contains("malformed-configuration@1001", RULE + "@50007");
            assertThat(toldOfConfiguration(CONFIGURATION + comments)).hasSizeLessThan(1_010);
        });
        List<Suppression> patterns = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            patterns.add(suppression("*a".repeat(400) + i, null));
        }
        StringBuilder template = new StringBuilder(TEMPLATE);
        for (int i = 0; i < 2_000; i++) {
            template.append("  ")
                .append("a".repeat(200))
                .append(i)
                .append(": {Type: AWS::EC2::Instance, Properties: ")
                .append("{IamInstanceProfile: !Ref Role}}\n");
        }
        assertTimeout(Duration.ofSeconds(30), () -> Requests
            .analyze(Requests.options(Map.of(), List.of(), patterns, null), "template.yaml", template.toString()));
    }

    @Test
    void coversWhatIsFoundElsewhereAboutAResource() {
        String template = """
                Parameters:
                  Profile: {Type: String, Default: "arn:aws:iam::123456789012:role/web"}
                """ + TEMPLATE.replace("!Ref Role # 7", "!Ref Profile # 7")
            .replace("# 4\n", "# rolewire:ignore " + RULE + " known\n");
        assertThat(told(template)).allMatch((told) -> told.endsWith("(inSource: known)"));
    }

    @Test
    void countsSuppressedOnesApartAndLeavesTheSlotBroken() {
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "template.yaml", commented(TEMPLATE, 7));
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PASS);
        assertThat(report.summary().error()).isZero();
        assertThat(report.summary().suppressed()).isOne();
        assertThat(report.documents().getFirst().error()).isZero();
        assertThat(report.slots()).extracting(Report.Slot::outcome).containsExactly(Report.Outcome.BROKEN);
    }

    @Test
    void namesTheRuleThatAMisspeltSuppressionMeans() {
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "template.yaml",
                TEMPLATE.replace("# 7", "# rolewire:ignore role-as-instance-profil known"));
        assertThat(report.findings()).extracting(Finding::message)
            .contains("`role-as-instance-profil` is no rule, so nothing is suppressed; did you mean `" + RULE + "`?");
    }

    @Test
    void asksForTheReason() {
        assertThat(told(TEMPLATE.replace("# 7", "# rolewire:ignore " + RULE)))
            .containsExactlyInAnyOrder(RULE + "@7 (inSource: null)", "malformed-configuration@7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "# rolewire:ignore", "# rolewire:ignore *", "# rolewire:disable " + RULE,
            "# rolewire:ignore Every rule" })
    void saysWhenACommentCannotBeUnderstood(String comment) {
        assertThat(told(TEMPLATE.replace("# 7", comment))).containsExactlyInAnyOrder(RULE + "@7",
                "malformed-configuration@7");
    }

    @Test
    void isSilentAboutRulesThatAreDisabledAndDocumentsThatAreBroken() {
        String unused = TEMPLATE.replace("# 8", "# rolewire:ignore missing-identity known");
        AnalysisOptions disabling = Requests.options(Map.of(), List.of("missing-identity"), List.of(), null);
        assertThat(Requests.told(Requests.analyze(disabling, "t.yaml", unused))).containsExactly(RULE + "@7");
        assertThat(told(unused)).containsExactly(RULE + "@7", "unused-suppression@8");
        assertThat(told(unused + "  - x: [\n")).doesNotContain("unused-suppression@8");
    }

    @Test
    void isSilentAboutWhatOtherValuesWouldBringAbout() {
        String template = """
                Parameters:
                  Env: {Type: String, AllowedValues: [dev, prod]}
                Conditions:
                  Prod: !Equals [!Ref Env, prod]
                """ + TEMPLATE.replace("!Ref Role # 7", "!If [Prod, !Ref Role, !Ref AWS::NoValue] # 7");
        String commented = commented(template, 7 + 4);
        for (String env : List.of("dev", "prod")) {
            Report report = Requests.analyze(Requests.options(Map.of("Env", env), List.of(), List.of(), null), "t.yaml",
                    commented);
            assertThat(Requests.told(report)).as(env).noneMatch((told) -> told.startsWith("unused"));
        }
    }

    @Test
    void isSilentAboutBlocksThatMakeNothing() {
        String none = CONFIGURATION.replace("count = 2 # 3", "count = 0 # rolewire:ignore " + RULE + " known");
        assertThat(toldOfConfiguration(none)).isEmpty();
        String others = none.replace("count = 0", "count = 1");
        assertThat(toldOfConfiguration(others)).containsExactly("unused-suppression@3", RULE + "@4");
    }

    @Test
    void followsTheRequest() {
        assertThat(requested("Web", null)).containsExactly(RULE + "@7 (request: known)");
        assertThat(requested("W*", "*.yaml")).containsExactly(RULE + "@7 (request: known)");
        assertThat(requested(null, "template.yaml")).containsExactly(RULE + "@7 (request: known)");
        assertThat(requested("Role", null)).containsExactly(RULE + "@7");
        assertThat(requested("Web", "other/**")).containsExactly(RULE + "@7");
    }

    @Test
    void takesTheSuppressionInTheSourceBeforeThatOfTheRequest() {
        Suppression request = suppression("Web", null);
        Report report = Requests.analyze(Requests.options(Map.of(), List.of(), List.of(request), null), "template.yaml",
                commented(TEMPLATE, 7));
        assertThat(Requests.told(report)).containsExactly(RULE + "@7 (inSource: old, since 2019)");
    }

    private static List<String> requested(@Nullable String address, @Nullable String path) {
        AnalysisOptions options = Requests.options(Map.of(), List.of(), List.of(suppression(address, path)), null);
        return Requests.told(Requests.analyze(options, "template.yaml", TEMPLATE));
    }

    private static Suppression suppression(@Nullable String address, @Nullable String path) {
        return new Suppression(Suppression.Kind.REQUEST, RULE, "known",
                new Suppression.Selection(address == null ? null : Wildcard.ofAddress(address),
                        path == null ? null : Wildcard.ofPath(path)),
                null);
    }

    private static String commented(String text, int line) {
        return text.replaceFirst("# " + (text.startsWith("Param") ? line - 4 : line) + "\n",
                "# rolewire:ignore " + RULE + "  old, since 2019\n");
    }

    private static List<String> told(String template) {
        return Requests.told(Requests.analyze(AnalysisOptions.DEFAULT, "template.yaml", template));
    }

    private static List<String> toldOfConfiguration(String text) {
        return Requests.told(Requests.analyze(AnalysisOptions.DEFAULT, "main.tf", text));
    }

}
