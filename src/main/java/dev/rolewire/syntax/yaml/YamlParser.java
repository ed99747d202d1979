package dev.rolewire.syntax.yaml;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.jspecify.annotations.Nullable;

/// YAML 1.1 text to a located tree.
///
/// - A scalar's span covers its quotes and its tag; a mapping's or sequence's reaches from its bracket, first key or
/// first dash (or its tag) to the end of its last value or bracket.
/// - A block scalar's span ends with its last line that is not blank, without the line break (with `|+` and `>+` after
/// its last line break).
/// - An alias is replaced by the very node that it names, which keeps the span of the place where it is written. Merge
/// keys are replaced by the entries that they bring in.
public final class YamlParser {

    private YamlParser() {
    }

    /// Parses the first document of a text; never throws.
    ///
    /// A broken text gives what was read up to the first syntax error, with open mappings
    /// and sequences closed there. A
    /// second document that is not empty is a syntax error.
    /// @param source the text
    /// @param limits the bounds; at the first one that is reached parsing stops
    /// @return the tree, null when there is no document or not even the start of one
    /// could be read, and the problems in
    /// source order
    public static Parsed<@Nullable Node> parse(SourceFile source, ParseLimits limits) {
        return new YamlTree(source, limits).parse();
    }

}
