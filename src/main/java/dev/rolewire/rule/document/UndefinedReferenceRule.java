package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a reference to something that the document does not define.
@AutoService(Rule.class)
public final class UndefinedReferenceRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("undefined-reference", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Reference to something that the document does not define")
        .why("""
                CloudFormation refuses a template in which `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`
                or `Fn::FindInMap` names a resource, parameter, condition or mapping that is not there
                (`Unresolved resource dependencies [...] in the Resources block of the template`).
                """)
        .help("""
                Correct the name, or define what it names.
                """)
        .exceptions("""
                Templates with macros that may add resources, modules, and the resources that the SAM transform
                generates stay silent: the name may come to exist.
                """)
        .reference("CloudFormation User Guide: Ref",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html")
        .reference("CloudFormation User Guide: Fn::GetAtt",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.UNDEFINED_REFERENCE)) {
            context.finding(METADATA).at(problem).report();
        }
    }

}
