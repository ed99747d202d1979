package dev.rolewire.rule.document;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

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
            FindingBuilder finding = context.finding(METADATA).at(problem);
            context.slotUses().stream().filter((use) -> isAt(use, problem)).forEach(finding::breaks);
            finding.report();
        }
        Wiring wiring = context.wiring();
        if (wiring != null) {
            context.slotUses().forEach((use) -> checkConditions(context, wiring, use));
        }
    }

    private static boolean isAt(SlotUse use, ModelProblem problem) {
        return use.resource().address().equals(problem.address()) && use.property().equals(problem.property());
    }

    /// A resource that exists only under a condition is missing where the condition does
    /// not hold.
    private static void checkConditions(RuleContext context, Wiring wiring, SlotUse use) {
        for (SlotAlternative alternative : use.alternatives()) {
            for (String address : references(alternative.value())) {
                Resource target = wiring.template().resources().get(address);
                Guard absent = target == null ? Guard.FALSE
                        : context.guards().and(alternative.guard(), context.guards().not(target.condition()));
                if (target != null && absent != Guard.FALSE) {
                    context.finding(METADATA)
                        .at(use, alternative.origin())
                        .under(absent)
                        .message(
                                "`%s` of `%s` refers to `%s` also when the condition under which that exists does not hold",
                                use.name(), use.resource().address(), address)
                        .related("exists only under a condition", address, target.origin())
                        .report();
                }
            }
        }
    }

    private static List<String> references(Value value) {
        return switch (value) {
            case Value.Reference reference -> List.of(reference.address());
            case Value.Concat concat -> concat.parts().stream().flatMap((part) -> references(part).stream()).toList();
            case Value.Literal _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                List.of();
        };
    }

}
