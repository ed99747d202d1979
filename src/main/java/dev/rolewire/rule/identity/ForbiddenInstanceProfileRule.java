package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.ForbiddenProfile;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PlaceUse;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags a launch template that names an instance profile where its user takes none.
@AutoService(Rule.class)
public final class ForbiddenInstanceProfileRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("forbidden-instance-profile", Severity.ERROR)
        .summary("Launch template names an instance profile that its user does not take")
        .why("""
                EKS makes the instance profile of a managed node group itself, of the role in `NodeRole`. A launch template that
                names a profile as well is refused: the node group is not created, while the template alone is fine, and
                an Auto Scaling group takes it.
                """)
        .help("""
                Take the instance profile out of the launch template, or give the node group a template of its own; the
                permissions belong to the node role.
                """)
        .exceptions(
                """
                        Silent when the launch template is not in the document, when conditions exclude the two, and when it cannot be
                        known whether a profile is set.
                        """)
        .reference("EKS User Guide: Customize managed nodes with launch templates",
                "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html")
        .reference("EKS API Reference: CreateNodegroup, nodeRole",
                "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html")
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
        for (Resource resource : wiring.template().resources().values()) {
            for (ForbiddenProfile row : wiring.catalog().forbiddenProfilesOf(resource.type())) {
                wiring.placesOf(resource, row.path()).forEach((place) -> check(context, wiring, resource, row, place));
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, Resource user, ForbiddenProfile row, PlaceUse place) {
        for (var alternative : Alternatives.of(context.guards(), place.guard(), place.value())) {
            Resource template = referred(wiring, alternative.value());
            if (template == null) {
                continue;
            }
            for (SlotUse use : wiring.slotUses()) {
                if (use.resource() == template && use.slot().takes(IdentityKind.INSTANCE_PROFILE)) {
                    Guard both = context.guards().and(alternative.guard(), wiring.whenSet(use));
                    report(context, user, row, place.property(), alternative.value(), use, both);
                }
            }
        }
    }

    private static @Nullable Resource referred(Wiring wiring, Value value) {
        return value instanceof Value.Reference reference ? wiring.template().resources().get(reference.address())
                : null;
    }

    private static void report(RuleContext context, Resource user, ForbiddenProfile row, String property, Value value,
            SlotUse profile, Guard guard) {
        String template = profile.resource().address();
        context.finding(METADATA)
            .at(user, property, value.origin())
            .breaks(profile)
            .under(guard)
            .message("launch template `%s` of %s `%s` names an instance profile, which %s takes; its role is `%s`",
                    template, row.what(), user.address(), "no " + row.what(), row.instead())
            .related("the instance profile", template, profile.origin())
            .report();
    }

}
