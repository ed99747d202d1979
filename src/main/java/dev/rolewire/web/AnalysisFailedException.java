package dev.rolewire.web;

import org.jspecify.annotations.Nullable;

/// A flaw of the core: its cause tells where.
final class AnalysisFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnalysisFailedException(@Nullable Throwable cause) {
        super("the analysis failed", cause);
    }

}
