package dev.rolewire.wiring;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import org.jspecify.annotations.Nullable;

/// One policy that a role, user or group gets.
///
/// @param guard when it gets it
/// @param managed whether it is a managed policy, else one that is a part of the identity
/// @param key equal for policies that are surely the same one: for a managed policy its address or ARN, else its name
/// @param document what it says, or null when it is not in the document
/// @param by the resource that says so
public record AttachedPolicy(Guard guard, boolean managed, String key, @Nullable PolicyUse document, Resource by) {

}
