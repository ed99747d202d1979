package dev.rolewire.rule;

import java.util.List;
import java.util.Optional;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.IdentityType;
import dev.rolewire.model.Resource;
import dev.rolewire.remedy.Change;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Wiring;

/// An instance profile that is to be added beside the role that it holds.
///
/// @param type its type
/// @param change adds it
record NewProfile(IdentityType type, Change.AddHolder change) {

    /// The profile for a role.
    /// @return empty for a role that the document only looks up, or that a transform
    /// makes
    static Optional<NewProfile> of(Wiring wiring, Identity.Local role) {
        Catalog catalog = wiring.catalog();
        boolean aws = role.type().type().startsWith("AWS::");
        String name = catalog.attributeFor(role.type(), IdentityForm.NAME).orElse(null);
        if (role.type().data() || role.resource().maker() != null || name == null) {
            return Optional.empty();
        }
        return catalog.identityTypes()
            .stream()
            .filter((type) -> type.kind() == IdentityKind.INSTANCE_PROFILE && !type.data()
                    && type.type().startsWith("AWS::") == aws)
            .findFirst()
            .flatMap((type) -> rolesOf(catalog, type).map((roles) -> of(wiring, type, roles, role.resource(), name)));
    }

    /// The slot of the roles of a type of instance profile.
    private static Optional<IdentitySlot> rolesOf(Catalog catalog, IdentityType type) {
        return catalog.slotsOf(type.type())
            .stream()
            .filter((slot) -> slot.path().segments().getFirst().equals(type.roleProperties().getFirst())
                    && slot.takes(IdentityKind.ROLE, IdentityForm.NAME))
            .findFirst();
    }

    private static NewProfile of(Wiring wiring, IdentityType type, IdentitySlot roles, Resource role, String name) {
        List<String> segments = roles.path().segments();
        List<String> taken = wiring.template()
            .resources()
            .values()
            .stream()
            .filter((resource) -> resource.type().equals(type.type()))
            .map(Resource::address)
            .toList();
        return new NewProfile(type, new Change.AddHolder(role, type.type(), segments.getFirst(),
                segments.getLast().equals("*"), name, taken));
    }

}
