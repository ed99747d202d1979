package dev.rolewire.architecture.samples.analysis;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record AnalysisUsesWeb(Screen screen) {

}
