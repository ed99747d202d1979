package dev.rolewire.wiring;

import java.util.List;

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

}
