package dev.rolewire.wiring;

import dev.rolewire.model.Guard;

/// Two identities of one kind that are given one name.
///
/// @param first the one that is written first
/// @param second the other one
/// @param name the name that the second one is given, with `${...}` for parts that are references
/// @param guard when both are there and have it
public record SameName(Identity.Local first, Identity.Local second, String name, Guard guard) {

}
