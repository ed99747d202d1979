package dev.rolewire.report;

import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people read of a rule: the same text in the repository, from the service and in SARIF.
///
/// @param rule what the rule says of itself
/// @param examples one a family of dialects
public record RulePage(RuleMetadata rule, List<RuleExample> examples) {

    private static final int LINE_LENGTH = 200;

    /// The page of a rule, with the examples that the build made.
    public static RulePage of(RuleMetadata rule) {
        return new RulePage(rule, RuleExample.of(rule.id()));
    }

    /// The page in Markdown.
    public String markdown() {
        StringBuilder page = new StringBuilder("# `").append(this.rule.id()).append("`\n");
        page.append('\n').append(this.rule.summary()).append(".\n");
        page.append("\n| | |\n|---|---|\n| Severity | ").append(severities()).append(" |\n");
        page.append("| Category | ").append(this.rule.category().id()).append(" |\n");
        if (this.rule.category() != RuleMetadata.Category.DOCUMENT) {
            page.append("| Effect | ").append(effect()).append(" |\n");
        }
        return page.append(sections()).toString();
    }

    /// The page without its head, for a place that shows id and summary itself.
    String sections() {
        StringBuilder page = new StringBuilder();
        section(page, "Why", this.rule.why());
        if (this.rule.deployError() != null) {
            section(page, "What AWS answers, for example", fenced("text", this.rule.deployError()));
        }
        examples(page, "Avoid", RuleExample::bad);
        examples(page, "Prefer", RuleExample::good);
        section(page, "Exceptions", this.rule.exceptions());
        section(page, "How to mend", this.rule.help());
        section(page, "How to suppress", RuleSuppression.markdown(this.rule));
        section(page, "References",
                this.rule.references()
                    .stream()
                    .map((reference) -> "- [" + reference.title() + "](" + reference.uri() + ")")
                    .collect(Collectors.joining("\n")));
        return page.toString();
    }

    private String severities() {
        String severities = this.rule.severities().stream().map(Severity::id).collect(Collectors.joining(", "));
        return this.rule.enabled() ? severities : severities + " (off by default)";
    }

    private String effect() {
        return switch (this.rule.effect()) {
            case DEPLOYMENT -> (this.rule.defaultSeverity() == Severity.ERROR) ? "AWS refuses the deployment"
                    : "AWS may refuse the deployment";
            case WORKLOAD -> "the workload fails, now or later";
            case HYGIENE -> "nothing fails; it counts for the verdict only when the request gives the rule a severity";
        };
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append("\n## ").append(title).append("\n\n").append(text.strip()).append('\n');
    }

    private void examples(StringBuilder page, String title, Function<RuleExample, String> side) {
        String text = this.examples.stream()
            .map((example) -> example(example.dialect(), side.apply(example)))
            .collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            section(page, title, text);
        }
    }

    private static String example(String dialect, String text) {
        boolean json = text.stripLeading().startsWith("{");
        boolean template = dialect.equals("cloudformation");
        String name = template ? "CloudFormation" : json ? "Terraform, as JSON" : "Terraform";
        return name + ":\n\n" + fenced(json ? "json" : template ? "yaml" : "hcl", text);
    }

    private static String fenced(String language, String text) {
        String shown = text.strip()
            .lines()
            .map((line) -> (line.length() <= LINE_LENGTH) ? line : line.substring(0, LINE_LENGTH) + " ...")
            .collect(Collectors.joining("\n"));
        return "```" + language + "\n" + shown + "\n```";
    }

}
