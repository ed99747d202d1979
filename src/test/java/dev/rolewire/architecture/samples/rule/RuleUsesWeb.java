package dev.rolewire.architecture.samples.rule;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record RuleUsesWeb(Screen screen) {

}
