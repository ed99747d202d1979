package dev.rolewire.architecture.samples.remedy;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record RemedyUsesWeb(Screen screen) {

}
