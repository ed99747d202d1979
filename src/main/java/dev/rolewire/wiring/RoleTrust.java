package dev.rolewire.wiring;

import dev.rolewire.inventory.AccountIdentity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.TrustVerdict;
import org.jspecify.annotations.Nullable;

/// Whether the service of a slot may assume one role that stands behind it.
///
/// @param guard when this role stands behind the slot
/// @param role the role, or null when it is none of the document
/// @param held the role of the account, or null when it is of the document or not known
/// @param granted when the service surely may
/// @param possible when it may, as far as can be known; outside of it the service is surely refused
/// @param reason why it cannot be known, or null when it can
/// @param action the action that is not granted: `sts:AssumeRole`, or another that the slot needs too
/// @param verdict the verdict on the principal closest to being trusted, for messages; null when the role's trust policy
/// is neither in the document nor in the inventory
public record RoleTrust(Guard guard, @Nullable Resource role, @Nullable AccountIdentity held, Guard granted,
        Guard possible, @Nullable Reason reason, String action, @Nullable TrustVerdict verdict) {

    /// The role as people know it: its address in the document, or its ARN; null when it
    /// is not known.
    public @Nullable String label() {
        return this.role != null ? this.role.address() : this.held != null ? this.held.label() : null;
    }

}
