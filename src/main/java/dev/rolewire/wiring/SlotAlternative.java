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

    /// Whether what the slot takes may be made of a part of it by a template string that
    /// the document does not show: an
    /// ARN of the name in `"arn:...:role/${aws_iam_role.r.name}"`, a name of an id in
    /// `"web-${aws_vpc.v.id}"`, the name of another identity in
    /// `"${aws_iam_role.r.id}-profile"`. The reverse, a name cut out of the only ARN that
    /// is referred to, is taken for the ARN itself (design, "Semantics", 6), and the kind
    /// of an identity that is given by its ARN no template changes.
    public boolean mayBeWrapped(IdentitySlot slot) {
        return this.value instanceof Value.Reference reference && !reference.bare() && switch (this.resolution) {
            case Resolution.Identified identified -> identified.accepted().form() == IdentityForm.NAME
                    && !slot.takes(identified.accepted().kind(), IdentityForm.NAME)
                    && (slot.takes(identified.accepted().kind()) || slot.takesName());
            case Resolution.NotAnIdentity _ -> !reference.attribute().endsWith("arn");
            case Resolution.FormOnly _, Resolution.WrongShape _, Resolution.Permitted _, Resolution.Missing _,
                    Resolution.Undetermined _ ->
                false;
        };
    }

}
