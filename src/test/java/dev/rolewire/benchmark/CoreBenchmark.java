package dev.rolewire.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;
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

/// The core from bytes to a report, up to one stage further in each benchmark.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 1)
public class CoreBenchmark {

    @Param
    BenchmarkInput input = BenchmarkInput.ARTICLE;

    private byte[] bytes = {};

    private List<InputFile> files = List.of();

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    private final RenderContext context = new RenderContext("0", this.analyzer.rules());

    @Setup
    public void read() {
        this.bytes = this.input.bytes();
        this.files = this.input.files();
    }

    @Benchmark
    public int tokenise() {
        return Tokens.count(this.bytes, this.input.isJson());
    }

    @Benchmark
    public Parsed<@Nullable Node> parse() {
        SourceFile source = SourceFile.of(this.input.uri(), Utf8.decode(this.bytes).text());
        return this.input.isJson() ? JsonParser.parse(source, ParseLimits.DEFAULT)
                : YamlParser.parse(source, ParseLimits.DEFAULT);
    }

    @Benchmark
    public Report parseAndAnalyse() {
        return this.analyzer.analyze(this.files, AnalysisOptions.DEFAULT);
    }

    @Benchmark
    public int parseAnalyseAndRender() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        ReportFormat.JSON.renderer().render(parseAndAnalyse(), this.context, out);
        return out.size();
    }

}
