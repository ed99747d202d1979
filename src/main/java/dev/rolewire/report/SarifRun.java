package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/// The run of a SARIF log.
///
/// It names no category (`automationDetails`): a workflow that uploads several reports gives each its own.
final class SarifRun {

    /// GitHub refuses a run with more results ("SARIF results exceed one or more
    /// limits").
    static final int MOST_RESULTS = 25_000;

    private static final String UNCHECKED = "unchecked-slot";

    private static final String LEFT_OUT = "results-left-out";

    private static final Pattern SEMANTIC = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?");

    private final JsonGenerator json;

    private final Report report;

    private final RenderContext context;

    SarifRun(JsonGenerator json, Report report, RenderContext context) {
        this.json = json;
        this.report = report;
        this.context = context;
    }

    void write() {
        List<Finding> findings = Ranking.atMost(MOST_RESULTS, this.report.findings());
        this.json.writeStartObject();
        this.json.writeStringProperty("columnKind", "utf16CodeUnits");
        newlines();
        this.json.writeStringProperty("language", "en");
        this.json.writeObjectPropertyStart("tool");
        driver();
        this.json.writeEndObject();
        invocation(this.report.findings().size() - findings.size());
        this.json.writeArrayPropertyStart("results");
        SarifResults results = new SarifResults(this.json, this.context);
        findings.forEach(results::write);
        this.json.writeEndArray();
        properties();
        this.json.writeEndObject();
    }

    private void newlines() {
        this.json.writeArrayPropertyStart("newlineSequences");
        this.json.writeString("\r\n");
        this.json.writeString("\n");
        this.json.writeString("\r");
        this.json.writeEndArray();
    }

    private void driver() {
        String version = this.context.toolVersion();
        this.json.writeObjectPropertyStart("driver");
        this.json.writeStringProperty("name", "Rolewire");
        this.json.writeStringProperty("version", version);
        if (SEMANTIC.matcher(version).matches()) {
            this.json.writeStringProperty("semanticVersion", version);
        }
        if (this.context.baseUrl() != null) {
            this.json.writeStringProperty("informationUri", this.context.baseUrl() + "/");
        }
        this.json.writeArrayPropertyStart("rules");
        this.context.pages().forEach((page) -> SarifRules.write(this.json, page, this.context));
        this.json.writeEndArray();
        this.json.writeArrayPropertyStart("notifications");
        notification(UNCHECKED, "A slot could not be checked: its value is not known from the documents.",
                "Give what is missing, such as parameters or the files of a module, or check the slot by hand.");
        notification(LEFT_OUT, "Results are left out: there are more than GitHub takes.",
                "Mend what is shown, or analyse fewer files at once.");
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    private void notification(String id, String description, String help) {
        this.json.writeStartObject();
        this.json.writeStringProperty("id", id);
        Sarif.message(this.json, "shortDescription", description);
        Sarif.message(this.json, "fullDescription", description);
        Sarif.message(this.json, "help", help);
        this.json.writeEndObject();
    }

    /// What was not looked at: no result, but nothing that passes silently either.
    private void invocation(int leftOut) {
        this.json.writeArrayPropertyStart("invocations");
        this.json.writeStartObject();
        this.json.writeBooleanProperty("executionSuccessful", true);
        this.json.writeArrayPropertyStart("toolExecutionNotifications");
        if (leftOut > 0) {
            notify(LEFT_OUT, "warning", leftOut
                    + " of the least severe findings are left out; GitHub takes no more than " + MOST_RESULTS + ".");
            this.json.writeEndObject();
        }
        for (Report.Slot slot : this.report.slots()) {
            if (slot.outcome() == Report.Outcome.UNCHECKED) {
                notify(UNCHECKED, "note", "`" + slot.address() + "` (" + slot.type() + ") " + slot.property()
                        + " is unchecked: " + slot.reason() + ".");
                this.json.writeArrayPropertyStart("locations");
                Sarif.location(this.json, slot.uri(), null, slot.address());
                this.json.writeEndArray();
                this.json.writeEndObject();
            }
        }
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.writeEndArray();
    }

    /// Starts a notification, whose end is up to the caller.
    private void notify(String id, String level, String text) {
        this.json.writeStartObject();
        this.json.writeObjectPropertyStart("descriptor");
        this.json.writeStringProperty("id", id);
        this.json.writeEndObject();
        this.json.writeStringProperty("level", level);
        Sarif.message(this.json, "message", text);
    }

    private void properties() {
        Report.Summary summary = this.report.summary();
        this.json.writeObjectPropertyStart("properties");
        this.json.writeStringProperty("verdict", this.report.verdict().id());
        this.json.writeStringProperty("catalogVersion", this.report.catalogVersion());
        this.json.writeNumberProperty("resources", summary.resources());
        this.json.writeObjectPropertyStart("slots");
        for (Report.Outcome outcome : Report.Outcome.values()) {
            this.json.writeNumberProperty(outcome.id(), summary.slots().getOrDefault(outcome, 0));
        }
        this.json.writeEndObject();
        this.json.writeEndObject();
    }

}
