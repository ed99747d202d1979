package dev.rolewire.syntax.json;

import java.util.function.IntUnaryOperator;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.jspecify.annotations.Nullable;

/// JSON text that stands inside a scalar of another document, as policy documents do.
public final class EmbeddedJson {

    private EmbeddedJson() {
    }

    /// Parses a text so that every span of tree and problems is one of the outer
    /// document; never throws.
    /// @param source the outer document
    /// @param text the JSON text
    /// @param toSource gives for an offset of `text`, its end included, the offset of
    /// `source`; must not decrease (see
    /// [dev.rolewire.syntax.ScalarText])
    /// @param limits the bounds; at the first one that is reached parsing stops
    /// @return as [JsonParser#parse]
    public static Parsed<@Nullable Node> parse(SourceFile source, String text, IntUnaryOperator toSource,
            ParseLimits limits) {
        return new JsonTree(source, text, toSource, limits).parse();
    }

}
