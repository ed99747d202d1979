package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Reads the trees of `true` that mark unknown and sensitive values.
final class Unknowns {

    private Unknowns() {
    }

    /// How many places of a marking tree are `true`.
    static int count(Place marks) {
        if (marks.node() == null) {
            return 0;
        }
        int count = 0;
        Deque<Node> open = new ArrayDeque<>();
        open.push(marks.node());
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Scalar scalar ->
                    count += scalar.kind() == Scalar.Kind.BOOLEAN && scalar.text().equals("true") ? 1 : 0;
                case Sequence sequence -> sequence.items().forEach(open::push);
                case Mapping mapping -> mapping.entries().forEach((entry) -> open.push(entry.value()));
            }
        }
        return count;
    }

}
