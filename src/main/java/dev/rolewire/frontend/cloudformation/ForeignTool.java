package dev.rolewire.frontend.cloudformation;

import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// The first sign in a document that a tool makes a template of it, so that it is none yet: a directive of Rain, a tag
/// that is not written like a function of CloudFormation, a parameter type of modules.
///
/// @param node where
/// @param what the sign, for messages
/// @param values whether the tool only puts a value there, and leaves the rest of the document alone
record ForeignTool(Node node, String what, boolean values) {

    /// Directives of Rain that stand for a value (Rain's README, "Packaging").
    private static final List<String> VALUES = List.of("Rain::Embed", "Rain::Include", "Rain::Env", "Rain::S3",
            "Rain::S3Http", "Rain::Constant");

    /// Types that modules and other tools know and CloudFormation does not.
    private static final List<String> TYPES = List.of("Boolean", "Integer", "Object", "Map", "List", "Array");

    /// Finds the first sign, or gives null when there is none.
    static @Nullable ForeignTool find(Mapping root) {
        ForeignTool type = root.get("Parameters") instanceof Mapping parameters ? type(parameters) : null;
        if (type != null) {
            return type;
        }
        ForeignTool other = directive(root, false);
        return other != null ? other : directive(root, true);
    }

    private static @Nullable ForeignTool type(Mapping parameters) {
        for (Mapping.Entry entry : parameters.entries()) {
            if (entry.value() instanceof Mapping body && body.get("Type") instanceof Scalar type
                    && TYPES.contains(type.text())) {
                return new ForeignTool(type, "parameter `" + entry.name() + "` has the type `" + type.text() + "`",
                        false);
            }
        }
        return null;
    }

    private static @Nullable ForeignTool directive(Node node, boolean values) {
        Call call = Call.of(node);
        if (call != null && isForeign(call) && VALUES.contains(call.name()) == values) {
            return new ForeignTool(node, "`" + (call.key() == null ? node.tag() : call.key()) + "` stands in it",
                    values);
        }
        return switch (node) {
            case Scalar _ -> null;
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    ForeignTool found = directive(item, values);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    ForeignTool found = directive(entry.value(), values);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
        };
    }

    private static boolean isForeign(Call call) {
        return !call.isFunction() || (call.key() == null && Signature.of(call.name()) == null
                && Signature.nearest(call.name()) == null && isOfAnotherTool(call.name()));
    }

    /// Whether a tag is not written like a function of CloudFormation: `!include`,
    /// `!My::Tool`.
    private static boolean isOfAnotherTool(String name) {
        String plain = name.startsWith("Fn::") ? name.substring("Fn::".length()) : name;
        return plain.contains("::") || (!plain.isEmpty() && Character.isLowerCase(plain.charAt(0)));
    }

}
