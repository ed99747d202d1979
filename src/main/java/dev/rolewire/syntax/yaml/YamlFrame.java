package dev.rolewire.syntax.yaml;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// A mapping or sequence that is not closed yet.
final class YamlFrame {

    private static final String MERGE = "<<";

    private final int start;

    private final boolean flow;

    private final @Nullable String tag;

    private final @Nullable String anchor;

    /// How many nodes the tree had before this one.
    private final int nodesBefore;

    private final @Nullable DuplicateKeys keys;

    private final List<Mapping.Entry> entries = new ArrayList<>();

    private final List<Node> items = new ArrayList<>();

    private boolean merging;

    private @Nullable Scalar key;

    private int height = 1;

    YamlFrame(int start, boolean flow, boolean mapping, @Nullable String tag, @Nullable String anchor,
            int nodesBefore) {
        this.start = start;
        this.flow = flow;
        this.keys = mapping ? new DuplicateKeys() : null;
        this.tag = tag;
        this.anchor = anchor;
        this.nodesBefore = nodesBefore;
    }

    int start() {
        return this.start;
    }

    boolean isFlow() {
        return this.flow;
    }

    @Nullable String anchor() {
        return this.anchor;
    }

    int nodesBefore() {
        return this.nodesBefore;
    }

    /// How many levels of mappings and sequences this one has so far, itself included.
    int height() {
        return this.height;
    }

    boolean expectsKey() {
        return this.keys != null && this.key == null;
    }

    /// Takes a key.
    /// @return false when the mapping has it already
    boolean takeKey(Scalar taken) {
        this.key = taken;
        return this.keys == null || isMerge(taken) || this.keys.add(taken.text());
    }

    /// Takes an item, or the value of the last key.
    /// @return the entry when it is a merge
    Mapping.@Nullable Entry takeValue(Node value, int valueHeight) {
        this.height = Math.max(this.height, valueHeight + 1);
        Scalar taken = this.key;
        if (taken == null) {
            this.items.add(value);
            return null;
        }
        this.key = null;
        Mapping.Entry entry = new Mapping.Entry(taken, value);
        this.entries.add(entry);
        if (!isMerge(taken)) {
            return null;
        }
        this.merging = true;
        return entry;
    }

    Node close(int end) {
        Span span = new Span(this.start, Math.max(this.start, end));
        if (this.keys == null) {
            return new Sequence(this.items, span, this.tag);
        }
        return Mapping.of(this.merging ? merged(this.keys) : this.entries, span, this.tag);
    }

    /// The mappings that a merge key brings in: none when its value is no mapping and no
    /// list of mappings.
    static List<Mapping> sources(Node value) {
        return switch (value) {
            case Mapping mapping -> List.of(mapping);
            case Scalar _ -> List.of();
            case Sequence sequence -> {
                List<Mapping> mappings = new ArrayList<>();
                for (Node item : sequence.items()) {
                    if (!(item instanceof Mapping mapping)) {
                        yield List.of();
                    }
                    mappings.add(mapping);
                }
                yield mappings;
            }
        };
    }

    private static boolean isMerge(Scalar key) {
        return key.style() == Scalar.Style.PLAIN && key.tag() == null && key.text().equals(MERGE);
    }

    /// The entries with each merge replaced by what it brings in: the mapping's own keys
    /// win, then the earlier merge.
    private List<Mapping.Entry> merged(DuplicateKeys own) {
        List<Mapping.Entry> all = new ArrayList<>();
        for (Mapping.Entry entry : this.entries) {
            List<Mapping> sources = isMerge(entry.key()) ? sources(entry.value()) : List.of();
            if (sources.isEmpty()) {
                all.add(entry);
                continue;
            }
            for (Mapping source : sources) {
                for (Mapping.Entry brought : source.entries()) {
                    if (source.entry(brought.name()) == brought && own.add(brought.name())) {
                        all.add(brought);
                    }
                }
            }
        }
        return all;
    }

}
