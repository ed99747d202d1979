package dev.rolewire.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Views of syntax trees for tests.
public final class Trees {

    private Trees() {
    }

    /// A tree on one line: scalars quoted by their kind, tags as written.
    public static String show(@Nullable Node node) {
        if (node == null) {
            return "nothing";
        }
        String tag = node.tag() == null ? "" : node.tag() + " ";
        return tag + switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Mapping mapping -> mapping(mapping);
            case Sequence sequence ->
                "[" + String.join(", ", sequence.items().stream().map(Trees::show).toList()) + "]";
        };
    }

    private static String scalar(Scalar scalar) {
        String text = scalar.text().replace("\\", "\\\\").replace("\n", "\\n");
        return scalar.kind() == Scalar.Kind.STRING ? "'" + text + "'" : text;
    }

    private static String mapping(Mapping mapping) {
        return "{"
                + String.join(", ",
                        mapping.entries().stream().map((entry) -> entry.name() + ": " + show(entry.value())).toList())
                + "}";
    }

    /// The source text of every node and key, parents first.
    public static List<String> slices(SourceFile source, @Nullable Node node) {
        List<String> slices = new ArrayList<>();
        forEach(node, (each) -> slices.add(source.textAt(each.span())));
        return slices;
    }

    /// Visits every node and key, parents first.
    public static void forEach(@Nullable Node node, Consumer<Node> visitor) {
        if (node == null) {
            return;
        }
        visitor.accept(node);
        switch (node) {
            case Scalar _ -> {
            }
            case Mapping mapping -> mapping.entries().forEach((entry) -> {
                visitor.accept(entry.key());
                forEach(entry.value(), visitor);
            });
            case Sequence sequence -> sequence.items().forEach((item) -> forEach(item, visitor));
        }
    }

    /// Each problem as `KIND line:column-line:column message`.
    public static List<String> problems(SourceFile source, Parsed<@Nullable Node> parsed) {
        return parsed.problems().stream().map((problem) -> {
            Span span = problem.span();
            var start = source.lines().position(span.start());
            var end = source.lines().position(span.end());
            return problem.kind() + " " + start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column()
                    + " " + problem.message();
        }).toList();
    }

}
