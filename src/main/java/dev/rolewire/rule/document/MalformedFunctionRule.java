package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags a call of an intrinsic function that CloudFormation refuses.
@AutoService(Rule.class)
public final class MalformedFunctionRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-function", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Intrinsic function that CloudFormation refuses")
        .why("""
                CloudFormation refuses the whole template when a function has too few or too many arguments or
                arguments of another kind, when it knows no function of that name, and when a function stands
                where none may: in `Parameters`, `Mappings` and `DependsOn`, as the `Condition` of a resource,
                and in `Conditions` whatever needs a resource. A function beside other keys is taken for a
                property that does not exist. A warning is given where the documentation does not foresee a
                call but nobody says that CloudFormation refuses it.
                """)
        .help("""
                Write the function as its page of the template reference shows; the message says what was
                expected.
                """)
        .exceptions("""
                Templates with macros that may rewrite them stay silent. With `Transform: AWS::LanguageExtensions`
                functions are let pass in more places.
                """)
        .reference("CloudFormation Template Reference: Intrinsic function reference",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html")
        .reference("CloudFormation Template Reference: AWS::LanguageExtensions transform",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.MALFORMED_FUNCTION)) {
            FindingBuilder finding = context.finding(METADATA).at(problem);
            context.breakSlots(finding, problem);
            finding.report();
        }
        for (ModelProblem problem : context.problems(ModelProblem.Kind.DOUBTFUL_FUNCTION)) {
            context.finding(METADATA).at(problem).severity(Severity.WARNING).report();
        }
    }

}
