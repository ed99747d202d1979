package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a document, or a part of it, that has not the shape of any dialect.
@AutoService(Rule.class)
public final class UnrecognisedDocumentRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unrecognised-document", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Document or part of it is not of a known shape")
        .why("""
                What is neither a CloudFormation template nor a Terraform plan or state in JSON cannot be
                judged, and a template whose `Resources` are not maps with a `Type` is refused by
                CloudFormation. Saying nothing would look like a clean answer.
                """)
        .help("""
                Send a CloudFormation template (JSON or YAML), or the output of `terraform show -json`; the
                message says what the document looks like.
                """)
        .exceptions("""
                Files that a bundle merely carries along are listed as skipped instead, as long as another file
                is recognised.
                """)
        .reference("CloudFormation User Guide: Template anatomy",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html")
        .reference("Terraform: JSON output format", "https://developer.hashicorp.com/terraform/internals/json-format")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.UNRECOGNISED)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
