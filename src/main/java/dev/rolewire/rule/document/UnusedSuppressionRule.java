package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags suppressions that match nothing.
@AutoService(Rule.class)
public final class UnusedSuppressionRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unused-suppression", Severity.NOTE)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Suppression that matches no finding")
        .why("""
                What a suppression was written for is mended, has moved, or was never found because the rule is misspelt.
                Left where it is, it hides the next finding of that rule at that place, and its reason is no longer true.
                """)
        .help("""
                Take the suppression out, move it to the place of the finding, or correct the id of the rule.
                """)
        .exceptions(
                """
                        Silent about rules that do not run or are disabled, about documents that were not read to their end, about
                        what would be found under other values of the parameters, and about suppressions in the options of a
                        request, which may be sent with many documents.
                        """)
        .reference("SARIF 2.1.0, 3.35: suppression object",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.UNUSED_SUPPRESSION)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
