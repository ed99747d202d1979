package dev.rolewire.syntax.json;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.jspecify.annotations.Nullable;

/// JSON text (RFC 8259, nothing more: no comments, no trailing commas) to a located tree.
public final class JsonParser {

    private JsonParser() {
    }

    /// Parses a whole text; never throws.
    ///
    /// A broken text gives what was read up to the first syntax error, with open objects
    /// and arrays closed there.
    /// @param source the text
    /// @param limits the bounds; at the first one that is reached parsing stops
    /// @return the tree, null when not even the start of a value could be read, and the
    /// problems in source order
    public static Parsed<@Nullable Node> parse(SourceFile source, ParseLimits limits) {
        return new JsonTree(source, source.text(), null, limits).parse();
    }

}
