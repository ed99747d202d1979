package dev.rolewire.architecture.samples.edit;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record EditUsesWeb(Screen screen) {

}
