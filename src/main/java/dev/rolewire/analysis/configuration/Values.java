package dev.rolewire.analysis.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.rule.Nearest;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Takes a tree apart by the shapes that are expected, and collects what is of another shape.
final class Values {

    private final SourceFile source;

    private final List<ModelProblem> problems = new ArrayList<>();

    Values(SourceFile source) {
        this.source = source;
    }

    /// Takes one value.
    interface Reader {

        void read(Node node, Pointer at);

    }

    /// Takes one entry of a mapping with any keys.
    interface EntryReader {

        void read(Mapping.Entry entry, Pointer at);

    }

    /// Reads a mapping with known keys.
    /// @param elsewhere keys that exist, but not here
    /// @return whether it is one
    boolean members(Node node, Pointer at, SequencedMap<String, Reader> readers, List<String> elsewhere) {
        return entries(node, at, (entry, below) -> {
            Reader reader = readers.get(entry.name());
            if (reader != null) {
                reader.read(entry.value(), below);
            }
            else {
                unknown(entry, below, List.copyOf(readers.sequencedKeySet()), elsewhere);
            }
        });
    }

    private void unknown(Mapping.Entry entry, Pointer at, List<String> known, List<String> elsewhere) {
        List<String> nearest = Nearest.to(entry.name(), known);
        String hint = elsewhere.contains(entry.name()) ? "it is an option of the request alone" : nearest.isEmpty()
                ? "the keys are " + String.join(", ", known) : "did you mean `" + nearest.getFirst() + "`?";
        malformed("`" + entry.name() + "` is not known here; " + hint, at, entry.key().span());
    }

    /// Reads a mapping with any keys. One that is left empty (`rules:`) says nothing.
    /// @return whether it is one
    boolean entries(Node node, Pointer at, EntryReader reader) {
        switch (node) {
            case Mapping mapping when mapping.tag() == null ->
                mapping.entries().forEach((entry) -> reader.read(entry, at.child(entry.name())));
            case Scalar scalar when scalar.isNull() && scalar.tag() == null -> {
            }
            case Mapping _, Scalar _, Sequence _ -> {
                malformed(name(at) + " takes a mapping", at, node.span());
                return false;
            }
        }
        return true;
    }

    /// Reads a list.
    void list(Node node, Pointer at, Reader reader) {
        switch (node) {
            case Sequence sequence when sequence.tag() == null -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    reader.read(sequence.items().get(i), at.child(i));
                }
            }
            case Scalar scalar when scalar.isNull() && scalar.tag() == null -> {
            }
            case Mapping _, Scalar _, Sequence _ -> malformed(name(at) + " takes a list", at, node.span());
        }
    }

    /// Reads a text; numbers and booleans are taken as they are written.
    Optional<String> text(Node node, Pointer at) {
        if (node instanceof Scalar scalar && scalar.tag() == null && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        malformed(name(at) + " takes a text", at, node.span());
        return Optional.empty();
    }

    private static String name(Pointer at) {
        return at.parent() == null ? "the configuration" : "`" + at.toString().substring(1).replace('/', '.') + "`";
    }

    void malformed(String message, Pointer at, Span span) {
        this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.CONFIGURATION, message, origin(at, span)));
    }

    void doubtful(String message, Pointer at, Span span) {
        this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.DOUBTFUL_CONFIGURATION, message, origin(at, span)));
    }

    Origin origin(Pointer at, Span span) {
        return new Origin(this.source, span, at);
    }

    List<ModelProblem> problems() {
        return List.copyOf(this.problems);
    }

}
