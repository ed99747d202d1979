package dev.rolewire.edit;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Name;
import org.jspecify.annotations.Nullable;

/// Finds the names of arguments.
final class ConfigurationNames {

    private ConfigurationNames() {
    }

    /// The name of the argument that a value is the whole of; null when there is none.
    static @Nullable Name ofValue(Body body, Span value) {
        for (Body.Item item : body.items()) {
            if (Expressions.covers(item.span(), value)) {
                return switch (item) {
                    case Body.Attribute attribute -> attribute.value().span().equals(value) ? attribute.name() : null;
                    case Body.Block block -> ofValue(block.body(), value);
                };
            }
        }
        return null;
    }

}
