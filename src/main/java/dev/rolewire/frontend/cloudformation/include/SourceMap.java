package dev.rolewire.frontend.cloudformation.include;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Tells in which file a node of a template stands that is put together of several.
///
/// The offsets of an included file are moved behind those of all files before it, so that a span alone says where it
/// belongs. For one thread.
public final class SourceMap {

    private final SourceFile main;

    private final List<Part> parts = new ArrayList<>();

    private int end;

    /// Starts with the template itself, whose offsets stay as they are.
    public SourceMap(SourceFile main) {
        this.main = main;
    }

    /// One inclusion.
    ///
    /// @param base how far its offsets are moved
    /// @param depth how many tokens the pointers of the template have before those of the
    /// file
    private record Part(SourceFile source, int base, int depth) {

    }

    /// Adds a file.
    /// @param depth how deep in the template its content is put
    /// @return the tree with moved offsets
    public Mapping add(SourceFile source, Mapping tree, int depth) {
        if (this.parts.isEmpty()) {
            this.end = this.main.text().length() + 1;
        }
        int base = this.end;
        this.parts.add(new Part(source, base, depth));
        this.end = base + source.text().length() + 1;
        return moved(tree, base);
    }

    /// Where a node is written: its file, its place there and its path from that file's
    /// root.
    /// @param pointer its path from the root of the template
    public Origin origin(Span span, Pointer pointer) {
        Part part = part(span);
        return part == null ? new Origin(this.main, span, pointer)
                : new Origin(part.source(), moved(span, -part.base()), below(pointer, part.depth()));
    }

    /// The file that a node stands in.
    public SourceFile source(Node node) {
        Part part = part(node.span());
        return part == null ? this.main : part.source();
    }

    /// A scalar as it stands in its file.
    public Scalar local(Scalar scalar) {
        Part part = part(scalar.span());
        return part == null ? scalar : moved(scalar, -part.base());
    }

    private @Nullable Part part(Span span) {
        if (this.parts.isEmpty() || span.start() < this.parts.getFirst().base()) {
            return null;
        }
        int low = 0;
        int high = this.parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (this.parts.get(middle).base() <= span.start()) {
                low = middle;
            }
            else {
                high = middle - 1;
            }
        }
        return this.parts.get(low);
    }

    private static Pointer below(Pointer pointer, int depth) {
        List<String> tokens = new ArrayList<>();
        for (Pointer at = pointer; at.parent() != null; at = at.parent()) {
            tokens.add(at.token());
        }
        Pointer result = Pointer.ROOT;
        for (int i = tokens.size() - 1 - depth; i >= 0; i--) {
            result = result.child(tokens.get(i));
        }
        return result;
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }

    private static Scalar moved(Scalar scalar, int by) {
        return new Scalar(scalar.text(), scalar.kind(), scalar.style(), moved(scalar.span(), by), scalar.tag());
    }

    private static Mapping moved(Mapping mapping, int by) {
        List<Mapping.Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Mapping.Entry entry : mapping.entries()) {
            entries.add(new Mapping.Entry(moved(entry.key(), by), moved(entry.value(), by)));
        }
        return Mapping.of(entries, moved(mapping.span(), by), mapping.tag());
    }

    private static Node moved(Node node, int by) {
        return switch (node) {
            case Scalar scalar -> moved(scalar, by);
            case Mapping mapping -> moved(mapping, by);
            case Sequence sequence -> {
                List<Node> items = new ArrayList<>(sequence.items().size());
                for (Node item : sequence.items()) {
                    items.add(moved(item, by));
                }
                yield new Sequence(items, moved(sequence.span(), by), sequence.tag());
            }
        };
    }

}
