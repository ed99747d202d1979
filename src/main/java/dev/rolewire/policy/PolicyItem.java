package dev.rolewire.policy;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;

/// One value of a policy element.
///
/// @param guard when it is there
/// @param key the principal type (`AWS`, `Service`, `Federated`, `CanonicalUser`, or another word as written); empty
/// for a value that stands under no key
/// @param value what it is: never a list, a choice or absent
/// @param regular whether it stands where the grammar of policies has it; false inside a nested list and under a key
/// that differs from the grammar's word in case
public record PolicyItem(Guard guard, String key, Value value, boolean regular) {

}
