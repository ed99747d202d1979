package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import dev.rolewire.source.Position;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The report as JSON or YAML: the fields of `report.schema.json`, in its order. Scripts depend on the names.
final class JsonReportRenderer implements Renderer {

    private static final String SCHEMA_VERSION = "1";

    private final TokenStreamFactory factory;

    private JsonReportRenderer(TokenStreamFactory factory) {
        this.factory = factory;
    }

    /// Writes JSON.
    static Renderer json() {
        return new JsonReportRenderer(JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build());
    }

    /// Writes YAML. Every text is quoted: what YAML takes for a number, a date or a truth
    /// value differs from reader to reader.
    static Renderer yaml() {
        return new JsonReportRenderer(YAMLFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(YAMLWriteFeature.SPLIT_LINES, YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build());
    }

    @Override
    public void render(Report report, RenderContext context, OutputStream out) {
        try (JsonGenerator json = this.factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("schemaVersion", SCHEMA_VERSION);
            json.writeObjectPropertyStart("tool");
            json.writeStringProperty("name", "rolewire");
            json.writeStringProperty("version", context.toolVersion());
            json.writeStringProperty("catalogVersion", report.catalogVersion());
            json.writeEndObject();
            json.writeStringProperty("verdict", report.verdict().id());
            summary(json, report.summary());
            json.writeArrayPropertyStart("documents");
            report.documents().forEach((document) -> document(json, document));
            json.writeEndArray();
            json.writeArrayPropertyStart("findings");
            report.findings().forEach((finding) -> finding(json, finding, context));
            json.writeEndArray();
            json.writeArrayPropertyStart("slots");
            report.slots().forEach((slot) -> slot(json, slot));
            json.writeEndArray();
            wiring(json, report.wiring());
            requirements(json, report.requirements());
            json.writeArrayPropertyStart("inventory");
            report.inventory().forEach((account) -> inventory(json, account));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void summary(JsonGenerator json, Report.Summary summary) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("error", summary.error());
        json.writeNumberProperty("warning", summary.warning());
        json.writeNumberProperty("note", summary.note());
        json.writeNumberProperty("suppressed", summary.suppressed());
        json.writeNumberProperty("resources", summary.resources());
        json.writeObjectPropertyStart("slots");
        for (Report.Outcome outcome : Report.Outcome.values()) {
            json.writeNumberProperty(outcome.id(), summary.slots().getOrDefault(outcome, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void document(JsonGenerator json, Report.Document document) {
        json.writeStartObject();
        text(json, "uri", document.uri());
        text(json, "dialect", document.dialect());
        json.writeStringProperty("verdict", document.verdict().id());
        json.writeNumberProperty("error", document.error());
        json.writeNumberProperty("warning", document.warning());
        json.writeNumberProperty("note", document.note());
        json.writeNumberProperty("resources", document.resources());
        text(json, "skipped", document.skipped());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding, RenderContext context) {
        json.writeStartObject();
        text(json, "ruleId", finding.ruleId());
        text(json, "ruleUrl", context.ruleUrl(finding.ruleId()));
        json.writeStringProperty("severity", finding.severity().id());
        text(json, "fingerprint", finding.fingerprint());
        text(json, "message", finding.message());
        text(json, "deployError", finding.deployError());
        subject(json, finding.subject());
        json.writeName("location");
        location(json, finding.uri(), finding.location(), finding.pointer());
        json.writeArrayPropertyStart("related");
        finding.related().forEach((related) -> related(json, related));
        json.writeEndArray();
        witness(json, finding.witness());
        text(json, "help", finding.help());
        json.writeArrayPropertyStart("fixes");
        finding.fixes().forEach((fix) -> fix(json, fix));
        json.writeEndArray();
        suppression(json, finding.suppressed());
        json.writeEndObject();
    }

    private static void subject(JsonGenerator json, Finding.@Nullable Subject subject) {
        json.writeName("subject");
        if (subject == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text(json, "address", subject.address());
        text(json, "type", subject.type());
        text(json, "property", subject.property());
        text(json, "label", subject.label());
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, String uri, @Nullable Location location,
            @Nullable String pointer) {
        json.writeStartObject();
        text(json, "uri", uri);
        if (location == null) {
            json.writeNullProperty("startLine");
            json.writeNullProperty("startColumn");
            json.writeNullProperty("endLine");
            json.writeNullProperty("endColumn");
        }
        else {
            lines(json, location);
        }
        text(json, "pointer", pointer);
        json.writeEndObject();
    }

    private static void lines(JsonGenerator json, Location location) {
        Position start = location.start();
        Position end = location.end();
        json.writeNumberProperty("startLine", start.line());
        json.writeNumberProperty("startColumn", start.column());
        json.writeNumberProperty("endLine", end.line());
        json.writeNumberProperty("endColumn", end.column());
    }

    private static void related(JsonGenerator json, Finding.Related related) {
        json.writeStartObject();
        text(json, "message", related.message());
        text(json, "address", related.address());
        json.writeName("location");
        location(json, related.location().source().uri(), related.location(), null);
        json.writeEndObject();
    }

    private static void witness(JsonGenerator json, Finding.Witness witness) {
        json.writeName("witness");
        if (witness.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeObjectPropertyStart("parameters");
        witness.parameters().forEach((name, value) -> text(json, name, value));
        json.writeEndObject();
        if (witness.instanceKey() != null) {
            text(json, "instanceKey", witness.instanceKey());
        }
        json.writeEndObject();
    }

    private static void fix(JsonGenerator json, Finding.Fix fix) {
        json.writeStartObject();
        text(json, "title", fix.title());
        json.writeStringProperty("applicability", fix.applicability().id());
        json.writeArrayPropertyStart("edits");
        for (Finding.Edit edit : fix.edits()) {
            json.writeStartObject();
            text(json, "uri", edit.location().source().uri());
            lines(json, edit.location());
            text(json, "newText", edit.newText());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void suppression(JsonGenerator json, Finding.@Nullable Suppression suppression) {
        json.writeName("suppressed");
        if (suppression == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text(json, "kind", suppression.kind());
        text(json, "reason", suppression.reason());
        json.writeEndObject();
    }

    private static void slot(JsonGenerator json, Report.Slot slot) {
        json.writeStartObject();
        text(json, "uri", slot.uri());
        text(json, "address", slot.address());
        text(json, "type", slot.type());
        text(json, "property", slot.property());
        json.writeStringProperty("outcome", slot.outcome().id());
        text(json, "identity", slot.identity());
        text(json, "reason", slot.reason());
        json.writeEndObject();
    }

    private static void wiring(JsonGenerator json, Report.Graph wiring) {
        json.writeObjectPropertyStart("wiring");
        json.writeArrayPropertyStart("nodes");
        for (Report.GraphNode node : wiring.nodes()) {
            json.writeStartObject();
            text(json, "id", node.id());
            text(json, "kind", node.kind());
            text(json, "address", node.address());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("edges");
        for (Report.GraphEdge edge : wiring.edges()) {
            json.writeStartObject();
            text(json, "from", edge.from());
            text(json, "to", edge.to());
            text(json, "relation", edge.relation());
            json.writeName("location");
            location(json, edge.location().source().uri(), edge.location(), null);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void requirements(JsonGenerator json, Report.Requirements requirements) {
        json.writeObjectPropertyStart("requirements");
        texts(json, "capabilities", requirements.capabilities());
        json.writeArrayPropertyStart("passRole");
        for (Report.PassRole role : requirements.passRole()) {
            json.writeStartObject();
            text(json, "role", role.role());
            texts(json, "services", role.services());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("passRoleUnknown");
        for (Report.UnknownRole role : requirements.passRoleUnknown()) {
            json.writeStartObject();
            text(json, "uri", role.uri());
            text(json, "address", role.address());
            text(json, "property", role.property());
            text(json, "reason", role.reason());
            texts(json, "services", role.services());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("passRolePolicy");
        PassRolePolicy.write(json, requirements.passRole());
        json.writeEndObject();
    }

    private static void inventory(JsonGenerator json, Report.AccountInventory account) {
        json.writeStartObject();
        text(json, "account", account.account());
        json.writeArrayPropertyStart("kinds");
        for (Report.KindInventory kind : account.kinds()) {
            json.writeStartObject();
            text(json, "kind", kind.kind());
            json.writeNumberProperty("count", kind.count());
            text(json, "listing", kind.listing());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach((value) -> json.writeString(Utf16.wellFormed(value)));
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        json.writeName(Utf16.wellFormed(name));
        if (value == null) {
            json.writeNull();
        }
        else {
            json.writeString(Utf16.wellFormed(value));
        }
    }

}
