package dev.rolewire.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.catalog.Catalogs;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Judges generated plans of growing size from a file, and compares with merely tokenising the same file. To be run in a
/// virtual machine with the heap that is to be shown: `java -Xmx256m ... LargePlanBenchmark`; arguments: the numbers of
/// services, 20 resources and 37 kB each.
public final class LargePlanBenchmark {

    private static final List<Integer> SERVICES = List.of(35, 350, 1_000, 3_500, 10_000);

    private static final int RUNS = 3;

    private LargePlanBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) {
            sizes.add(Integer.valueOf(argument));
        }
        PrintStream out = new PrintStream(System.out, true);
        out.printf(Locale.ROOT, "%nheap: %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
        out.println("| resources | size | tokenise | judge | judge / tokenise | peak heap | slots wired |");
        out.println("|---|---|---|---|---|---|---|");
        for (int services : sizes.isEmpty() ? SERVICES : sizes) {
            out.println(row(services));
        }
    }

    private static String row(int services) throws IOException {
        Path file = Files.createTempFile("large", ".json");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                LargePlan.write(out, services);
            }
            long tokenise = Long.MAX_VALUE;
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                tokenise(file);
                tokenise = Math.min(tokenise, System.nanoTime() - start);
            }
            Analyzer analyzer = new Analyzer(Catalogs.bundled());
            long judge = Long.MAX_VALUE;
            long peak = 0;
            int wired = 0;
            for (int i = 0; i < RUNS; i++) {
                System.gc();
                ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                wired = JudgeFile.judge(analyzer, file);
                judge = Math.min(judge, System.nanoTime() - start);
                peak = Math.max(peak, peak());
            }
            return String.format(Locale.ROOT, "| %,d | %.1f MB | %.0f ms | %.0f ms | %.2f | %d MB | %,d |",
                    services * LargePlan.RESOURCES, Files.size(file) / 1e6, tokenise / 1e6, judge / 1e6,
                    (double) judge / tokenise, peak >> 20, wired);
        }
        finally {
            Files.delete(file);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans()
            .stream()
            .filter((pool) -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong((pool) -> pool.getPeakUsage().getUsed())
            .sum();
    }

    private static int tokenise(Path file) throws IOException {
        int count = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser tokens = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (tokens.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

}
