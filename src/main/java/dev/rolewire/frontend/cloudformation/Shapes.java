package dev.rolewire.frontend.cloudformation;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// What a node is, in words for messages.
final class Shapes {

    private Shapes() {
    }

    static String describe(Node node) {
        Call call = Call.of(node);
        if (call != null) {
            return "the function `" + call.name() + "`";
        }
        return switch (node) {
            case Mapping _ -> "a map";
            case Sequence _ -> "a list";
            case Scalar scalar -> switch (scalar.kind()) {
                case STRING -> "a text";
                case NUMBER -> "a number";
                case BOOLEAN -> "a boolean";
                case NULL -> "null";
            };
        };
    }

}
