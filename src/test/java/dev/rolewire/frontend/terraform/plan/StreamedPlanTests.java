package dev.rolewire.frontend.terraform.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A plan that is read as a stream, of which only what matters is kept, gives the same bytes as one that is held.
///
/// When this fails for a fixture of a new rule, the rule reads an attribute that is not kept: name it in
/// `CatalogInterest`.
class StreamedPlanTests {

    private static final Analyzer HOLDING = new Analyzer(Catalogs.bundled(), Long.MAX_VALUE);

    private static final Analyzer STREAMING = new Analyzer(Catalogs.bundled(), 0);

    private static final RenderContext CONTEXT = new RenderContext("0", HOLDING.rules());

    @Test
    void aStreamedPlanOfTheFixturesGivesTheSameReport() throws IOException {
        List<Path> plans = plans(Path.of("src/test/resources"));
        assertThat(plans).hasSizeGreaterThan(50);
        for (Path plan : plans) {
            assertSame(plan);
        }
    }

    @Test
    void aStreamedPlanOfTheCorpusGivesTheSameReport() throws IOException {
        Path corpus = Path.of(System.getProperty("rolewire.corpus", "../shared/corpus"));
        for (String part : List.of("tfplan", "tfplan-real", "tfstate", "tfstate-raw", "tf-odd")) {
            if (Files.isDirectory(corpus.resolve(part))) {
                for (Path plan : plans(corpus.resolve(part))) {
                    assertSame(plan);
                }
            }
        }
    }

    private static List<Path> plans(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter((file) -> file.toString().endsWith(".json") && !file.toString().contains(".cfn."))
                .sorted()
                .toList();
        }
    }

    private static void assertSame(Path plan) throws IOException {
        byte[] bytes = Files.readAllBytes(plan);
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(report(STREAMING, bytes, format)).as(plan + " as " + format)
                .isEqualTo(report(HOLDING, bytes, format));
        }
    }

    private static String report(Analyzer analyzer, byte[] plan, ReportFormat format) throws IOException {
        Report report = analyzer.analyze(new ArrayList<>(List.of(new InputFile("plan.json", plan))),
                AnalysisOptions.DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.renderer().render(report, CONTEXT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

}
