package dev.rolewire.syntax.hcl;

import dev.rolewire.source.Span;

/// An identifier, or in JSON a key.
///
/// @param text the name
/// @param span where it stands, the quotes of a JSON key included
public record Name(String text, Span span) {

}
