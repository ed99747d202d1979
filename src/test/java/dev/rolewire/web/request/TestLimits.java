package dev.rolewire.web.request;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/// Limits with what a test does not care about as usual.
public final class TestLimits {

    private TestLimits() {
    }

    /// Limits of sizes and of the executor.
    public static Limits of(DataSize document, DataSize plan, DataSize request, int files, DataSize memory,
            Duration deadline, int threads, int queue, Duration queueWait) {
        return new Limits(document, plan, request, files, memory, DataSize.ofBytes(0), deadline, threads, queue,
                queueWait, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(10),
                DataSize.ofKilobytes(16));
    }

}
