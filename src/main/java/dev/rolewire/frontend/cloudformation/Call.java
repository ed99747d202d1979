package dev.rolewire.frontend.cloudformation;

import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// An intrinsic function with its argument, in either form: `{"Fn::Join": [...]}` or `!Join [...]`.
///
/// A directive of Rain, AWS's preprocessor of templates, is a call as well; nothing is known of what it makes.
///
/// @param name `Ref`, `Condition`, or the name with `Fn::`
/// @param argument the argument, without the tag
/// @param node the whole call, for its span
/// @param key the key of the long form, null for the short one
record Call(String name, Node argument, Node node, @Nullable String key) {

    static final String LOOP = "Fn::ForEach::";

    static final String TRANSFORM = "Fn::Transform";

    /// Reads a node as a call, or gives null when it is none.
    static @Nullable Call of(Node node) {
        String tag = node.tag();
        if (tag != null && isFunctionTag(tag)) {
            String name = tag.substring(1);
            boolean whole = name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::")
                    || name.startsWith("Rain");
            return new Call(whole ? name : "Fn::" + name, untagged(node), node, null);
        }
        if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
            Mapping.Entry only = mapping.entries().getFirst();
            String key = only.name();
            boolean function = isLong(key) && !key.startsWith(LOOP);
            if (function || key.equals("Ref") || key.startsWith("Rain::")) {
                return new Call(key, only.value(), node, key);
            }
        }
        return null;
    }

    /// Whether a key is the name of a function in its long form; asked of every key.
    static boolean isLong(String key) {
        return !key.isEmpty() && key.charAt(0) == 'F' && key.startsWith("Fn::");
    }

    /// Reads a node of a condition as a call; there `{"Condition": name}` is one too.
    static @Nullable Call ofCondition(Node node) {
        Call call = of(node);
        if (call == null && node instanceof Mapping mapping && mapping.entries().size() == 1
                && mapping.entries().getFirst().name().equals("Condition")) {
            return new Call("Condition", mapping.entries().getFirst().value(), node, "Condition");
        }
        return call;
    }

    /// Whether a node is `{"Condition": name}`.
    static boolean isCondition(Node node) {
        Call call = ofCondition(node);
        return call != null && call.name().equals("Condition");
    }

    private static boolean isFunctionTag(String tag) {
        return tag.length() > 1 && tag.charAt(0) == '!' && tag.charAt(1) != '!' && tag.charAt(1) != '<';
    }

    private static Node untagged(Node node) {
        return switch (node) {
            case Scalar scalar -> new Scalar(scalar.text(), scalar.kind(), scalar.style(), scalar.span(), null);
            case Sequence sequence -> new Sequence(sequence.items(), sequence.span(), null);
            case Mapping mapping -> Mapping.of(mapping.entries(), mapping.span(), null);
        };
    }

    /// Whether it is a function of CloudFormation or may be one, and not a preprocessor's
    /// directive.
    boolean isFunction() {
        return !this.name.startsWith("Rain");
    }

    /// Where the argument stands.
    Site argumentSite(Site site) {
        return this.key == null ? site : site.argument(this.key);
    }

    /// The arguments when they are a list of at least `least` items, else null.
    @Nullable List<Node> arguments(int least) {
        return this.argument instanceof Sequence sequence && Call.of(sequence) == null
                && sequence.items().size() >= least ? sequence.items() : null;
    }

}
