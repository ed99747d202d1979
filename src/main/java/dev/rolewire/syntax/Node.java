package dev.rolewire.syntax;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// One node of a JSON or YAML syntax tree.
public sealed interface Node permits Scalar, Mapping, Sequence {

    /// What the node covers, quotes, brackets and (YAML) the tag included.
    Span span();

    /// The explicit YAML tag as written (`!Ref`, `!GetAtt`, `!!str`), or null when there
    /// is none.
    @Nullable String tag();

}
