package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags YAML aliases and merges in a template.
@AutoService(Rule.class)
public final class YamlAliasRule implements Rule {

    private static final String DEPLOY_ERROR = "Template error: YAML aliases are not allowed in CloudFormation templates";

    private static final RuleMetadata METADATA = RuleMetadata.builder("yaml-alias", Severity.WARNING)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Alias or merge that CloudFormation refuses")
        .why("""
                CloudFormation refuses a template with YAML aliases (`*name`), which merges (`<<: *name`) are
                too. It is only a warning, and what an alias stands for is judged like any other value,
                because `aws cloudformation package` and `sam build` write the aliases out before the
                template is sent.
                """)
        .deployError(DEPLOY_ERROR)
        .help("""
                Write the value out, or send the template through `aws cloudformation package` first.
                """)
        .exceptions("""
                An anchor (`&name`) that no alias uses is let pass.
                """)
        .reference("CloudFormation User Guide: CloudFormation template formats",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html")
        .reference("AWS CLI Command Reference: cloudformation package",
                "https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        if (context.wiring() == null
                || context.wiring().template().dialect().family() != Dialect.Family.CLOUDFORMATION) {
            return;
        }
        for (ModelProblem problem : context.problems(ModelProblem.Kind.YAML_ALIAS)) {
            context.finding(METADATA).at(problem).deployError(DEPLOY_ERROR).report();
        }
    }

}
