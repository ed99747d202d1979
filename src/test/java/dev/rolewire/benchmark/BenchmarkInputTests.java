package dev.rolewire.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Proves that each benchmark measures what it says: the size, and an analysis with slots in it.
class BenchmarkInputTests {

    private static final Analyzer ANALYZER = new Analyzer(Catalogs.bundled());

    private static final Percentage TENTH = Percentage.withPercentage(10);

    @Test
    void theArticlesTemplateIsBroken() {
        Report report = report(BenchmarkInput.ARTICLE);
        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("role-as-instance-profile");
        assertThat(report.summary().slots()).containsEntry(Report.Outcome.BROKEN, 1);
    }

    @Test
    void theTemplateOf220LinesHasTwoServices() {
        String text = new String(BenchmarkInput.LINES_220.bytes(), StandardCharsets.UTF_8);
        assertThat((int) text.lines().count()).isCloseTo(220, TENTH);
        assertWired(BenchmarkInput.LINES_220, 2, 4);
    }

    @Test
    void theTemplateOf100KilobytesHas33Services() {
        assertThat(BenchmarkInput.TEMPLATE_100_KB.bytes().length).isCloseTo(100_000, TENTH);
        assertWired(BenchmarkInput.TEMPLATE_100_KB, 33, 4);
    }

    @Test
    void thePlanOf400KilobytesHas32Services() {
        assertThat(BenchmarkInput.PLAN_400_KB.bytes().length).isCloseTo(400_000, TENTH);
        assertWired(BenchmarkInput.PLAN_400_KB, 32, 4);
    }

    @Test
    void aLargePlanIsJudgedAlikeAsAStream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LargePlan.write(out, 20);
        List<InputFile> files = List.of(new InputFile("plan.json", out.toByteArray()));
        Report streamed = new Analyzer(Catalogs.bundled(), 0).analyze(files, AnalysisOptions.DEFAULT);
        Report held = new Analyzer(Catalogs.bundled(), Long.MAX_VALUE).analyze(files, AnalysisOptions.DEFAULT);
        assertThat(streamed.findings()).isEmpty();
        assertThat(streamed.slots()).isEqualTo(held.slots());
        assertThat(streamed.summary()).isEqualTo(held.summary());
        assertThat(streamed.summary().resources()).isEqualTo(20 * LargePlan.RESOURCES);
        assertThat(streamed.summary().slots()).containsEntry(Report.Outcome.WIRED, 20 * LargePlan.WIRED);
    }

    @Test
    void aTreeOf70ModulesHas50000LinesAndIsWired() {
        List<InputFile> files = GeneratedModules.of(70);
        assertThat((int) GeneratedModules.lines(files)).isCloseTo(50_000, TENTH);
        Report report = new Analyzer(Catalogs.bundled()).analyze(files, AnalysisOptions.DEFAULT);
        assertThat(report.findings()).isEmpty();
        assertThat(report.summary().slots()).containsOnly(Map.entry(Report.Outcome.WIRED, 70 * 7 * 5),
                Map.entry(Report.Outcome.BROKEN, 0), Map.entry(Report.Outcome.UNCHECKED, 0));
    }

    @Test
    void theParsersTokensAreCounted() {
        assertThat(Tokens.count("[1, {\"a\": true}]".getBytes(StandardCharsets.UTF_8), true)).isEqualTo(7);
        // the stream, the document, the mapping (each a start and an end), a key and a
        // value
        assertThat(Tokens.count("a: 1".getBytes(StandardCharsets.UTF_8), false)).isEqualTo(8);
    }

    @Test
    void theTableNamesEveryInputAndLeavesOutWhatWasNotMeasured() {
        assertThat(new BenchmarkTable(List.of()).markdown().lines()).hasSize(3 + BenchmarkInput.values().length)
            .contains("| the article's template | 845 B | - | - | - | - | - | - | - | - | - |");
    }

    /// Each service has seven resources, among them an instance and a function with the
    /// identities that they need.
    /// The plan has one data source besides.
    /// @param wired the slots of a service that are proved right
    private static void assertWired(BenchmarkInput input, int services, int wired) {
        Report report = report(input);
        assertThat(report.findings()).isEmpty();
        assertThat(report.summary().resources()).isEqualTo(7 * services + (input.isJson() ? 1 : 0));
        assertThat(report.summary().slots()).containsEntry(Report.Outcome.BROKEN, 0)
            .containsEntry(Report.Outcome.UNCHECKED, 0)
            .containsEntry(Report.Outcome.WIRED, wired * services);
    }

    private static Report report(BenchmarkInput input) {
        return ANALYZER.analyze(input.files(), AnalysisOptions.DEFAULT);
    }

}
