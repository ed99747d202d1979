package dev.rolewire.wiring;

import java.util.List;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// One of the values that a slot can have.
///
/// @param guard when it has this value; never [Guard#FALSE]
/// @param value the value: no choice
/// @param origin where the value is written; for a missing one the place that lacks it
/// @param resolution what it comes to
/// @param trust for each role that stands behind it (the role itself, or those of the profile): whether the slot's
/// service may assume it; empty when nothing is to be judged or the resolution does not fit the slot
public record SlotAlternative(Guard guard, Value value, Origin origin, Resolution resolution, List<RoleTrust> trust) {

    /// Whether the right form may be made of the wrong one by a function or template that
    /// the document does not show: the ARN around a name, the name in an ARN. The kind of
    /// an identity no function changes.
    public boolean mayBeWrapped(IdentitySlot slot) {
        return this.value instanceof Value.Reference reference && !reference.bare()
                && this.resolution instanceof Resolution.Identified identified
                && identified.accepted().form() != IdentityForm.UNIQUE_ID && slot.takes(identified.accepted().kind())
                && !slot.takes(identified.accepted().kind(), identified.accepted().form());
    }

}
