package dev.rolewire.syntax;

import dev.rolewire.source.Span;

/// A parser's complaint.
///
/// @param kind which one
/// @param message what is wrong and what was expected, lower-case start, no full stop
/// @param span where
public record SyntaxProblem(Kind kind, String message, Span span) {

    /// The kinds of complaint.
    public enum Kind {

        /// The text is not of the language.
        SYNTAX,
        /// A key stands twice in one mapping; the span is the later key.
        DUPLICATE_KEY,
        /// A YAML alias or merge, which CloudFormation refuses; the tree holds what it
        /// stands for.
        ALIAS,
        /// A bound of depth, size or expansion was reached; what lies beyond is missing
        /// from the tree.
        LIMIT

    }

}
