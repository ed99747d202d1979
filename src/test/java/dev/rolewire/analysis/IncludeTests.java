package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Files that `AWS::Include` puts into templates, where the fixtures of `bundles` cannot say it.
class IncludeTests {

    private static final String FUNCTION = """
              Function:
                Type: AWS::Lambda::Function
                Properties:
                  Role: !GetAtt Role.Arn
            """;

    private static final String ROLE = """
            Role:
              Type: AWS::IAM::Role
              Properties:
                AssumeRolePolicyDocument: |-
                  {"Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
                Path:
                  Fn::Sub: /${Missing}/
            """;

    private final List<InputFile> files = new ArrayList<>();

    @Test
    void whatIsWrittenInAFragmentHasItsPlaceThere() {
        add("app.yaml", "Resources:\n" + include("role.yaml") + FUNCTION);
        add("role.yaml", ROLE);
        Report report = analyze();
        Finding missing = only(report, "undefined-reference");
        assertThat(missing.uri()).isEqualTo("role.yaml");
        assertThat(missing.pointer()).hasToString("/Role/Properties/Path");
        assertThat(text(missing)).isEqualTo("${Missing}");
        Finding untrusted = only(report, "service-not-trusted");
        assertThat(untrusted.uri()).isEqualTo("app.yaml");
        assertThat(untrusted.related()).allSatisfy((each) -> assertThat(each.location()).isNotNull());
    }

    @Test
    void aFragmentIsAPartOfTheTemplateAndNoDocumentOfItsOwn() {
        add("role.yaml", "Resources:\n" + ROLE.indent(2));
        add("app.yaml", """
                Transform:
                  Name: AWS::Include
                  Parameters:
                    Location: role.yaml
                Outputs:
                  Role:
                    Value: !GetAtt Role.Arn
                """);
        Report report = analyze();
        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("undefined-reference");
        assertThat(report.documents()).extracting(Report.Document::uri, Report.Document::dialect)
            .containsExactly(tuple("role.yaml", "cloudformation-fragment"), tuple("app.yaml", "cloudformation"));
        assertThat(report.documents().getFirst().resources()).isOne();
    }

    @Test
    void aFragmentThatMayBeAnotherFileProvesNothingMissing() {
        add("app.yaml", "Resources:\n" + include("s3://bucket/role.yaml") + FUNCTION.replace("Role.Arn", "Other.Arn"));
        add("role.yaml", ROLE.replace("${Missing}", "path"));
        assertThat(analyze().findings()).isEmpty();
        this.files.removeFirst();
        add("app.yaml", "Resources:\n" + include("role.yaml") + FUNCTION.replace("Role.Arn", "Other.Arn"));
        assertThat(analyze().findings()).extracting(Finding::ruleId).containsExactly("undefined-reference");
    }

    @Test
    void aRefusedFragmentThatMayBeAnotherFileIsAWarning() {
        add("app.yaml", "Resources:\n" + include("s3://bucket/topic.yaml"));
        add("topic.yaml", "Topic:\n  Type: !Sub AWS::SNS::Topic\n");
        assertThat(analyze().findings()).extracting(Finding::ruleId, Finding::severity)
            .contains(tuple("malformed-function", Severity.WARNING));
    }

    @Test
    void severalFilesOfOneNameAreNoneOfThem() {
        add("app.yaml", "Resources:\n" + include("s3://bucket/role.yaml") + FUNCTION);
        add("a/role.yaml", ROLE);
        add("b/role.yaml", ROLE);
        Report report = analyze();
        assertThat(report.findings()).extracting(Finding::ruleId, Finding::message)
            .contains(tuple("unanalysed-construct",
                    "this may include any of `a/role.yaml`, `b/role.yaml`, so none is looked at as a part of the"
                            + " template"));
        assertThat(report.slots()).extracting(Report.Slot::outcome).containsExactly(Report.Outcome.UNCHECKED);
    }

    @Test
    void aKeyThatStandsTwiceLeavesTheIncludeOpen() {
        add("app.yaml", "Resources:\n" + include("role.yaml") + FUNCTION + "  Role: {Type: 'AWS::SNS::Topic'}\n");
        add("role.yaml", ROLE);
        assertThat(analyze().findings()).extracting(Finding::message)
            .contains("`role.yaml` has the key `Role`, which stands here as well, so it is not put in");
    }

    @Test
    void aTemplateThatIncludesItselfIsRefused() {
        add("app.yaml", "Resources:\n" + include("app.yaml") + FUNCTION.replace("!GetAtt Role.Arn", "name"));
        assertThat(analyze().findings()).extracting(Finding::ruleId).contains("wrong-identity-form");
        add("other.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic'}}\n");
        assertThat(analyze().findings()).extracting(Finding::ruleId)
            .contains("malformed-function", "wrong-identity-form");
    }

    @Test
    void nestedStacksAndIncludesGoTogether() {
        add("root.yaml", """
                Resources:
                  Stack:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: child.yaml
                      Parameters:
                        Part: role.yaml
                """);
        add("child.yaml", "Parameters:\n  Part: {Type: String}\nResources:\n" + include("!Ref Part") + FUNCTION);
        add("role.yaml", ROLE.replace("${Missing}", "path"));
        assertThat(only(analyze(), "service-not-trusted").subject()).isNotNull()
            .extracting(Finding.Subject::address)
            .isEqualTo("Stack/Function");
    }

    @Test
    void includesAreBounded() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 12_000; i++) {
            text.append("  T")
                .append(i)
                .append(": {Type: 'AWS::SNS::Topic', Properties: {")
                .append("'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: part.yaml}}}}\n");
        }
        add("app.yaml", text.toString());
        add("part.yaml", "DisplayName: part\n");
        assertThat(analyze().findings()).isNotEmpty().allMatch((finding) -> finding.ruleId().equals("limit-exceeded"));
    }

    private static String include(String location) {
        return "  Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: " + location + "}}\n";
    }

    private static Finding only(Report report, String rule) {
        List<Finding> found = report.findings().stream().filter((finding) -> finding.ruleId().equals(rule)).toList();
        assertThat(found).as(String.valueOf(report.findings())).hasSize(1);
        return found.getFirst();
    }

    private static String text(Finding finding) {
        var location = finding.location();
        assertThat(location).isNotNull();
        return location.source().text().substring(location.span().start(), location.span().end());
    }

    private Report analyze() {
        return Analyzers.analyzer().analyze(this.files, AnalysisOptions.DEFAULT);
    }

    private void add(String uri, String text) {
        this.files.add(new InputFile(uri, text.getBytes(StandardCharsets.UTF_8)));
    }

}
