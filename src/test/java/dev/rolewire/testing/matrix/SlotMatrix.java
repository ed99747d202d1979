package dev.rolewire.testing.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.catalog.IdentitySlot.TrustMode;

/// The uses of a slot, right and wrong.
final class SlotMatrix {

    static final String REGION = "us-east-1";

    private static final List<String> OTHER_SERVICES = List.of("ec2.amazonaws.com", "backup.amazonaws.com");

    private SlotMatrix() {
    }

    /// Everything that the slot takes.
    static List<Use> right(IdentitySlot slot) {
        return slot.accepts()
            .stream()
            .map((accepted) -> Use.right(slot, new Use.Given(accepted.kind(), accepted.form())))
            .toList();
    }

    /// A name for an ARN and the reverse, of every kind that the slot takes in one of the
    /// two forms only. A managed
    /// policy is left out: nothing yields its name.
    static List<Use> wrongForm(IdentitySlot slot) {
        List<Use> uses = new ArrayList<>();
        for (IdentityKind kind : IdentityKind.values()) {
            for (IdentityForm form : List.of(IdentityForm.NAME, IdentityForm.ARN)) {
                if (!slot.disputed() && kind != IdentityKind.POLICY && slot.takes(kind) && !slot.takes(kind, form)) {
                    uses.add(new Use(slot, new Use.Given(kind, form), Use.principals(slot), "wrong-identity-form"));
                }
            }
        }
        return uses;
    }

    /// A profile for a role and the reverse; where the slot takes neither, a role.
    static List<Use> wrongKind(IdentitySlot slot) {
        boolean role = slot.takes(IdentityKind.ROLE);
        boolean profile = slot.takes(IdentityKind.INSTANCE_PROFILE);
        if (slot.disputed() || (role && profile)) {
            return List.of();
        }
        IdentityKind given = role ? IdentityKind.INSTANCE_PROFILE : IdentityKind.ROLE;
        String rule = role ? "instance-profile-as-role" : profile ? "role-as-instance-profile" : "wrong-identity-kind";
        return slot.accepts()
            .stream()
            .map(Accepted::form)
            .distinct()
            .map((form) -> new Use(slot, new Use.Given(given, form), Use.principals(slot), rule))
            .toList();
    }

    /// A role (or the profile of one) that trusts another service.
    static List<Use> untrusted(IdentitySlot slot) {
        boolean judged = switch (slot.trust().mode()) {
            case ANY, ALL, FEDERATED -> true;
            case NONE, UNKNOWN -> false;
        };
        if (!judged || slot.disputed()) {
            return List.of();
        }
        String other = OTHER_SERVICES.stream()
            .filter((service) -> !slot.trust().principals().contains(service))
            .findFirst()
            .orElseThrow();
        return slot.accepts()
            .stream()
            .filter((accepted) -> Arrays.asList(IdentityKind.ROLE, IdentityKind.INSTANCE_PROFILE)
                .contains(accepted.kind()))
            .map((accepted) -> new Use(slot, new Use.Given(accepted.kind(), accepted.form()), List.of(other),
                    "service-not-trusted"))
            .toList();
    }

    /// A role that trusts all but one of the principals, where all are wanted.
    static List<Use> halfTrusted(IdentitySlot slot) {
        List<String> principals = Use.principals(slot);
        return slot.trust().mode() != TrustMode.ALL ? List.of() : right(slot).stream()
            .map((use) -> new Use(slot, use.given(), principals.subList(1, principals.size()), "service-not-trusted"))
            .toList();
    }

    /// A role that trusts one of the principals, where any is enough.
    static List<Use> oneTrusted(IdentitySlot slot) {
        List<String> principals = Use.principals(slot);
        return slot.trust().mode() != TrustMode.ANY || principals.size() < 2 ? List.of()
                : principals.stream()
                    .map((principal) -> new Use(slot, right(slot).getFirst().given(), List.of(principal), null))
                    .toList();
    }

    /// Nothing where something is required. An instance profile without its role has a
    /// rule of its own.
    static List<Use> missing(IdentitySlot slot) {
        String rule = slot.type().equals("AWS::IAM::InstanceProfile") ? "instance-profile-without-role"
                : "missing-identity";
        return slot.requirement() == Requirement.OPTIONAL ? List.of()
                : List.of(new Use(slot, null, Use.principals(slot), rule));
    }

}
