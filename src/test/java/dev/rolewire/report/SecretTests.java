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
        assertShown(format, report, "wrong-identity-form");
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
        assertShown(format, render(format, "plan.json", plan), "aws_instance.i");
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
        assertShown(format, render(format, "template.yaml", template), "duplicate-key");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void showsNothingBesideTheSpanOfATemplateThatIsOneLine(ReportFormat format) throws IOException {
        String template = """
                {"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Environment":{"Variables":\
                {"PASSWORD":"hunter2-secret"}},"Role":"no-arn","Description":"hunter2-secret"}}}}""";
        assertShown(format, render(format, "template.json", template), "wrong-identity-form");
    }

    /// A diff says nothing of findings that have no fix.
    private static void assertShown(ReportFormat format, String report, String shown) {
        assertThat(report).doesNotContain(SECRET);
        if (format != ReportFormat.DIFF) {
            assertThat(report).contains(shown);
        }
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
