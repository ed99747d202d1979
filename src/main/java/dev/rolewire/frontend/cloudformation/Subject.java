package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The resource whose properties are being lowered. One object per resource and lowering.
final class Subject {

    private final String address;

    private final String type;

    private final SequencedSet<String> dependencies = new LinkedHashSet<>();

    private boolean rewritten;

    Subject(String address, String type) {
        this.address = address;
        this.type = type;
    }

    String address() {
        return this.address;
    }

    String type() {
        return this.type;
    }

    /// Notes that it is made after a resource whose address need not stand in its
    /// values.
    void dependOn(String other) {
        this.dependencies.add(other);
    }

    SequencedSet<String> dependencies() {
        return this.dependencies;
    }

    /// Notes that a macro may add to the properties.
    void markRewritten() {
        this.rewritten = true;
    }

    boolean isRewritten() {
        return this.rewritten;
    }

}
