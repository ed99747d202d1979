package dev.rolewire.testing.matrix;

import java.util.List;

import dev.rolewire.catalog.IdentitySlot;

/// A minimal document in which one resource uses one slot in one way. Other required slots of the same resource are
/// used right, so that nothing but the use can be wrong.
///
/// @param json the document
/// @param address the resource
/// @param property the slot's property path in it
record MatrixDocument(byte[] json, String address, String property) {

    /// Writes documents of one dialect.
    interface Writer {

        /// Writes the document of a use.
        /// @param use the use
        /// @param siblings all slots of the resource type
        MatrixDocument write(Use use, List<IdentitySlot> siblings);

    }

    /// The required slots of the same type that have to be filled as well.
    static List<IdentitySlot> fillers(Use use, List<IdentitySlot> siblings, PropertyTree tree) {
        return siblings.stream()
            .filter((slot) -> slot != use.slot() && slot.requirement() != IdentitySlot.Requirement.OPTIONAL)
            .filter((slot) -> !slot.path().selector().isEmpty() || tree.holds(slot.path()))
            .filter((slot) -> !slot.conflicts().contains(use.slot().path().toString())
                    && !use.slot().conflicts().contains(slot.path().toString()))
            .toList();
    }

}
