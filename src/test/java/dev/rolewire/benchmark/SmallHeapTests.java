package dev.rolewire.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A plan that is much larger than the heap is judged: the real thing, in a virtual machine of its own.
class SmallHeapTests {

    private static final int SERVICES = 1_300;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aLargePlanIsJudgedInASmallHeap() throws IOException, InterruptedException {
        Path plan = this.directory.resolve("plan.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plan), 1 << 20)) {
            LargePlan.write(out, SERVICES);
        }
        assertThat(Files.size(plan)).isGreaterThan(30_000_000);
        Path log = this.directory.resolve("log");
        Process judge = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx72m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                JudgeFile.class.getName(), plan.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
        int status = judge.waitFor();
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).contains(SERVICES * LargePlan.WIRED + " slots wired");
        assertThat(status).isZero();
    }

}
