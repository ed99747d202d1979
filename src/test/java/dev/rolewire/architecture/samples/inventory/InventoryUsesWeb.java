package dev.rolewire.architecture.samples.inventory;

import dev.rolewire.architecture.samples.web.Screen;

/// Uses a stage above its own.
///
/// @param screen the offence
public record InventoryUsesWeb(Screen screen) {

}
