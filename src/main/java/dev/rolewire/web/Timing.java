package dev.rolewire.web;

import java.util.Locale;

/// How long the parts of one request took, for the `Server-Timing` header (W3C Server Timing).
final class Timing {

    static final String HEADER = "Server-Timing";

    private final long analysisNanos;

    private final long renderStart = System.nanoTime();

    private long renderNanos = -1;

    /// Starts the clock of rendering.
    /// @param analysisNanos how long parsing and analysis took
    Timing(long analysisNanos) {
        this.analysisNanos = analysisNanos;
    }

    /// Stops the clock of rendering.
    void rendered() {
        this.renderNanos = System.nanoTime() - this.renderStart;
    }

    /// Milliseconds with three digits after the point.
    String header() {
        String analysis = "analysis;dur=" + millis(this.analysisNanos);
        return (this.renderNanos < 0) ? analysis : analysis + ", render;dur=" + millis(this.renderNanos);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

}
