package dev.rolewire.wiring;

import java.util.List;

import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;

/// One identity slot of one resource, with all that it can hold.
///
/// @param resource the resource that has the property
/// @param slot the row of the catalog
/// @param property the property path, with list indices as numbers and map keys as written
/// @param origin where the value (all alternatives of it) is written; for a missing one the place that lacks it
/// @param alternatives what it can hold, in source order, at least one
public record SlotUse(Resource resource, IdentitySlot slot, String property, Origin origin,
        List<SlotAlternative> alternatives) {

    /// What people call the slot: the last name of the property path, with the index
    /// behind it when it is in a list.
    public String name() {
        int cut = this.property.lastIndexOf('/');
        while (cut > 0 && this.property.substring(cut + 1).chars().allMatch((c) -> c == '/' || Character.isDigit(c))) {
            cut = this.property.lastIndexOf('/', cut - 1);
        }
        String last = this.property.substring(cut + 1);
        return last.equals(this.slot.path().segments().getLast()) ? this.slot.path().lastName() : last;
    }

}
