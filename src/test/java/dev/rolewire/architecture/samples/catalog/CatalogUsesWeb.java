package dev.rolewire.architecture.samples.catalog;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record CatalogUsesWeb(Screen screen) {

}
