package dev.rolewire.architecture.samples.policy;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record PolicyUsesWeb(Screen screen) {

}
