package dev.rolewire.testing.matrix;

import java.util.List;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import org.jspecify.annotations.Nullable;

/// One way to use a slot.
///
/// @param slot the slot
/// @param given what it gets, or null for nothing
/// @param trusted the principals that the role behind it trusts
/// @param expected the rule that names the use, or null when it is right
record Use(IdentitySlot slot, @Nullable Given given, List<String> trusted, @Nullable String expected) {

    /// An identity in a form.
    record Given(IdentityKind kind, IdentityForm form) {

        @Override
        public String toString() {
            return this.form.label() + " of " + this.kind.label();
        }

    }

    static Use right(IdentitySlot slot, Given given) {
        return new Use(slot, given, principals(slot), null);
    }

    /// The principals that the slot wants, in the Region of the matrix.
    static List<String> principals(IdentitySlot slot) {
        return slot.trust()
            .principals()
            .stream()
            .map((principal) -> principal.replace("{region}", SlotMatrix.REGION))
            .toList();
    }

    @Override
    public String toString() {
        return this.slot.type() + " " + this.slot.path() + " given " + (this.given == null ? "nothing" : this.given)
                + (this.trusted.equals(principals(this.slot)) ? "" : " that trusts " + this.trusted);
    }

}
