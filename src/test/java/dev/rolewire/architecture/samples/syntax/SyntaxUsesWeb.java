package dev.rolewire.architecture.samples.syntax;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record SyntaxUsesWeb(Screen screen) {

}
