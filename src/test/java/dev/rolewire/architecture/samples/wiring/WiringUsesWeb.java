package dev.rolewire.architecture.samples.wiring;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record WiringUsesWeb(Screen screen) {

}
