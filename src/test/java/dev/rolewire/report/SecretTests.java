package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// No format shows what a document keeps secret.
class SecretTests {

    private static final String SECRET = "hunter2-secret";

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void showsNothingOfAPlanThatIsOneLine(ReportFormat format) throws IOException {
        String plan = """
                {"format_version":"1.2","terraform_version":"1.9.0","planned_values":{"root_module":{"resources":[]}},\
                "resource_changes":[{"address":"aws_lambda_function.f","mode":"managed","type":"aws_lambda_function",\
                "name":"f","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],\
                "before":null,"after":{"description":"hunter2-secret","role":"no-arn","handler":"hunter2-secret"},\
                "after_unknown":{},"after_sensitive":{"description":true}}}],"configuration":{"root_module":{"resources":\
                [{"address":"aws_lambda_function.f","mode":"managed","type":"aws_lambda_function","name":"f",\
                "expressions":{"role":{"constant_value":"no-arn"},"description":{"references":["var.s"]}}}]}}}""";
        String report = render(format, "plan.json", plan);
        assertThat(report).contains(proof(format, "wrong-identity-form")).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void showsNoSensitiveArgument(ReportFormat format) throws IOException {
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": []}},
                 "resource_changes": [{"address": "aws_instance.i", "mode": "managed", "type": "aws_instance", "name": "i",
                   "provider_name": "registry.terraform.io/hashicorp/aws",
                   "change": {"actions": ["create"], "before": null, "after": {"iam_instance_profile": "hunter2-secret"},
                     "after_unknown": {}, "after_sensitive": {"iam_instance_profile": true}}}],
                 "configuration": {"root_module": {"resources": [{"address": "aws_instance.i", "mode": "managed",
                   "type": "aws_instance", "name": "i",
                   "expressions": {"iam_instance_profile": {"references": ["var.p"]}}}]}}}""";
        assertThat(render(format, "plan.json", plan)).contains(proof(format, "aws_instance.i")).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void showsNoDefaultOfAParameter(ReportFormat format) throws IOException {
        String template = """
                Parameters:
                  P: {Type: String, NoEcho: true, NoEcho: true, Default: hunter2-secret}
                Conditions:
                  C: !Equals [!Ref P, hunter2-other]
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Properties:
                      Role: !If [C, !Ref P, !Ref Nothing]
                """;
        assertThat(render(format, "template.yaml", template)).contains(proof(format, "duplicate-key"))
            .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void showsNothingBesideTheSpanOfATemplateThatIsOneLine(ReportFormat format) throws IOException {
        String template = """
                {"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Environment":{"Variables":\
                {"PASSWORD":"hunter2-secret"}},"Role":"no-arn","Description":"hunter2-secret"}}}}""";
        assertThat(render(format, "template.json", template)).contains(proof(format, "wrong-identity-form"))
            .doesNotContain(SECRET);
    }

    /// What shows that the document was looked at: a finding or a slot, where the format
    /// tells of it.
    private static String proof(ReportFormat format, String expected) {
        return switch (format) {
            case MERMAID -> "no identity is wired";
            case DIFF -> "";
            case GITLAB, RDJSON, GITHUB -> expected.startsWith("aws_") ? "" : expected;
            case JSON, YAML, SARIF, JUNIT, TEXT, MARKDOWN -> expected;
        };
    }

    private static String render(ReportFormat format, String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputFile file = new InputFile(name, text.getBytes(StandardCharsets.UTF_8));
        format.renderer()
            .render(Analyzers.analyzer().analyze(List.of(file), AnalysisOptions.DEFAULT),
                    new RenderContext("test", Analyzers.analyzer().rules()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

}
