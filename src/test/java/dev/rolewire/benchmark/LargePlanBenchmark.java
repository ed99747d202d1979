package dev.rolewire.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.catalog.Catalogs;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Judges generated plans of 1 to 370 MB from a file, and compares with merely tokenising the same file. To be run in a
/// virtual machine with the heap that is to be shown: `java -Xmx256m ... LargePlanBenchmark`; arguments: the numbers of
/// services, 20 resources and 37 kB each.
///
/// What is compared is the processor time of the whole virtual machine, with the collection of garbage: on a busy machine
/// the time that passes says little. Each is the best of three.
public final class LargePlanBenchmark {

    private static final List<Integer> SERVICES = List.of(28, 82, 273, 818, 2_726, 8_177, 10_000);

    private static final int RUNS = 3;

    private static final int WARM_UPS = 5;

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
        .getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path file;

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    private int wired;

    private LargePlanBenchmark(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.chars().allMatch(Character::isDigit)) {
                sizes.add(Integer.valueOf(argument));
            }
        }
        PrintStream out = new PrintStream(System.out, true);
        out.printf(Locale.ROOT, "%nheap: %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
        out.println("| resources | size | tokenise | judge | judge / tokenise | passed | peak heap | slots wired |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < WARM_UPS; i++) {
            measure(SERVICES.get(2));
        }
        for (int services : sizes.isEmpty() ? SERVICES : sizes) {
            out.println(measure(services));
        }
    }

    private static String measure(int services) throws IOException {
        Path file = Files.createTempFile("large", ".json");
        try {
            try (OutputStream plan = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                LargePlan.write(plan, services);
            }
            return new LargePlanBenchmark(file).row(services);
        }
        finally {
            Files.delete(file);
        }
    }

    private interface Work {

        void run() throws IOException;

    }

    private String row(int services) throws IOException {
        long tokenise = best(this::tokenise);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long judge = best(this::judge);
        long passed = (System.nanoTime() - start) / RUNS;
        return String.format(Locale.ROOT, "| %,d | %.1f MB | %.0f ms | %.0f ms | %.2f | %.0f ms | %d MB | %,d |",
                services * LargePlan.RESOURCES, Files.size(this.file) / 1e6, tokenise / 1e6, judge / 1e6,
                (double) judge / tokenise, passed / 1e6, peak() >> 20, this.wired);
    }

    /// The least processor time, in nanoseconds.
    private static long best(Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            System.gc();
            long start = SYSTEM.getProcessCpuTime();
            work.run();
            best = Math.min(best, SYSTEM.getProcessCpuTime() - start);
        }
        return best;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans()
            .stream()
            .filter((pool) -> pool.getType() == MemoryType.HEAP)
            .mapToLong((pool) -> pool.getPeakUsage().getUsed())
            .sum();
    }

    private void judge() throws IOException {
        this.wired = JudgeFile.judge(this.analyzer, this.file);
    }

    private void tokenise() throws IOException {
        try (InputStream in = Files.newInputStream(this.file);
                JsonParser tokens = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (tokens.nextToken() != null) {
                // nothing is made of them
            }
        }
    }

}
