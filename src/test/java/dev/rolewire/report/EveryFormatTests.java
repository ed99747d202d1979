package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds for every format: it takes any report, and its readers can read it.
class EveryFormatTests {

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void givesTheSameBytesForTheSameReport(ReportFormat format) {
        String first = SampleReport.render(format.renderer(), SampleReport.full());
        assertThat(SampleReport.render(format.renderer(), SampleReport.full())).isEqualTo(first);
        check(format, first);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void readsWellWhateverTheDocumentSays(ReportFormat format) {
        String rendered = SampleReport.render(format.renderer(), HostileReport.report());
        // A diff is for a program, and must say what the document says.
        if (format != ReportFormat.DIFF) {
            assertThat(rendered).doesNotContain("\u0000", "\u001b");
        }
        assertThat(Utf16.wellFormed(rendered)).isSameAs(rendered);
        check(format, rendered);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void takesBrokenAndEmptyDocuments(ReportFormat format) throws IOException {
        for (String text : List.of("", "{", "\u0000", "Resources: [", "a: &a [*a]", "resource \"x\" {",
                "{\"format_version\":1", "Resources: {A: {Type: AWS::Lambda::Function}}", "\r\r\r",
                "Resources:\r\n  A:\r\n    Type: 1\r\n")) {
            Report report = Analyzers.analyzer()
                .analyze(List.of(new InputFile("dir/a b.txt", text.getBytes(StandardCharsets.UTF_8))),
                        AnalysisOptions.DEFAULT);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.renderer().render(report, new RenderContext("1", Analyzers.analyzer().rules()).at("http://a"), out);
            check(format, out.toString(StandardCharsets.UTF_8));
        }
    }

    private static void check(ReportFormat format, String text) {
        switch (format) {
            case JSON -> ReportSchema.check(text);
            case YAML -> ReportSchema.check(YAMLMapper.shared().readTree(text).toString());
            case SARIF -> SarifReportRendererTests.check(text);
            case GITLAB -> assertThat(JsonSchemas.complaints(JsonSchemas.GITLAB, text)).isEmpty();
            case RDJSON -> assertThat(JsonSchemas.complaints(JsonSchemas.RDJSON, text)).isEmpty();
            case JUNIT -> JUnitXml.check(text);
            case GITHUB -> WorkflowCommands.read(text);
            case MARKDOWN -> assertThat(text).startsWith("<!-- rolewire -->\n### Rolewire: ");
            case MERMAID -> assertThat(text).startsWith("flowchart LR\n");
            case DIFF -> assertThat(text.isEmpty() || text.startsWith("diff ") || text.startsWith("--- ")).isTrue();
            case TEXT -> assertThat(text).containsPattern("(?m)^(pass|fail): ");
        }
    }

}
