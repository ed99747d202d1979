package dev.rolewire.wiring;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;

/// The name or ARN that a slot will get.
///
/// @param guard when
/// @param text a text without choices; parts that are made up during the deployment or cannot be known are references or
/// unknown
public record FinalText(Guard guard, Value text) {

}
