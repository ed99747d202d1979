package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import dev.rolewire.source.Position;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The Reviewdog Diagnostic Format, as one JSON object (`DiagnosticResult` of `reviewdog.proto`). Suppressed findings are
/// left out.
final class RdjsonReportRenderer implements Renderer {

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build();

    @Override
    public void render(Report report, RenderContext context, OutputStream out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("source");
            json.writeStringProperty("name", "rolewire");
            if (context.baseUrl() != null) {
                json.writeStringProperty("url", context.baseUrl() + "/");
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("diagnostics");
            report.findings()
                .stream()
                .filter((finding) -> finding.suppressed() == null)
                .forEach((finding) -> diagnostic(json, finding, context));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void diagnostic(JsonGenerator json, Finding finding, RenderContext context) {
        json.writeStartObject();
        json.writeStringProperty("message", Utf16.wellFormed(FindingText.paragraph(finding)));
        json.writeName("location");
        location(json, finding.uri(), finding.location());
        json.writeStringProperty("severity", severity(finding.severity()));
        json.writeObjectPropertyStart("code");
        json.writeStringProperty("value", finding.ruleId());
        String url = context.ruleUrl(finding.ruleId());
        if (url != null) {
            json.writeStringProperty("url", url);
        }
        json.writeEndObject();
        if (!finding.related().isEmpty()) {
            json.writeArrayPropertyStart("relatedLocations");
            finding.related().forEach((place) -> related(json, place));
            json.writeEndArray();
        }
        suggestions(json, finding);
        json.writeEndObject();
    }

    private static void related(JsonGenerator json, Finding.Related place) {
        json.writeStartObject();
        json.writeStringProperty("message", Utf16.wellFormed(place.message()));
        json.writeName("location");
        location(json, place.location().source().uri(), place.location());
        json.writeEndObject();
    }

    /// A suggestion is one range of the file that the diagnostic is in.
    private static void suggestions(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("suggestions");
        for (Finding.Fix fix : finding.fixes()) {
            SingleEdit.of(fix)
                .filter((edit) -> edit.location().source().uri().equals(finding.uri())
                        && Utf8Columns.known(edit.location()))
                .ifPresent((edit) -> {
                    json.writeStartObject();
                    json.writeName("range");
                    range(json, edit.location());
                    json.writeStringProperty("text", Utf16.wellFormed(edit.newText()));
                    json.writeEndObject();
                });
        }
        json.writeEndArray();
    }

    private static void location(JsonGenerator json, String uri, @Nullable Location location) {
        json.writeStartObject();
        json.writeStringProperty("path", Utf16.wellFormed(uri));
        if (location != null) {
            json.writeName("range");
            range(json, location);
        }
        json.writeEndObject();
    }

    private static void range(JsonGenerator json, Location location) {
        boolean columns = Utf8Columns.known(location);
        json.writeStartObject();
        position(json, "start", location.start(), columns ? Utf8Columns.start(location) : 0);
        position(json, "end", location.end(), columns ? Utf8Columns.end(location) : 0);
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String name, Position position, int column) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("line", position.line());
        if (column > 0) {
            json.writeNumberProperty("column", column);
        }
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "ERROR";
            case WARNING -> "WARNING";
            case NOTE -> "INFO";
        };
    }

}
