package dev.rolewire.syntax;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The keys that a mapping under construction has so far. Small mappings, nearly all, need no hash table.
public final class DuplicateKeys {

    private static final int SMALL = 8;

    private static final String[] NONE = {};

    private String[] few = NONE;

    private int count;

    private @Nullable Set<String> many;

    /// Adds a key.
    /// @return false when the mapping has it already
    public boolean add(String key) {
        if (this.many != null) {
            return this.many.add(key);
        }
        for (int i = 0; i < this.count; i++) {
            if (this.few[i].equals(key)) {
                return false;
            }
        }
        if (this.count < SMALL) {
            if (this.count == this.few.length) {
                this.few = Arrays.copyOf(this.few, this.count == 0 ? 2 : SMALL);
            }
            this.few[this.count++] = key;
            return true;
        }
        Set<String> all = new HashSet<>();
        for (String known : this.few) {
            all.add(known);
        }
        this.many = all;
        return all.add(key);
    }

    /// Whether the mapping has a key.
    public boolean contains(String key) {
        if (this.many != null) {
            return this.many.contains(key);
        }
        for (int i = 0; i < this.count; i++) {
            if (this.few[i].equals(key)) {
                return true;
            }
        }
        return false;
    }

}
