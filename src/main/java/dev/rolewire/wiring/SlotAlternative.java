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

    /// Whether the ARN that the slot takes may be made of a name by a template string that the document does not show:
    /// `"arn:...:role/${aws_iam_role.r.name}"`. The reverse, a name cut out of the only ARN that is referred to, is
    /// taken for the ARN itself (design, "Semantics", 6), and the kind of an identity no function changes.
    public boolean mayBeWrapped(IdentitySlot slot) {
        return this.value instanceof Value.Reference reference && !reference.bare()
                && this.resolution instanceof Resolution.Identified identified
                && identified.accepted().form() == IdentityForm.NAME && slot.takes(identified.accepted().kind())
                && !slot.takes(identified.accepted().kind(), identified.accepted().form());
    }

}
