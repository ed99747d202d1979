package dev.rolewire.architecture.samples.finding;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record FindingUsesWeb(Screen screen) {

}
