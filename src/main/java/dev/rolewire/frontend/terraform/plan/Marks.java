package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Reads the trees that mark unknown and sensitive values: they have the shape of the values, with `true` in places.
final class Marks {

    private Marks() {
    }

    static boolean isTrue(@Nullable Node marks) {
        return marks instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN && scalar.text().equals("true");
    }

    /// The marks of a part; what is marked as a whole is so in each part.
    static @Nullable Node get(@Nullable Node marks, String key) {
        return marks instanceof Mapping mapping ? mapping.get(key) : isTrue(marks) ? marks : null;
    }

    static @Nullable Node item(@Nullable Node marks, int index) {
        if (isTrue(marks)) {
            return marks;
        }
        List<Node> items = items(marks);
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }

    /// What a traversal step leads to, as [Place#step] does.
    static @Nullable Node step(@Nullable Node marks, Step step) {
        return switch (marks) {
            case Mapping mapping -> mapping.get(step.text());
            case Sequence sequence when step.kind() == Step.Kind.NUMBER -> {
                int index = step.asIndex();
                yield index >= 0 && index < sequence.items().size() ? sequence.items().get(index) : null;
            }
            case Sequence _, Scalar _ -> null;
            case null -> null;
        };
    }

    /// Whether some place is `true`.
    static boolean isAny(@Nullable Node marks) {
        return (marks instanceof Scalar || marks == null) ? isTrue(marks) : count(marks) > 0;
    }

    static List<Node> items(@Nullable Node marks) {
        return marks instanceof Sequence sequence ? sequence.items() : List.of();
    }

    static List<Mapping.Entry> entries(@Nullable Node marks) {
        return marks instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    /// How many places are `true`.
    static int count(@Nullable Node marks) {
        if (marks == null || marks instanceof Scalar) {
            return isTrue(marks) ? 1 : 0;
        }
        int count = 0;
        Deque<Node> open = new ArrayDeque<>();
        open.push(marks);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Scalar scalar -> count += isTrue(scalar) ? 1 : 0;
                case Sequence sequence -> sequence.items().forEach(open::push);
                case Mapping mapping -> mapping.entries().forEach((entry) -> open.push(entry.value()));
            }
        }
        return count;
    }

}
