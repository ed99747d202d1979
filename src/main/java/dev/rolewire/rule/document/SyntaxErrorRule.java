package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags text that is not of its language.
@AutoService(Rule.class)
public final class SyntaxErrorRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("syntax-error", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Document does not parse")
        .why("""
                A document that is not well-formed JSON or YAML is refused as a whole, before any resource is
                looked at. What stands before the fault is still judged, what stands behind it may be missing
                from the report.
                """)
        .help("""
                Mend the text at the position given; the message says what was expected there.
                """)
        .exceptions("""
                Duplicate keys have a rule of their own.
                """)
        .reference("CloudFormation User Guide: Template formats",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html")
        .reference("Terraform: JSON output format", "https://developer.hashicorp.com/terraform/internals/json-format")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.SYNTAX)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
