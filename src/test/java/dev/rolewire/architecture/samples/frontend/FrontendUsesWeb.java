package dev.rolewire.architecture.samples.frontend;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record FrontendUsesWeb(Screen screen) {

}
