package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Notes what the analysis had to leave out.
@AutoService(Rule.class)
public final class UnanalysedConstructRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unanalysed-construct", Severity.NOTE)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Part of the document was not analysed")
        .why("""
                An errored or incomplete plan lacks resources, a loop over values that are not known hides some, and a
                parameter value for a parameter that is not declared changes nothing: an answer without this note would
                look more complete than it is.
                """)
        .help("""
                Nothing is wrong with the identities because of it; read the message for what was left out.
                """)
        .exceptions("""
                What cannot be known at a single slot is said there, as the reason why the slot is unchecked.
                """)
        .reference("Terraform: JSON output format", "https://developer.hashicorp.com/terraform/internals/json-format")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.NOTICE)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
