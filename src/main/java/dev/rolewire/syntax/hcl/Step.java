package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.Span;

/// One step of a traversal.
public sealed interface Step {

    /// What it covers, its dot or brackets included.
    Span span();

    /// `.name`
    record GetAttribute(Name name, Span span) implements Step {

    }

    /// `[key]`, and the legacy form `.0`, whose key is a number literal.
    ///
    /// @param key the key or index
    /// @param legacy whether it is written with a dot
    record GetIndex(Expression key, boolean legacy, Span span) implements Step {

    }

    /// `.*` with the attributes and legacy indexes that follow it, or `[*]` with all
    /// steps that follow it. They are
    /// taken of each item; steps after this one, which only `.*` has, are taken of the
    /// list of the results.
    ///
    /// @param full whether it is `[*]`
    /// @param each the steps to take of each item
    /// @param marker the `.*` or `[*]` itself
    /// @param span from the marker to the last step of each item
    record Splat(boolean full, List<Step> each, Span marker, Span span) implements Step {

    }

}
