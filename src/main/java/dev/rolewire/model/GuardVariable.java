package dev.rolewire.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One free choice of a document: a parameter, a place of deployment, a condition that cannot be evaluated.
public final class GuardVariable {

    final int index;

    private final String name;

    private final GuardSpace.Kind kind;

    final List<String> values;

    final Map<String, Integer> positions = new HashMap<>();

    private final int declared;

    final boolean closed;

    final @Nullable String defaultValue;

    GuardVariable(int index, String name, GuardSpace.Kind kind, List<String> values, boolean closed,
            @Nullable String defaultValue) {
        this.index = index;
        this.name = name;
        this.kind = kind;
        this.values = new ArrayList<>(new LinkedHashSet<>(values));
        for (int i = 0; i < this.values.size(); i++) {
            this.positions.put(this.values.get(i), i);
        }
        this.declared = this.values.size();
        this.closed = closed;
        this.defaultValue = defaultValue;
    }

    public String name() {
        return this.name;
    }

    public GuardSpace.Kind kind() {
        return this.kind;
    }

    /// The values known so far: the declared ones first, then those it was compared
    /// with.
    public List<String> values() {
        return List.copyOf(this.values);
    }

    /// Whether it can take no other than its declared values.
    public boolean closed() {
        return this.closed;
    }

    public @Nullable String defaultValue() {
        return this.defaultValue;
    }

    boolean isDeclared(String value) {
        int index = this.positions.getOrDefault(value, -1);
        return index >= 0 && index < this.declared;
    }

    /// Whether it can take a value at all.
    boolean admits(String value) {
        return !this.closed || this.values.contains(value);
    }

}
