package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// SARIF 2.1.0 (OASIS standard with errata 01) as GitHub code scanning wants it: one run, every property that it requires,
/// no more results than it takes.
final class SarifReportRenderer implements Renderer {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build();

    @Override
    public void render(Report report, RenderContext context, OutputStream out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            new SarifRun(json, report, context).write();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

}
