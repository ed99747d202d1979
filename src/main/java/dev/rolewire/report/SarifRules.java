package dev.rolewire.report;

import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// The rules of a SARIF log (`reportingDescriptor`), with the properties that GitHub shows.
final class SarifRules {

    /// The longest description that GitHub takes.
    private static final int LONGEST = 1024;

    private SarifRules() {
    }

    static void write(JsonGenerator json, RulePage page, RenderContext context) {
        RuleMetadata rule = page.rule();
        String url = context.ruleUrl(rule.id());
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name",
                Arrays.stream(rule.id().split("-"))
                    .map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining()));
        Sarif.message(json, "shortDescription", FindingText.cut(FindingText.sentence(rule.summary()), LONGEST));
        Sarif.message(json, "fullDescription",
                FindingText.cut(rule.why().isBlank() ? FindingText.sentence(rule.summary()) : rule.why(), LONGEST));
        json.writeObjectPropertyStart("help");
        Sarif.text(json, "text", rule.help().isBlank() ? FindingText.sentence(rule.summary()) : rule.help());
        Sarif.text(json, "markdown", page.sections().strip());
        json.writeEndObject();
        if (url != null) {
            json.writeStringProperty("helpUri", url);
        }
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeBooleanProperty("enabled", rule.enabled());
        json.writeStringProperty("level", rule.defaultSeverity().id());
        json.writeEndObject();
        properties(json, rule);
        json.writeEndObject();
    }

    /// What the rule can be found by; GitHub takes `security-severity` of rules with the
    /// tag `security` alone.
    private static Set<String> tags(RuleMetadata rule) {
        Set<String> tags = new LinkedHashSet<>();
        if (rule.securitySeverity() != null) {
            tags.add("security");
        }
        tags.addAll(List.of("aws", "iam", rule.category().id(), rule.effect().name().toLowerCase(Locale.ROOT)));
        return tags;
    }

    private static void properties(JsonGenerator json, RuleMetadata rule) {
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        tags(rule).forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("precision", (rule.defaultSeverity() == Severity.ERROR) ? "very-high" : "high");
        json.writeStringProperty("problem.severity", switch (rule.defaultSeverity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        });
        if (rule.securitySeverity() != null) {
            json.writeStringProperty("security-severity", rule.securitySeverity());
        }
        json.writeEndObject();
    }

}
