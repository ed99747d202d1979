package dev.rolewire.benchmark;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks and prints what they measured as a Markdown table. Takes the options of JMH.
///
/// The times are medians: a mean counts every moment at which a busy machine did something else.
public final class BenchmarkTable {

    private static final String HEADER = """
            | input | size | tokenise | parse | parse + analyse | + render JSON | HTTP request | empty endpoint \
            | parse / tokenise | parse + analyse / parse | request / empty |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final Map<String, Double> micros = new HashMap<>();

    BenchmarkTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            String modules = result.getParams().getParam("modules");
            String input = modules == null ? result.getParams().getParam("input") : modules;
            this.micros.put(key(benchmark.substring(benchmark.lastIndexOf('.') + 1), input == null ? "" : input),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder().parent(new CommandLineOptions(arguments))
            .shouldFailOnError(true)
            .build();
        BenchmarkTable table = new BenchmarkTable(new Runner(options).run());
        new PrintStream(System.out, true).print(table.markdown() + table.modules());
    }

    /// The table; a dash where nothing was measured.
    String markdown() {
        StringBuilder table = new StringBuilder("\n").append(HEADER);
        Double empty = this.micros.get(key("emptyEndpoint", ""));
        for (BenchmarkInput input : BenchmarkInput.values()) {
            Double tokenise = measured("tokenise", input);
            Double parse = measured("parse", input);
            Double analyse = measured("parseAndAnalyse", input);
            Double request = measured("request", input);
            table.append("| ")
                .append(String.join(" | ", input.title(), size(input), time(tokenise), time(parse), time(analyse),
                        time(measured("parseAnalyseAndRender", input)), time(request), time(empty),
                        ratio(parse, tokenise), ratio(analyse, parse), ratio(request, empty)))
                .append(" |\n");
        }
        return table.toString();
    }

    /// The table of the trees of Terraform modules; empty when none was measured.
    String modules() {
        StringBuilder table = new StringBuilder();
        for (int modules : new int[] { 7, 70 }) {
            Double parse = this.micros.get(key("parseModules", Integer.toString(modules)));
            Double judge = this.micros.get(key("judgeModules", Integer.toString(modules)));
            if (parse != null || judge != null) {
                table
                    .append(table.isEmpty() ? "\n| modules | lines | parse | parse + analyse |\n|---|---|---|---|\n"
                            : "")
                    .append(String.format(Locale.ROOT, "| %d | %,d | %s | %s |\n", modules,
                            GeneratedModules.lines(GeneratedModules.of(modules)), time(parse), time(judge)));
            }
        }
        return table.toString();
    }

    private @Nullable Double measured(String benchmark, BenchmarkInput input) {
        return this.micros.get(key(benchmark, input.name()));
    }

    private static String key(String benchmark, String input) {
        return benchmark + " " + input;
    }

    private static String size(BenchmarkInput input) {
        return String.format(Locale.ROOT, "%,d B", input.bytes().length);
    }

    private static String time(@Nullable Double micros) {
        return micros == null ? "-" : String.format(Locale.ROOT, "%.3f ms", micros / 1000);
    }

    private static String ratio(@Nullable Double of, @Nullable Double to) {
        return of == null || to == null ? "-" : String.format(Locale.ROOT, "%.2f", of / to);
    }

}
