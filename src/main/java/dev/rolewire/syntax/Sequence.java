package dev.rolewire.syntax;

import java.util.List;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// A JSON array or YAML sequence.
///
/// @param items the items in source order
/// @param span what it covers
/// @param tag the explicit YAML tag as written
public record Sequence(List<Node> items, Span span, @Nullable String tag) implements Node {

}
