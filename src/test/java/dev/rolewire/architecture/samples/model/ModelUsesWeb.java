package dev.rolewire.architecture.samples.model;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record ModelUsesWeb(Screen screen) {

}
