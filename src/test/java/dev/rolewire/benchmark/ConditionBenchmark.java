package dev.rolewire.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a template takes by the number of its conditions: the size of the template grows with them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ConditionBenchmark {

    @Param({ "10", "25", "50", "100", "200" })
    int conditions;

    @Param
    GeneratedConditions.Shape shape = GeneratedConditions.Shape.FLAT;

    private List<InputFile> files = List.of();

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    @Setup
    public void write() {
        String text = GeneratedConditions.template(this.shape, this.conditions);
        this.files = List.of(new InputFile("template.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Benchmark
    public Report analysis() {
        return this.analyzer.analyze(this.files, AnalysisOptions.DEFAULT);
    }

}
