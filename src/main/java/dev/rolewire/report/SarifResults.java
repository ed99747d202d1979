package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The results of a SARIF log.
final class SarifResults {

    /// GitHub refuses a result with more locations.
    private static final int MOST_RELATED = 1000;

    private final JsonGenerator json;

    private final Map<String, Integer> rules = new HashMap<>();

    private final Fingerprints fingerprints = new Fingerprints();

    SarifResults(JsonGenerator json, RenderContext context) {
        this.json = json;
        context.pages().forEach((page) -> this.rules.put(page.rule().id(), this.rules.size()));
    }

    void write(Finding finding) {
        this.json.writeStartObject();
        this.json.writeStringProperty("ruleId", finding.ruleId());
        Integer index = this.rules.get(finding.ruleId());
        if (index != null) {
            this.json.writeNumberProperty("ruleIndex", index);
        }
        this.json.writeStringProperty("level", finding.severity().id());
        Sarif.message(this.json, "message", message(finding));
        this.json.writeArrayPropertyStart("locations");
        Sarif.location(this.json, finding.uri(), finding.location(),
                (finding.subject() == null) ? null : finding.subject().address());
        this.json.writeEndArray();
        related(finding.related());
        this.json.writeObjectPropertyStart("partialFingerprints");
        this.json.writeStringProperty("primaryLocationLineHash",
                finding.fingerprint() + ":" + this.fingerprints.occurrence(finding));
        this.json.writeEndObject();
        fixes(finding);
        suppressions(finding.suppressed());
        properties(finding);
        this.json.writeEndObject();
    }

    /// The text with links to the related locations: GitHub shows those alone that the
    /// text links.
    private static String message(Finding finding) {
        StringBuilder text = new StringBuilder(
                Sarif.escaped(FindingText.paragraph(finding, FindingText.sentence(finding.message()))));
        for (int i = 0; i < Math.min(finding.related().size(), MOST_RELATED); i++) {
            text.append((i == 0) ? " See " : ", ")
                .append('[')
                .append(finding.related().get(i).message().replaceAll("[\\[\\]\\\\]", "\\\\$0"))
                .append("](")
                .append(i + 1)
                .append(')');
        }
        return finding.related().isEmpty() ? text.toString() : text.append('.').toString();
    }

    private void related(List<Finding.Related> places) {
        if (places.isEmpty()) {
            return;
        }
        this.json.writeArrayPropertyStart("relatedLocations");
        for (int i = 0; i < Math.min(places.size(), MOST_RELATED); i++) {
            Finding.Related place = places.get(i);
            this.json.writeStartObject();
            this.json.writeNumberProperty("id", i + 1);
            Sarif.message(this.json, "message", Sarif.escaped(place.message()));
            Sarif.physicalLocation(this.json, place.location().source().uri(), place.location());
            Sarif.logicalLocation(this.json, place.address());
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
    }

    private void fixes(Finding finding) {
        List<Finding.Fix> fixes = finding.fixes().stream().filter((fix) -> !fix.edits().isEmpty()).toList();
        if (fixes.isEmpty()) {
            return;
        }
        this.json.writeArrayPropertyStart("fixes");
        for (Finding.Fix fix : fixes) {
            this.json.writeStartObject();
            Sarif.message(this.json, "description", Sarif.escaped(fix.title()));
            this.json.writeArrayPropertyStart("artifactChanges");
            byFile(fix.edits()).forEach(this::change);
            this.json.writeEndArray();
            this.json.writeObjectPropertyStart("properties");
            this.json.writeStringProperty("applicability", fix.applicability().id());
            this.json.writeEndObject();
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
    }

    private static SequencedMap<String, List<Finding.Edit>> byFile(List<Finding.Edit> edits) {
        SequencedMap<String, List<Finding.Edit>> files = new LinkedHashMap<>();
        edits.forEach(
                (edit) -> files.computeIfAbsent(edit.location().source().uri(), (uri) -> new ArrayList<>()).add(edit));
        return files;
    }

    private void change(String uri, List<Finding.Edit> edits) {
        this.json.writeStartObject();
        Sarif.artifact(this.json, uri);
        this.json.writeArrayPropertyStart("replacements");
        for (Finding.Edit edit : edits) {
            this.json.writeStartObject();
            Sarif.region(this.json, "deletedRegion", edit.location());
            if (!edit.newText().isEmpty()) {
                Sarif.message(this.json, "insertedContent", edit.newText());
            }
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    private void suppressions(Finding.@Nullable Suppression suppression) {
        this.json.writeArrayPropertyStart("suppressions");
        if (suppression != null) {
            this.json.writeStartObject();
            this.json.writeStringProperty("kind", suppression.kind().equals("inSource") ? "inSource" : "external");
            this.json.writeStringProperty("status", "accepted");
            Sarif.text(this.json, "justification", FindingText.suppression(suppression));
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
    }

    private void properties(Finding finding) {
        this.json.writeObjectPropertyStart("properties");
        Sarif.text(this.json, "deployError", finding.deployError());
        if (finding.subject() != null) {
            Sarif.text(this.json, "resourceType", finding.subject().type());
            Sarif.text(this.json, "property", finding.subject().property());
        }
        Sarif.text(this.json, "pointer", finding.pointer());
        if (!finding.witness().isEmpty()) {
            this.json.writeObjectPropertyStart("witness");
            finding.witness().parameters().forEach((name, value) -> Sarif.text(this.json, name, value));
            this.json.writeEndObject();
            Sarif.text(this.json, "instanceKey", finding.witness().instanceKey());
        }
        this.json.writeEndObject();
    }

}
