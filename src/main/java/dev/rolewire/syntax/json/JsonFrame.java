package dev.rolewire.syntax.json;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// An object or array that is not closed yet.
final class JsonFrame {

    private final int start;

    private final @Nullable DuplicateKeys keys;

    private final List<Mapping.Entry> entries;

    private final List<Node> items;

    private @Nullable Scalar key;

    JsonFrame(int start, boolean object) {
        this.start = start;
        this.keys = object ? new DuplicateKeys() : null;
        this.entries = object ? new ArrayList<>() : List.of();
        this.items = object ? List.of() : new ArrayList<>();
    }

    /// The offset of its opening bracket in the JSON text.
    int start() {
        return this.start;
    }

    /// Takes a key.
    /// @return false when the object has it already
    boolean takeKey(Scalar taken) {
        this.key = taken;
        return this.keys == null || this.keys.add(taken.text());
    }

    /// Takes an item, or the value of the last key.
    void takeValue(Node value) {
        if (this.keys == null) {
            this.items.add(value);
        }
        else if (this.key != null) {
            this.entries.add(new Mapping.Entry(this.key, value));
            this.key = null;
        }
    }

    Node close(Span span) {
        return this.keys == null ? new Sequence(this.items, span, null) : Mapping.of(this.entries, span, null);
    }

    /// What has to come next.
    JsonFault.Expected expected() {
        if (this.keys == null) {
            return this.items.isEmpty() ? JsonFault.Expected.FIRST_ITEM : JsonFault.Expected.NEXT_ITEM;
        }
        if (this.key != null) {
            return JsonFault.Expected.COLON;
        }
        return this.entries.isEmpty() ? JsonFault.Expected.FIRST_KEY : JsonFault.Expected.NEXT_KEY;
    }

}
