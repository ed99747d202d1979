package dev.rolewire.syntax.hcl;

import dev.rolewire.source.Span;

/// A comment.
///
/// @param text what it says, without its markers and the white space around
/// @param span what it covers, markers included, the line break after it not
public record Comment(String text, Span span) {

    static Comment of(String source, int start, int end, int before, int after) {
        return new Comment(source.substring(start + before, end - after).strip(), new Span(start, end));
    }

}
