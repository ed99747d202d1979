package dev.rolewire.frontend.terraform.joined;

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
import dev.rolewire.finding.Finding;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Plans with their configuration, beyond what the bundles of the fixtures say.
class JoinedPlanTests {

    private static final Path BUNDLES = Path.of("src/test/resources/bundles");

    private static final Analyzer STREAMING = new Analyzer(Analyzers.catalog(), 0);

    private static List<InputFile> files(String bundle) throws IOException {
        Path root = BUNDLES.resolve(bundle);
        try (Stream<Path> paths = Files.walk(root)) {
            List<InputFile> files = new ArrayList<>();
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (!path.toString().endsWith(".expected")) {
                    files.add(new InputFile(root.relativize(path).toString(), Files.readAllBytes(path)));
                }
            }
            return files;
        }
    }

    private static List<String> findings(Report report) {
        return report.findings()
            .stream()
            .map((finding) -> finding.uri() + " " + finding.ruleId() + " " + finding.message())
            .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "plan-with-modules", "plan-with-locals", "plan-unchanged", "plan-older", "plan-of-no-root",
            "plan-of-two-alike", "plan-beside-one-of-two", "plan-with-secret" })
    void aStreamedPlanGivesTheSame(String bundle) throws IOException {
        Report held = Analyzers.analyzer().analyze(files(bundle), AnalysisOptions.DEFAULT);
        Report streamed = STREAMING.analyze(files(bundle), AnalysisOptions.DEFAULT);
        assertThat(findings(streamed)).isEqualTo(findings(held));
        assertThat(streamed.slots()).isEqualTo(held.slots());
        assertThat(streamed.documents()).isEqualTo(held.documents());
    }

    @Test
    void listsBothFilesWithTheirDialects() throws IOException {
        Report report = Analyzers.analyzer().analyze(files("plan-with-modules"), AnalysisOptions.DEFAULT);
        assertThat(report.documents()).extracting(Report.Document::uri, Report.Document::dialect)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("main.tf", "terraform-hcl"),
                    org.assertj.core.groups.Tuple.tuple("modules/service/main.tf", "terraform-hcl"),
                    org.assertj.core.groups.Tuple.tuple("plan.json", "terraform-plan"));
    }

    @Test
    void keepsASensitiveValueToItself() throws IOException {
        List<InputFile> files = files("plan-with-secret");
        String plan = Files.readString(BUNDLES.resolve("plan-with-secret/plan.json"));
        assertThat(plan).contains("tops3cret");
        Report report = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        assertThat(report.slots().toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("tops3cret");
        assertThat(report.findings()).extracting(Finding::message)
            .noneMatch((message) -> message.contains("tops3cret"));
    }

    @Test
    void aPlanOfAFormatThatIsNotKnownHidesNoConfiguration() throws IOException {
        List<InputFile> files = new ArrayList<>(files("plan-with-modules"));
        String plan = Files.readString(BUNDLES.resolve("plan-with-modules/plan.json"));
        files.removeIf((file) -> file.uri().equals("plan.json"));
        files.add(new InputFile("plan.json", plan.replace("\"format_version\": \"1.2\"", "\"format_version\": \"7.0\"")
            .getBytes(StandardCharsets.UTF_8)));
        Report report = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        assertThat(report.slots()).hasSize(4).allMatch((slot) -> slot.uri().equals("modules/service/main.tf"));
    }

    @Test
    void aPlanThatEndedWithAnErrorLeavesTheRestToTheConfiguration() throws IOException {
        List<InputFile> files = new ArrayList<>(files("plan-with-modules"));
        String plan = Files.readString(BUNDLES.resolve("plan-with-modules/plan.json"));
        int changes = plan.indexOf("\"resource_changes\": [");
        int end = plan.indexOf("\n  ],", changes);
        int values = plan.indexOf("\"planned_values\": {");
        String errored = plan.substring(0, values) + "\"resource_changes\": []"
                + plan.substring(end + "\n  ]".length()).replace("\"errored\": false", "\"errored\": true");
        files.removeIf((file) -> file.uri().equals("plan.json"));
        files.add(new InputFile("plan.json", errored.getBytes(StandardCharsets.UTF_8)));
        Report report = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        assertThat(report.slots()).hasSize(4).allMatch((slot) -> slot.outcome() == Report.Outcome.BROKEN);
    }

}
