package dev.rolewire.wiring;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;

/// What stands at one place of the properties of a resource.
///
/// @param property the place, with list indices as numbers
/// @param guard when it is there
/// @param value what stands there, possibly still a choice
public record PlaceUse(String property, Guard guard, Value value) {

}
