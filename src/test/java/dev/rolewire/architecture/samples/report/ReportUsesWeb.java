package dev.rolewire.architecture.samples.report;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record ReportUsesWeb(Screen screen) {

}
