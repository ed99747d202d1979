package dev.rolewire.syntax;

/// The bounds of one parse.
///
/// @param maxDepth how deep mappings and sequences may nest
/// @param maxNodes how many nodes the tree may have, aliases expanded
public record ParseLimits(int maxDepth, int maxNodes) {

    /// Generous for real documents: the deepest of 5,200 real inputs nests below 60.
    public static final ParseLimits DEFAULT = new ParseLimits(500, 5_000_000);

}
