package dev.rolewire.frontend.cloudformation;

/// The resource whose properties are being lowered. One object per resource and lowering.
final class Subject {

    private final String address;

    private final String type;

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

    /// Notes that a macro may add to the properties.
    void markRewritten() {
        this.rewritten = true;
    }

    boolean isRewritten() {
        return this.rewritten;
    }

}
