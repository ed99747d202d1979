package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a key that stands twice in one mapping.
@AutoService(Rule.class)
public final class DuplicateKeyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("duplicate-key", Severity.WARNING)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Key stands twice in one mapping")
        .why("""
                Readers of JSON and YAML keep one of the values, usually the last, and drop the other without a
                word: a role or profile that one thinks is set may not be.
                """)
        .help("""
                Keep one of the two.
                """)
        .exceptions("""
                A key that comes in by a YAML merge and is written out as well is no duplicate: the written one
                wins by definition.
                """)
        .reference("RFC 8259, section 4: Objects", "https://www.rfc-editor.org/rfc/rfc8259#section-4")
        .reference("YAML 1.1, section 3.2.1.3: Node comparison", "https://yaml.org/spec/1.1/#id861060")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.DUPLICATE_KEY)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
