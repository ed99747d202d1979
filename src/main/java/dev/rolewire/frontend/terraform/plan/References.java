package dev.rolewire.frontend.terraform.plan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// The references of the configuration's expressions. Each expression is read once, however many instances of its block
/// there are. (By identity: an expression is its place. Only looked up, so order does not matter.)
final class References {

    private final IdentityHashMap<Node, List<String>> ofExpressions = new IdentityHashMap<>();

    private final IdentityHashMap<Node, Set<String>> below = new IdentityHashMap<>();

    private final Map<String, Optional<List<Step>>> steps = new HashMap<>();

    /// The references of an expression, as [Expression#references].
    List<String> of(Place expression) {
        Node node = expression.node();
        return node == null ? List.of()
                : this.ofExpressions.computeIfAbsent(node, (_) -> List.copyOf(Expression.references(expression)));
    }

    /// All references below a node.
    Set<String> below(@Nullable Node node) {
        return node == null ? Set.of() : this.below.computeIfAbsent(node, (_) -> DependencyCollector.references(node));
    }

    /// The steps of a reference, or null when it is no traversal.
    @Nullable List<Step> steps(String reference) {
        return this.steps.computeIfAbsent(reference, (text) -> Optional.ofNullable(Traversal.parse(text))).orElse(null);
    }

}
