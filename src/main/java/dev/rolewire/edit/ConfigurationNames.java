package dev.rolewire.edit;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Name;
import org.jspecify.annotations.Nullable;

/// Finds the names of arguments.
final class ConfigurationNames {

    private ConfigurationNames() {
    }

    /// The name of the argument or of the field of an object that a value is the whole
    /// of.
    /// @return null when there is none
    static @Nullable Name ofValue(Body body, Span value) {
        for (Body.Item item : body.items()) {
            if (Expressions.covers(item.span(), value)) {
                return switch (item) {
                    case Body.Attribute attribute ->
                        attribute.value().span().equals(value) ? attribute.name() : ofField(attribute.value(), value);
                    case Body.Block block -> ofValue(block.body(), value);
                };
            }
        }
        return null;
    }

    private static @Nullable Name ofField(Expression expression, Span value) {
        if (expression instanceof Expression.ObjectLiteral object) {
            for (Expression.ObjectItem item : object.items()) {
                String name = item.value().span().equals(value) ? item.key().constant() : null;
                if (name != null) {
                    return new Name(name, item.key().span());
                }
            }
        }
        for (Expression child : Expressions.children(expression)) {
            Name found = Expressions.covers(child.span(), value) ? ofField(child, value) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

}
