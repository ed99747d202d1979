package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags values of parameters that their declarations do not allow, and suppressions and configuration files that are not
/// as they must be.
@AutoService(Rule.class)
public final class MalformedConfigurationRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-configuration", Severity.ERROR)
        .alsoAs(Severity.NOTE)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Value of a parameter, suppression or configuration file that cannot be used")
        .why("""
                CloudFormation refuses to create or update a stack when a parameter has a value that its
                `AllowedValues`, `AllowedPattern`, length or range do not allow. A default must keep to them too, and so
                must what a stack passes to one that is nested in it.

                A suppression that names no rule suppresses nothing, and what is not understood of the configuration file
                `.rolewire.yaml` has no effect: neither is passed over in silence. A suppression without a reason works;
                a note asks for the reason.
                """)
        .help("""
                Give the parameter an allowed value, or allow the value that it has. Write a suppression or the configuration
                file as the message says.
                """)
        .exceptions(
                """
                        An `AllowedPattern` that looks ahead or refers back is not tried. Parameters that are read from the Systems Manager parameter store
                        and templates that a macro rewrites are left out. Values of parameters with `NoEcho` are never told.
                        """)
        .reference("CloudFormation User Guide: CloudFormation template Parameters syntax",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.PARAMETER_VALUE)) {
            context.finding(METADATA).at(problem).report();
        }
        for (ModelProblem problem : context.problems(ModelProblem.Kind.CONFIGURATION)) {
            context.finding(METADATA).at(problem).report();
        }
        for (ModelProblem problem : context.problems(ModelProblem.Kind.DOUBTFUL_CONFIGURATION)) {
            context.finding(METADATA).at(problem).severity(Severity.NOTE).report();
        }
    }

}
