package dev.rolewire.syntax;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// A scalar, kept as its text: `2012-10-17` and `012345678901` are the strings that CloudFormation reads.
///
/// @param text the decoded text (escapes, folding and indentation resolved)
/// @param kind what the bare text would mean
/// @param style how it is written
/// @param span what it covers, quotes and tag included
/// @param tag the explicit YAML tag as written
public record Scalar(String text, Kind kind, Style style, Span span, @Nullable String tag) implements Node {

    private static final Span NOWHERE = Span.at(0);

    /// What the bare text means: JSON's four scalar kinds, and in YAML those of the YAML
    /// 1.1 schema for null, booleans
    /// (only `true` and `false` in any case) and numbers.
    public enum Kind {

        STRING, NUMBER, BOOLEAN, NULL

    }

    /// How a scalar is written.
    public enum Style {

        PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LITERAL, FOLDED

    }

    /// A string without a place.
    public static Scalar of(String text) {
        return new Scalar(text, Kind.STRING, Style.DOUBLE_QUOTED, NOWHERE, null);
    }

    public boolean isNull() {
        return this.kind == Kind.NULL;
    }

}
