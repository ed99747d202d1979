package dev.rolewire.analysis.suppression;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// The scalars of a YAML document that may hold a `#`.
final class ScalarSpans {

    /// The ends by the starts; scalars do not overlap.
    private final NavigableMap<Integer, Integer> spans = new TreeMap<>();

    private ScalarSpans() {
    }

    static ScalarSpans of(String text, Node tree) {
        ScalarSpans scalars = new ScalarSpans();
        visit(tree, (node) -> {
            if (node instanceof Scalar scalar && scalar.span().length() > 1) {
                Span span = content(text, scalar);
                scalars.spans.put(span.start(), span.end());
            }
        });
        return scalars;
    }

    /// What follows the bar of a block scalar in its line may be a comment.
    private static Span content(String text, Scalar scalar) {
        Span span = scalar.span();
        return switch (scalar.style()) {
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> span;
            case LITERAL, FOLDED -> {
                int first = CommentedLines.endOfLine(text, span.start());
                yield new Span(Math.min(first, span.end()), span.end());
            }
        };
    }

    /// Whether a place is within a scalar.
    boolean hold(int offset) {
        Map.Entry<Integer, Integer> before = this.spans.lowerEntry(offset);
        return before != null && offset < before.getValue();
    }

    /// Visits all nodes once: what an alias stands for is visited where it is written.
    static void visit(Node tree, Consumer<Node> visitor) {
        visit(tree, visitor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void visit(Node node, Consumer<Node> visitor, Set<Node> known) {
        if (!known.add(node)) {
            return;
        }
        visitor.accept(node);
        switch (node) {
            case Scalar _ -> {
            }
            case Mapping mapping -> mapping.entries().forEach((entry) -> {
                visit(entry.key(), visitor, known);
                visit(entry.value(), visitor, known);
            });
            case Sequence sequence -> sequence.items().forEach((item) -> visit(item, visitor, known));
        }
    }

}
