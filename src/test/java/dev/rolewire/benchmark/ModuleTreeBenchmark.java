package dev.rolewire.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.hcl.HclParser;
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

/// How long a tree of Terraform modules takes: its files parsed, and judged.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ModuleTreeBenchmark {

    /// 7 modules have 5,000 lines, 70 have 50,000.
    @Param({ "7", "70" })
    int modules;

    private List<InputFile> files = List.of();

    private List<SourceFile> sources = List.of();

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    @Setup
    public void write() {
        this.files = GeneratedModules.of(this.modules);
        this.sources = this.files.stream()
            .map((file) -> SourceFile.of(file.uri(), new String(file.content().bytes(), StandardCharsets.UTF_8)))
            .toList();
    }

    @Benchmark
    public int parseModules() {
        int blocks = 0;
        for (SourceFile source : this.sources) {
            blocks += HclParser.parse(source, ParseLimits.DEFAULT).value().body().blocks().size();
        }
        return blocks;
    }

    @Benchmark
    public Report judgeModules() {
        return this.analyzer.analyze(this.files, AnalysisOptions.DEFAULT);
    }

}
