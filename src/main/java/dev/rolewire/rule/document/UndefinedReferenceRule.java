package dev.rolewire.rule.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
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
                Templates with macros that may add resources, modules, and names that the SAM transform may choose stay
                silent: the name may come to exist. Roles that the transform surely does not make are missed.
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
            checkNeverMade(context, wiring);
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
                if (target != null && isNeverMade(target)) {
                    neverMade(context, target, use.resource(), alternative.origin()).at(use, alternative.origin())
                        .under(absent)
                        .report();
                }
                else if (target != null && absent != Guard.FALSE) {
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

    /// A role that the transform would make, had it not been given one.
    private static void checkNeverMade(RuleContext context, Wiring wiring) {
        Map<String, Resource> resources = wiring.template().resources();
        if (resources.values().stream().noneMatch(UndefinedReferenceRule::isNeverMade)) {
            return;
        }
        Set<Origin> judged = new HashSet<>();
        context.slotUses()
            .forEach((use) -> use.alternatives().forEach((alternative) -> judged.add(alternative.origin())));
        for (Resource resource : resources.values()) {
            List<Value.Reference> found = new ArrayList<>();
            collect(resource.properties(), found);
            for (Value.Reference reference : found) {
                Resource target = resources.get(reference.address());
                if (target != null && isNeverMade(target) && !judged.contains(reference.origin())) {
                    neverMade(context, target, resource, reference.origin()).at(resource, null, reference.origin())
                        .under(resource.condition())
                        .report();
                }
            }
        }
    }

    private static boolean isNeverMade(Resource resource) {
        return resource.maker() != null && resource.condition() == Guard.FALSE;
    }

    private static FindingBuilder neverMade(RuleContext context, Resource target, Resource user, Origin origin) {
        return context.finding(METADATA)
            .message("`%s` refers to `%s`, which the transform does not make: `%s` is given its own role",
                    user.address(), target.address(), String.valueOf(target.maker()))
            .at(user, null, origin)
            .related("the resource that is given its own role", target.maker(), target.origin());
    }

    private static void collect(Value value, List<Value.Reference> found) {
        switch (value) {
            case Value.Reference reference -> found.add(reference);
            case Value.Concat concat -> concat.parts().forEach((part) -> collect(part, found));
            case Value.Choice choice -> {
                collect(choice.then(), found);
                collect(choice.otherwise(), found);
            }
            case Value.ListValue list -> list.items().forEach((item) -> collect(item, found));
            case Value.ObjectValue object -> object.fields().forEach((field) -> collect(field.value(), found));
            case Value.Unknown unknown -> found.addAll(unknown.operands());
            case Value.Literal _, Value.Absent _ -> {
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
