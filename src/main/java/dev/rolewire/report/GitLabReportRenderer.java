package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// GitLab's code quality report (GitLab docs, "Code Quality", "Code Quality report format"): one array. It knows no
/// suppression, so that suppressed findings are left out.
final class GitLabReportRenderer implements Renderer {

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build();

    @Override
    public void render(Report report, RenderContext context, OutputStream out) {
        Fingerprints fingerprints = new Fingerprints();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            report.findings()
                .stream()
                .filter((finding) -> finding.suppressed() == null)
                .forEach((finding) -> finding(json, finding, fingerprints));
            json.writeEndArray();
        }
    }

    private static void finding(JsonGenerator json, Finding finding, Fingerprints fingerprints) {
        json.writeStartObject();
        json.writeStringProperty("type", "issue");
        json.writeStringProperty("check_name", finding.ruleId());
        json.writeStringProperty("description", Utf16.wellFormed(FindingText.paragraph(finding)));
        json.writeStringProperty("fingerprint", fingerprints.unique(finding));
        json.writeStringProperty("severity", severity(finding.severity()));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", Utf16.wellFormed(finding.uri()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", (finding.location() == null) ? 1 : finding.location().start().line());
        json.writeNumberProperty("end", (finding.location() == null) ? 1 : finding.location().end().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }

}
