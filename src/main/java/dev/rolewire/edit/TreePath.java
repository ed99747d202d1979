package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// A node with the nodes around it.
///
/// @param nodes from the root to the node
/// @param entries for each of them the entry of the mapping around it that it is the value of, or null
record TreePath(List<Node> nodes, List<Mapping.@Nullable Entry> entries) {

    /// Finds the node that covers a span exactly; of several the outermost.
    static @Nullable TreePath of(Node root, Span span) {
        TreePath path = new TreePath(new ArrayList<>(), new ArrayList<>());
        return path.descend(root, null, span) ? path : null;
    }

    private boolean descend(Node node, Mapping.@Nullable Entry entry, Span span) {
        if (node.span().start() > span.start() || node.span().end() < span.end()) {
            return false;
        }
        this.nodes.add(node);
        this.entries.add(entry);
        if (node.span().equals(span) || below(node, span)) {
            return true;
        }
        this.nodes.removeLast();
        this.entries.removeLast();
        return false;
    }

    private boolean below(Node node, Span span) {
        return switch (node) {
            case Scalar _ -> false;
            case Sequence sequence -> sequence.items().stream().anyMatch((item) -> descend(item, null, span));
            case Mapping mapping -> mapping.entries().stream().anyMatch((each) -> descend(each.value(), each, span));
        };
    }

    Node node() {
        return this.nodes.getLast();
    }

    Mapping.@Nullable Entry entry() {
        return this.entries.getLast();
    }

    /// The node around it, or null for the root.
    @Nullable Node parent() {
        return this.nodes.size() < 2 ? null : this.nodes.get(this.nodes.size() - 2);
    }

    /// Whether the node or one around it has a name by which another place of the
    /// document
    /// repeats it.
    boolean isShared(String text) {
        return this.nodes.stream().anyMatch((node) -> isRepeated(text, node));
    }

    private static boolean isRepeated(String text, Node node) {
        String anchor = anchor(text, node.span().start());
        if (anchor == null) {
            return false;
        }
        String alias = "*" + anchor;
        for (int at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
            int end = at + alias.length();
            if (end == text.length() || !isNameCharacter(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /// The name of the anchor that a node starts with, a tag before it or not; or null.
    static @Nullable String anchor(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '!') {
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        if (at >= text.length() || text.charAt(at) != '&') {
            return null;
        }
        int end = at + 1;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    private static boolean isNameCharacter(char c) {
        return !Character.isWhitespace(c) && ",[]{}".indexOf(c) < 0;
    }

}
