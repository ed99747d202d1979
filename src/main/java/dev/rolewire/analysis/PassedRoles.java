package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Collects the roles that deployments hand to services: whoever deploys needs `iam:PassRole` for them (IAM User Guide,
/// "Grant a user permissions to pass a role to an AWS service"), for an instance profile for the role in it. What stays as
/// it is is not passed again.
final class PassedRoles {

    private final SequencedMap<String, SequencedSet<String>> roles = new LinkedHashMap<>();

    private final SequencedSet<Report.UnknownRole> unknown = new LinkedHashSet<>();

    /// Takes a deployment.
    void add(Wiring wiring) {
        wiring.identities().forEach((identity) -> addUntaken(wiring, identity));
        for (SlotUse use : wiring.slotUses()) {
            if (isPassed(use)) {
                use.alternatives()
                    .stream()
                    .filter((alternative) -> alternative.guard() != Guard.FALSE)
                    .forEach((alternative) -> add(wiring, use, alternative));
            }
        }
    }

    /// The roles whose ARNs are known, as far as they are.
    List<Report.PassRole> roles() {
        List<Report.PassRole> passed = new ArrayList<>();
        this.roles.forEach((role, services) -> passed.add(new Report.PassRole(role, List.copyOf(services))));
        return List.copyOf(passed);
    }

    /// The slots whose roles cannot be known.
    List<Report.UnknownRole> unknown() {
        return List.copyOf(this.unknown);
    }

    private static boolean isPassed(SlotUse use) {
        boolean assumed = switch (use.slot().trust().mode()) {
            case ANY, ALL, UNKNOWN -> true;
            case FEDERATED, NONE -> false;
        };
        return assumed && use.resource().mode() == Resource.Mode.MANAGED
                && use.resource().change() != Resource.Change.UNCHANGED
                && (use.slot().takes(IdentityKind.ROLE) || use.slot().takes(IdentityKind.INSTANCE_PROFILE));
    }

    private void add(Wiring wiring, SlotUse use, SlotAlternative alternative) {
        switch (alternative.resolution()) {
            case Resolution.Identified identified when use.slot()
                .takes(identified.accepted().kind(), identified.accepted().form()) ->
                add(wiring, use, alternative, identified);
            case Resolution.Undetermined undetermined -> {
                boolean named = undetermined.reason() == Reason.EXTERNAL_NAME
                        && alternative.value() instanceof Value.Literal
                        && use.slot().takes(IdentityKind.ROLE, IdentityForm.NAME)
                        && !use.slot().takes(IdentityKind.INSTANCE_PROFILE);
                if (named) {
                    pass(wiring, use, RoleArns.ofName(wiring, alternative.value()));
                }
                else {
                    lacks(wiring, use, undetermined.reason());
                }
            }
            case Resolution.Identified _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _,
                    Resolution.Permitted _, Resolution.Missing _ ->
                {
                }
        }
    }

    private void add(Wiring wiring, SlotUse use, SlotAlternative alternative, Resolution.Identified identified) {
        boolean role = identified.accepted().kind() == IdentityKind.ROLE;
        switch (identified.identity()) {
            case Identity.Local local when role -> pass(wiring, use, RoleArns.of(wiring, local));
            case Identity.Local profile -> addRolesOf(wiring, use, profile);
            case Identity.InAccount held when role -> pass(wiring, use, List.of(held.label()));
            case Identity.InAccount held -> {
                for (RoleTrust trust : alternative.trust()) {
                    pass(wiring, use, trust.held() == null ? List.of() : List.of(trust.held().label()));
                }
                if (held.identity().roles() == null) {
                    lacks(wiring, use, Reason.EXTERNAL_NAME);
                }
            }
            case Identity.External external -> {
                String arn = role ? RoleArns.ofArn(wiring, alternative.value(), external.label()) : null;
                if (arn == null) {
                    lacks(wiring, use, Reason.EXTERNAL_NAME);
                }
                else {
                    pass(wiring, use, List.of(arn));
                }
            }
            case Identity.Managed _, Identity.NotInAccount _ -> {
            }
        }
    }

    /// The roles in a profile of the document; those that its own property names are
    /// passed there.
    private void addRolesOf(Wiring wiring, SlotUse use, Identity.Local profile) {
        wiring.rolesOf(profile).forEach((held) -> pass(wiring, use, RoleArns.of(wiring, held.role())));
        if (profile.type().data() && wiring.rolesOf(profile).isEmpty()) {
            lacks(wiring, use, Reason.DATA_SOURCE);
        }
    }

    private void pass(Wiring wiring, SlotUse use, List<String> arns) {
        for (String arn : arns) {
            this.roles.computeIfAbsent(arn, (key) -> new LinkedHashSet<>()).addAll(services(wiring, use.slot()));
        }
    }

    private void lacks(Wiring wiring, SlotUse use, Reason reason) {
        this.unknown.add(new Report.UnknownRole(use.resource().origin().source().uri(), use.resource().address(),
                use.property(), reason.id(), List.copyOf(services(wiring, use.slot()))));
    }

    /// The values of `iam:PassedToService`: what a service calls itself in all Regions,
    /// where it has such a name.
    private static SequencedSet<String> services(Wiring wiring, IdentitySlot slot) {
        List<String> principals = slot.trust().principals();
        String region = wiring.template().environment().region();
        SequencedSet<String> services = new LinkedHashSet<>();
        for (String principal : principals) {
            if (!principal.contains("{region}") || !principals.contains(principal.replace(".{region}", ""))) {
                services.add(principal.replace("{region}", region == null ? "*" : region));
            }
        }
        return services;
    }

    /// A role that a transform makes is passed although no slot of the document takes it:
    /// what takes it is made as well.
    private void addUntaken(Wiring wiring, Identity.Local identity) {
        Resource role = identity.resource();
        String property = identity.type().trustProperty();
        if (property == null || role.maker() == null || role.condition() == Guard.FALSE || wiring.isTaken(role)) {
            return;
        }
        SequencedSet<String> services = new LinkedHashSet<>();
        collectServices(role.properties().get(property), services);
        for (String arn : services.isEmpty() ? List.<String>of() : RoleArns.of(wiring, identity)) {
            this.roles.computeIfAbsent(arn, (key) -> new LinkedHashSet<>()).addAll(services);
        }
    }

    private static void collectServices(@Nullable Value value, SequencedSet<String> services) {
        if (value instanceof Value.ListValue list) {
            list.items().forEach((item) -> collectServices(item, services));
        }
        else if (value instanceof Value.ObjectValue object) {
            Value service = object.get("Service");
            if (service instanceof Value.ListValue names) {
                names.items().forEach((name) -> addLiteral(name, services));
            }
            addLiteral(service, services);
            object.fields().forEach((field) -> collectServices(field.value(), services));
        }
    }

    private static void addLiteral(@Nullable Value value, SequencedSet<String> services) {
        if (value instanceof Value.Literal literal) {
            services.add(literal.text());
        }
    }

}
