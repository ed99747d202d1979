package dev.rolewire.wiring;

import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;

/// One policy document of a resource.
///
/// @param resource the resource
/// @param place what the catalog says of the place
/// @param property the place, with list indices as numbers
/// @param guard when it is there
/// @param value what stands there, possibly still a choice
public record PolicyUse(Resource resource, PolicyPlace place, String property, Guard guard, Value value) {

}
