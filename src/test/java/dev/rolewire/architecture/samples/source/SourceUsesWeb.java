package dev.rolewire.architecture.samples.source;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record SourceUsesWeb(Screen screen) {

}
