package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a document that is deeper or larger than the service takes apart.
@AutoService(Rule.class)
public final class LimitExceededRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("limit-exceeded", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Document exceeds a limit of nesting or expansion")
        .why("""
                The work for one document is bounded, so that one request cannot hold up the others: nesting
                depth, the number of values and the expansion of YAML aliases. What lies beyond the bound was
                not looked at.
                """)
        .help("""
                Split the document, or write out the aliases that multiply its size.
                """)
        .exceptions("""
                Real templates and plans stay far below the bounds: the deepest of the ones tried nests below
                60.
                """)
        .reference("CloudFormation User Guide: Understand CloudFormation quotas",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.LIMIT)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
