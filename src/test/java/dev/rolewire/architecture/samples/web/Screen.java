package dev.rolewire.architecture.samples.web;

import dev.rolewire.architecture.samples.source.SourceUsesWeb;
import org.jspecify.annotations.Nullable;

/// What every stage must not use; with [SourceUsesWeb] it makes a cycle.
///
/// @param origin closes the cycle
public record Screen(@Nullable SourceUsesWeb origin) {

}
