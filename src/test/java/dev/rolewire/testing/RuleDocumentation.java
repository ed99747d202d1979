package dev.rolewire.testing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.rolewire.finding.Severity;
import dev.rolewire.report.RuleExample;
import dev.rolewire.report.RulePage;
import dev.rolewire.rule.RuleMetadata;

/// The documentation of the rules, made of their metadata and fixtures.
final class RuleDocumentation {

    static final String COMMAND = "mvn -B test -Dtest=RuleDocumentationTests -Ddocs.update=true";

    static final String TABLE_START = "<!-- rules:start -->";

    static final String TABLE_END = "<!-- rules:end -->";

    private static final String HEADER = "<!-- Made of the rule and its fixtures; `" + COMMAND + "` writes it. -->\n";

    private RuleDocumentation() {
    }

    /// The page of a rule.
    /// @param rule its metadata
    /// @param fixtures the fixtures of all rules
    static String page(RuleMetadata rule, List<Fixture> fixtures) {
        List<RuleExample> examples = RuleExample.parse(RuleExamples.resource(rule, fixtures));
        return HEADER + "\n" + new RulePage(rule, examples).markdown();
    }

    private static String severities(RuleMetadata rule) {
        String severities = rule.severities().stream().map(Severity::id).collect(Collectors.joining(", "));
        return rule.enabled() ? severities : severities + " (off by default)";
    }

    /// README with the table of all rules between its markers.
    /// @throws IllegalArgumentException when the markers are missing
    static String withTable(String readme, List<RuleMetadata> rules) {
        int start = readme.indexOf(TABLE_START);
        int end = readme.indexOf(TABLE_END);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("README.md needs the lines " + TABLE_START + " and " + TABLE_END);
        }
        StringBuilder table = new StringBuilder(TABLE_START).append("\n| Rule | Severity | Finds |\n|---|---|---|\n");
        rules.stream()
            .sorted(Comparator.comparing(RuleMetadata::category).thenComparing(RuleMetadata::id))
            .forEach((rule) -> table.append("| [`%s`](src/docs/rules/%s.md) | %s | %s |\n".formatted(rule.id(),
                    rule.id(), severities(rule), rule.summary().replace("|", "\\|"))));
        return readme.substring(0, start) + table + readme.substring(end);
    }

}
