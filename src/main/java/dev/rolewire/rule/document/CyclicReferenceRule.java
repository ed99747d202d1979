package dev.rolewire.rule.document;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;

/// Flags resources and conditions that wait for each other.
@AutoService(Rule.class)
public final class CyclicReferenceRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("cyclic-reference", Severity.ERROR)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Resources or conditions wait for each other")
        .why("""
                A resource is made after those that it refers to or that its `DependsOn` names. When that leads
                back to itself there is no order, and CloudFormation refuses the template. A role and the
                resource that its policy names are the usual pair. Conditions that are made of each other are
                refused likewise.
                """)
        .deployError("Circular dependency between resources: [<names>]")
        .help("""
                Take one reference out: move the statement into a policy resource of its own
                (`AWS::IAM::Policy`, `AWS::EC2::SecurityGroupIngress`), or give one of them a name and write it out.
                """)
        .exceptions("""
                A cycle counts only when all its references can be there together: two branches of opposite
                conditions make none. What a macro or SAM rewrites is left out. Of resources that hang together
                only the shortest cycle is told.
                """)
        .reference("CloudFormation User Guide: Troubleshooting CloudFormation",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html")
        .reference("CloudFormation Template Reference: DependsOn attribute",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.CYCLIC_REFERENCE)) {
            FindingBuilder finding = context.finding(METADATA).at(problem);
            if (problem.target() != null) {
                finding.deployError("Circular dependency between resources: [" + problem.target() + "]");
            }
            finding.report();
        }
    }

}
