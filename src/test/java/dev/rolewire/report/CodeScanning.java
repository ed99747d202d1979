package dev.rolewire.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What GitHub's documentation, "SARIF support for code scanning", demands of a log beyond the schema.
final class CodeScanning {

    private final List<String> complaints = new ArrayList<>();

    private CodeScanning() {
    }

    /// What GitHub would say against a log.
    static List<String> complaints(String sarif) {
        CodeScanning check = new CodeScanning();
        JsonNode log = JsonMapper.shared().readTree(sarif);
        check.text(log, "/$schema", 1000);
        check.that(log.at("/version").asString().equals("2.1.0"), "version");
        check.that(log.at("/runs").size() == 1, "one run");
        JsonNode run = log.at("/runs/0");
        check.text(run, "/tool/driver/name", 255);
        check.that(run.at("/columnKind").asString().equals("utf16CodeUnits"), "columnKind");
        check.that(run.at("/results").size() <= 25_000, "25,000 results");
        check.that(run.at("/tool/driver/rules").size() > 0, "rules");
        run.at("/tool/driver/rules").forEach(check::rule);
        run.at("/results").forEach((result) -> check.result(result, run));
        return check.complaints;
    }

    private void rule(JsonNode rule) {
        text(rule, "/id", 255);
        text(rule, "/name", 255);
        text(rule, "/shortDescription/text", 1024);
        text(rule, "/fullDescription/text", 1024);
        text(rule, "/help/text", Integer.MAX_VALUE);
        text(rule, "/help/markdown", Integer.MAX_VALUE);
        JsonNode properties = rule.at("/properties");
        that(properties.at("/tags").size() <= 20, "20 tags");
        that(Set.of("very-high", "high", "medium", "low").contains(properties.at("/precision").asString()),
                "precision");
        that(Set.of("error", "warning", "recommendation").contains(properties.at("/problem.severity").asString()),
                "problem.severity");
        JsonNode severity = properties.path("security-severity");
        if (!severity.isMissingNode()) {
            that(severity.isString() && Double.parseDouble(severity.asString()) > 0
                    && Double.parseDouble(severity.asString()) <= 10, "security-severity " + severity);
            that(properties.at("/tags").toString().contains("\"security\""), "tag security");
        }
    }

    private void result(JsonNode result, JsonNode run) {
        text(result, "/message/text", Integer.MAX_VALUE);
        text(result, "/partialFingerprints/primaryLocationLineHash", 255);
        that(Set.of("note", "warning", "error").contains(result.at("/level").asString()), "level");
        that(run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt(-1) + "/id").equals(result.at("/ruleId")),
                "ruleIndex of " + result.at("/ruleId"));
        that(result.at("/locations").size() == 1, "one location");
        location(result.at("/locations/0"));
        that(result.at("/relatedLocations").size() <= 1000, "1,000 locations");
        result.at("/relatedLocations").forEach(this::location);
    }

    private void location(JsonNode location) {
        JsonNode place = location.at("/physicalLocation");
        text(place, "/artifactLocation/uri", 4096);
        String uri = place.at("/artifactLocation/uri").asString();
        that(!uri.startsWith("/") && !uri.contains("\\") && !uri.matches("[a-z]+:.*"), "relative: " + uri);
        int line = place.at("/region/startLine").asInt(0);
        int endLine = place.at("/region/endLine").asInt(0);
        int column = place.at("/region/startColumn").asInt(0);
        int endColumn = place.at("/region/endColumn").asInt(0);
        that(line > 0 && column > 0 && endLine >= line && endColumn > 0 && (endLine > line || endColumn >= column),
                "region " + place.at("/region"));
    }

    private void text(JsonNode node, String pointer, int longest) {
        String text = node.at(pointer).asString("");
        that(!text.isBlank() && text.length() <= longest, pointer + " of " + text.length() + " in " + node);
    }

    private void that(boolean holds, String complaint) {
        if (!holds) {
            this.complaints.add(complaint);
        }
    }

}
