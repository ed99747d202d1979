package dev.rolewire.rule.hygiene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Wiring;

/// Flags an instance profile that nothing can find.
@AutoService(Rule.class)
public final class UnusedInstanceProfileRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unused-instance-profile", Severity.NOTE)
        .category(RuleMetadata.Category.HYGIENE)
        .effect(RuleMetadata.Effect.HYGIENE)
        .families(Dialect.Family.CLOUDFORMATION)
        .summary("Instance profile is used by nothing")
        .why("""
                A profile without a name of its own is only of use to what refers to it. When nothing does, it was forgotten,
                or an instance that should take it does not.
                """)
        .help("""
                Give the profile to the instance or launch template that it was made for, or remove it.
                """)
        .exceptions("""
                Silent when the profile has a name of its own, by which it may be found from elsewhere, or is an output.
                Terraform is not judged: a plan does not show what locals refer to.
                """)
        .reference("CloudFormation User Guide: AWS::IAM::InstanceProfile",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-instanceprofile.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        if (wiring.template().dialect().family() != Dialect.Family.CLOUDFORMATION) {
            return;
        }
        List<Identity.Local> profiles = wiring.identities().stream().filter(wiring::holdsRoles).toList();
        Set<String> used = new HashSet<>(wiring.template().handedOut());
        if (!profiles.isEmpty()) {
            wiring.template().resources().values().forEach((resource) -> collect(resource.properties(), used));
        }
        for (Identity.Local profile : profiles) {
            Resource resource = profile.resource();
            if (resource.complete() && !wiring.isTaken(resource) && !used.contains(resource.address())) {
                report(context, profile);
            }
        }
    }

    private static void report(RuleContext context, Identity.Local profile) {
        Resource resource = profile.resource();
        String property = profile.type().nameProperty();
        Value name = property == null ? null : resource.properties().get(property);
        Guard unnamed = name == null ? resource.condition() : Guard.FALSE;
        if (name != null) {
            for (Alternatives.Alternative alternative : Alternatives.of(context.guards(), resource.condition(), name)) {
                boolean absent = alternative.value() instanceof Value.Absent;
                unnamed = absent ? context.guards().or(unnamed, alternative.guard()) : unnamed;
            }
        }
        context.finding(METADATA)
            .at(resource, null, resource.origin())
            .under(unnamed)
            .message("nothing uses instance profile `%s`, and it has no name by which it could be found",
                    resource.address())
            .report();
    }

    private static void collect(Value value, Set<String> used) {
        switch (value) {
            case Value.Reference reference -> used.add(reference.address());
            case Value.Concat concat -> concat.parts().forEach((part) -> collect(part, used));
            case Value.Choice choice -> {
                collect(choice.then(), used);
                collect(choice.otherwise(), used);
            }
            case Value.ListValue list -> list.items().forEach((item) -> collect(item, used));
            case Value.ObjectValue object -> object.fields().forEach((field) -> collect(field.value(), used));
            case Value.Unknown unknown -> unknown.operands().forEach((operand) -> collect(operand, used));
            case Value.Literal _, Value.Absent _ -> {
            }
        }
    }

}
