package dev.rolewire.web.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs flaws of the service: where, never with which message, since a message may quote the document.
final class FailureLog {

    private static final Logger LOGGER = LoggerFactory.getLogger("dev.rolewire.failure");

    private static final int FRAMES = 12;

    void write(Throwable failure) {
        StringBuilder trail = new StringBuilder();
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes < 5; cause = cause.getCause()) {
            trail.append(causes == 0 ? "" : " caused by ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trail.append("\n    at ").append(frames[i]);
            }
            causes++;
        }
        LOGGER.error("a request met a flaw: {}", trail);
    }

}
