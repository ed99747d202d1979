package dev.rolewire.testing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;

/// The documentation of the rules, made of their metadata and fixtures.
final class RuleDocumentation {

    static final String COMMAND = "mvn -B test -Dtest=RuleDocumentationTests -Ddocs.update=true";

    static final String TABLE_START = "<!-- rules:start -->";

    static final String TABLE_END = "<!-- rules:end -->";

    private static final String HEADER = "<!-- Made of the rule and its fixtures; `" + COMMAND + "` writes it. -->\n";

    private static final int LINE_LENGTH = 200;

    private RuleDocumentation() {
    }

    /// The page of a rule.
    /// @param rule its metadata
    /// @param fixtures the fixtures of all rules
    static String page(RuleMetadata rule, List<Fixture> fixtures) {
        StringBuilder page = new StringBuilder(HEADER).append("\n# `").append(rule.id()).append("`\n");
        page.append('\n').append(rule.summary()).append(".\n");
        page.append("\n| | |\n|---|---|\n| Severity | ").append(severities(rule)).append(" |\n");
        page.append("| Category | ").append(rule.category().id()).append(" |\n");
        if (rule.category() != RuleMetadata.Category.DOCUMENT) {
            page.append("| Effect | ").append(effect(rule)).append(" |\n");
        }
        section(page, "Why", rule.why());
        if (rule.deployError() != null) {
            section(page, "What AWS answers, for example", fenced("text", rule.deployError()));
        }
        examples(page, "Avoid", Fixture.Kind.FAIL, rule, fixtures);
        examples(page, "Prefer", Fixture.Kind.PASS, rule, fixtures);
        section(page, "Exceptions", rule.exceptions());
        section(page, "How to mend", rule.help());
        section(page, "References",
                rule.references()
                    .stream()
                    .map((reference) -> "- [" + reference.title() + "](" + reference.uri() + ")")
                    .collect(Collectors.joining("\n")));
        return page.toString();
    }

    private static String severities(RuleMetadata rule) {
        String severities = rule.severities().stream().map(Severity::id).collect(Collectors.joining(", "));
        return rule.enabled() ? severities : severities + " (off by default)";
    }

    private static String effect(RuleMetadata rule) {
        return switch (rule.effect()) {
            case DEPLOYMENT -> rule.defaultSeverity() == Severity.ERROR ? "AWS refuses the deployment"
                    : "AWS may refuse the deployment";
            case WORKLOAD -> "the workload fails, now or later";
            case HYGIENE -> "nothing fails; it counts for the verdict only when the request gives the rule a severity";
        };
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append("\n## ").append(title).append("\n\n").append(text.strip()).append('\n');
    }

    private static String fenced(String language, String text) {
        String shown = text.strip()
            .lines()
            .map((line) -> line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + " ...")
            .collect(Collectors.joining("\n"));
        return "```" + language + "\n" + shown + "\n```";
    }

    private static void examples(StringBuilder page, String title, Fixture.Kind kind, RuleMetadata rule,
            List<Fixture> fixtures) {
        String text = rule.families()
            .stream()
            .flatMap((family) -> RuleExamples.first(kind, family, rule, fixtures).stream())
            .map((example) -> example.dialect() + ":\n\n" + fenced(example.language(), example.text()))
            .collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            section(page, title, text);
        }
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
