package dev.rolewire.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// A JSON object or YAML mapping. Duplicate keys are kept.
public final class Mapping implements Node {

    private static final int INDEX_FROM = 17;

    private final List<Entry> entries;

    private final Span span;

    private final @Nullable String tag;

    private @Nullable Map<String, Entry> index;

    private Mapping(List<Entry> entries, Span span, @Nullable String tag) {
        this.entries = entries;
        this.span = span;
        this.tag = tag;
    }

    /// Makes a mapping that takes over `entries`.
    public static Mapping of(List<Entry> entries, Span span, @Nullable String tag) {
        return new Mapping(entries, span, tag);
    }

    /// One key with its value.
    ///
    /// @param key the key; a YAML key that is no scalar is kept as its source text
    /// @param value the value
    public record Entry(Scalar key, Node value) {

        public String name() {
            return this.key.text();
        }

    }

    /// All entries in source order, duplicates included.
    public List<Entry> entries() {
        return this.entries;
    }

    /// The entry of a key, the last one when the key is written twice (what JSON and YAML
    /// readers keep), or null.
    public @Nullable Entry entry(String key) {
        if (this.entries.size() < INDEX_FROM) {
            for (int i = this.entries.size() - 1; i >= 0; i--) {
                if (this.entries.get(i).name().equals(key)) {
                    return this.entries.get(i);
                }
            }
            return null;
        }
        Map<String, Entry> known = this.index;
        if (known == null) {
            known = HashMap.newHashMap(this.entries.size());
            for (Entry entry : this.entries) {
                known.put(entry.name(), entry);
            }
            this.index = known;
        }
        return known.get(key);
    }

    /// The value of a key, or null.
    public @Nullable Node get(String key) {
        Entry entry = entry(key);
        return entry == null ? null : entry.value();
    }

    @Override
    public Span span() {
        return this.span;
    }

    @Override
    public @Nullable String tag() {
        return this.tag;
    }

}
