package dev.rolewire.rule.policy;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.EarlyPermission;
import dev.rolewire.catalog.SlotPath;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.PlaceUse;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Finds the roles whose permissions a resource needs when it is made.
final class RoleUsers {

    private static final String EVERY_SLOT = "*";

    private final Wiring wiring;

    private final List<User> found = new ArrayList<>();

    /// A role that a resource uses.
    ///
    /// @param guard when
    /// @param property the property that names it
    /// @param origin where it is named
    /// @param role the role
    record User(Guard guard, String property, Origin origin, Identity.Local role) {

    }

    private RoleUsers(Wiring wiring) {
        this.wiring = wiring;
    }

    /// The roles that a resource uses as a row says, each once.
    static List<User> of(Wiring wiring, Resource resource, EarlyPermission row) {
        RoleUsers users = new RoleUsers(wiring);
        Guard when = users.whenNeeded(resource, row);
        if (when == Guard.FALSE) {
            return List.of();
        }
        if (row.through().isEmpty()) {
            users.addSlots(resource, row.path(), when, "", null);
        }
        else {
            for (PlaceUse place : wiring.placesOf(resource, SlotPath.parse(row.path()).segments())) {
                users.addThrough(place, row, when);
            }
        }
        return users.found;
    }

    private Guard whenNeeded(Resource resource, EarlyPermission row) {
        if (row.when().isEmpty()) {
            return Guard.TRUE;
        }
        Guard set = Guard.FALSE;
        for (String path : row.when()) {
            for (PlaceUse place : this.wiring.placesOf(resource, SlotPath.parse(path).segments())) {
                for (var value : Alternatives.of(this.wiring.template().guards(), place.guard(), place.value())) {
                    set = isSet(value.value()) ? this.wiring.template().guards().or(set, value.guard()) : set;
                }
            }
        }
        return set;
    }

    private static boolean isSet(Value value) {
        return switch (value) {
            case Value.Absent _, Value.Unknown _ -> false;
            case Value.ListValue list -> !list.items().isEmpty();
            case Value.Literal literal -> !literal.text().isEmpty();
            case Value.Reference _, Value.Concat _, Value.ObjectValue _, Value.Choice _ -> true;
        };
    }

    private void addThrough(PlaceUse place, EarlyPermission row, Guard when) {
        for (var value : Alternatives.of(this.wiring.template().guards(), place.guard(), place.value())) {
            Resource target = value.value() instanceof Value.Reference reference
                    ? this.wiring.template().resources().get(reference.address()) : null;
            if (target != null) {
                Guard both = this.wiring.template().guards().and(when, value.guard());
                addSlots(target, row.through(), both, place.property(), value.value().origin());
            }
        }
    }

    private void addSlots(Resource resource, String path, Guard when, String property, @Nullable Origin origin) {
        for (SlotUse use : this.wiring.slotUses()) {
            boolean asked = use.resource() == resource
                    && (path.equals(EVERY_SLOT) || use.slot().path().toString().equals(path));
            if (asked) {
                for (SlotAlternative alternative : use.alternatives()) {
                    Guard both = this.wiring.template().guards().and(when, alternative.guard());
                    add(alternative, both, property.isEmpty() ? use.property() : property,
                            origin == null ? alternative.origin() : origin);
                }
            }
        }
    }

    private void add(SlotAlternative alternative, Guard guard, String property, Origin origin) {
        if (guard == Guard.FALSE || !(alternative.resolution() instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local local) || local.type().data()) {
            return;
        }
        switch (identified.accepted().kind()) {
            case ROLE -> addRole(guard, property, origin, local);
            case INSTANCE_PROFILE -> this.wiring.rolesOf(local)
                .forEach((held) -> addRole(this.wiring.template().guards().and(guard, held.guard()), property, origin,
                        held.role()));
            case POLICY, USER, GROUP -> {
            }
        }
    }

    private void addRole(Guard guard, String property, Origin origin, Identity.Local role) {
        boolean known = this.found.stream().anyMatch((user) -> user.role() == role || user.role().equals(role));
        if (!known && guard != Guard.FALSE) {
            this.found.add(new User(guard, property, origin, role));
        }
    }

}
