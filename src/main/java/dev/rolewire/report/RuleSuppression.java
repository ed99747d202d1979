package dev.rolewire.report;

import dev.rolewire.model.Dialect;
import dev.rolewire.rule.RuleMetadata;

/// How the findings of a rule are suppressed, for its page.
final class RuleSuppression {

    private RuleSuppression() {
    }

    /// Says it in Markdown.
    static String markdown(RuleMetadata rule) {
        StringBuilder text = new StringBuilder();
        text.append("With a reason; the finding stays in the report, as suppressed, and does not count.\n\n");
        if (rule.families().contains(Dialect.Family.CLOUDFORMATION)) {
            text.append("CloudFormation, on the resource or on the template:\n\n```yaml\nMetadata:\n  Rolewire:\n")
                .append("    Suppress:\n      - Rule: ")
                .append(rule.id())
                .append("\n        Reason: why it is right here\n```\n\n");
        }
        text.append("A comment in ")
            .append(rule.families().contains(Dialect.Family.TERRAFORM) ? "Terraform configuration or YAML" : "YAML")
            .append(", before the line or at its end:\n\n```text\n# rolewire:ignore ")
            .append(rule.id())
            .append(" why it is right here\n```\n\n");
        text.append(
                "For plans and `.tf.json`, which have no comments, in `.rolewire.yaml` or the options of the request:\n\n")
            .append("```yaml\nsuppress:\n  - rule: ")
            .append(rule.id())
            .append("\n    address: module.legacy.*\n    reason: why it is right here\n```\n\n");
        text.append("For one request, the query parameter `disable=").append(rule.id()).append("` leaves the rule out");
        return text.append(", and `severity=").append(rule.id()).append("=note` makes it a note.").toString();
    }

}
