package dev.rolewire.rule.document;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags a reference to something that the document does not define.
@AutoService(Rule.class)
public final class UndefinedReferenceRule implements Rule {

    private static final List<String> SECTIONS = List.of("Resources", "Outputs");

    private static final RuleMetadata METADATA = RuleMetadata.builder("undefined-reference", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.DOCUMENT)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Reference to something that the document does not define")
        .why("""
                CloudFormation refuses a template in which `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`
                or `Fn::FindInMap` names a resource, parameter, condition or mapping that is not there, in
                whichever branch of a condition it stands. It refuses the deployment when a resource that
                exists only under a condition is referred to where that condition does not hold: the finding
                then says for which parameter values. The same goes for nested stacks whose templates are in the
                bundle: an output that the template does not have, a parameter that it does not declare
                (`Parameters: [<name>] do not exist in the template`), one without a default that is not passed
                (`Parameters: [<name>] must have values`).
                """)
        .deployError(
                "Template format error: Unresolved resource dependencies [<name>] in the <section> block of the template")
        .help("""
                Correct the name, or define what it names.
                """)
        .exceptions("""
                Templates with macros that may add resources, modules, and names that the SAM transform may choose
                stay silent: the name may come to exist. Roles that the transform surely does not make are missed.
                `DependsOn` on a resource whose condition does not hold stays silent too.
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
            FindingBuilder finding = context.finding(METADATA).at(problem);
            Resource target = target(context, problem);
            if (target != null && target.condition() != Guard.TRUE) {
                finding.related("exists only under a condition", target.address(), target.origin());
            }
            String section = section(problem.origin().pointer());
            if (problem.target() != null && SECTIONS.contains(section)) {
                finding.deployError("Template format error: Unresolved resource dependencies [" + problem.target()
                        + "] in the " + section + " block of the template");
            }
            context.breakSlots(finding, problem);
            finding.report();
        }
    }

    private static @Nullable Resource target(RuleContext context, ModelProblem problem) {
        Wiring wiring = context.wiring();
        if (wiring == null || problem.target() == null) {
            return null;
        }
        String address = problem.address() == null ? "" : problem.address();
        String stack = address.substring(0, address.lastIndexOf('/') + 1);
        return wiring.template().resources().get(stack + problem.target());
    }

    private static String section(Pointer pointer) {
        String text = pointer.toString();
        int end = text.indexOf('/', 1);
        return end < 0 ? text.replace("/", "") : text.substring(1, end);
    }

}
