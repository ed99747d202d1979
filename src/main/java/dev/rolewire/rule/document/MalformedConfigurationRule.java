package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags values of parameters that their declarations do not allow.
@AutoService(Rule.class)
public final class MalformedConfigurationRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-configuration", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Value of a parameter that its declaration does not allow")
        .why("""
                CloudFormation refuses to create or update a stack when a parameter has a value that its
                `AllowedValues`, length or range do not allow. A default must keep to them too, and so must what a
                stack passes to one that is nested in it.
                """)
        .help("""
                Give the parameter an allowed value, or allow the value that it has.
                """)
        .exceptions("""
                `AllowedPattern` is not tried. Parameters that are read from the Systems Manager parameter store
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
    }

}
