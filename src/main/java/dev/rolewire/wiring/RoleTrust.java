package dev.rolewire.wiring;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.TrustVerdict;
import org.jspecify.annotations.Nullable;

/// Whether the service of a slot may assume one role that stands behind it.
///
/// @param guard when this role stands behind the slot
/// @param role the role, or null when it is none of the document
/// @param granted when the service surely may
/// @param possible when it may, as far as can be known; outside of it the service is surely refused
/// @param reason why it cannot be known, or null when it can
/// @param action the action that is not granted: `sts:AssumeRole`, or another that the slot needs too
/// @param verdict the verdict on the principal closest to being trusted, for messages; null when the role's trust policy
/// is not in the document
public record RoleTrust(Guard guard, @Nullable Resource role, Guard granted, Guard possible, @Nullable Reason reason,
        String action, @Nullable TrustVerdict verdict) {

}
