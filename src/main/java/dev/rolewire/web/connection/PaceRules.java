package dev.rolewire.web.connection;

import java.time.Duration;

/// How slow a client may be.
///
/// @param headers from the first byte of a request to the end of its headers
/// @param grace how long a body or an answer may take however slow it is
/// @param bytesPerSecond the rate beyond that
/// @param body the whole body
public record PaceRules(Duration headers, Duration grace, long bytesPerSecond, Duration body) {

    /// Whether so many bytes in so long are too few.
    boolean isTooSlow(long nanos, long bytes) {
        long allowed = this.grace.toNanos() + (long) (bytes * 1e9 / this.bytesPerSecond);
        return nanos > allowed;
    }

}
