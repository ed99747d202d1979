package dev.rolewire.finding;

/// SARIF levels, most severe first.
public enum Severity {

    ERROR("error"), WARNING("warning"), NOTE("note");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /// The word in reports.
    public String id() {
        return this.id;
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

}
