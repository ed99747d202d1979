package dev.rolewire.frontend.terraform.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a plan shows and what it does not, each point by a plan that OpenTofu made: `points/README.md` lists them. Beside
/// each plan stands what is found in it, and where the configuration that it was made of says otherwise.
class PlanPointsTests {

    private static final Path POINTS = Path.of("src/test/resources/terraform/plan/points");

    private static final Pattern FILE = Pattern.compile("# ((?:[\\w-]+/)*[\\w.-]+\\.(?:tf|json))");

    private static final Analyzer ANALYZER = new Analyzer(Catalogs.bundled());

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(POINTS)) {
            return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void findsInAPlanWhatIsWrittenBesideIt(Path plan) throws IOException {
        String name = plan.getFileName().toString();
        List<String> found = lines(List.of(new InputFile(name, Files.readAllBytes(plan))));
        StringBuilder text = new StringBuilder(String.join("\n", found)).append('\n');
        Path source = POINTS.resolve(name.replaceAll("\\.(plan|state)\\.json$", ".tf"));
        if (Files.exists(source)) {
            List<String> written = lines(files(Files.readString(source)));
            text.append("\nthe configuration alone:\n");
            found.stream()
                .filter((line) -> !written.contains(line))
                .forEach((line) -> text.append("- ").append(line).append('\n'));
            written.stream()
                .filter((line) -> !found.contains(line))
                .forEach((line) -> text.append("+ ").append(line).append('\n'));
        }
        Path expected = POINTS.resolve(name.replace(".json", ".expected"));
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expected, text.toString());
        }
        assertThat(text.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyPlanIsListed() throws IOException {
        String list = Files.readString(POINTS.resolve("README.md"));
        for (Path plan : plans()) {
            assertThat(list)
                .contains("`" + plan.getFileName().toString().replaceAll("\\.(plan|state)\\.json$", "") + "`");
        }
    }

    @Test
    void ephemeralAndWriteOnlyValuesAreInNoAnswer() throws IOException {
        Path plan = POINTS.resolve("ephemeral-values.plan.json");
        assertThat(Files.readString(plan)).contains("topsecret-constant").contains("topsecret-ephemeral");
        Report report = ANALYZER.analyze(List.of(new InputFile("plan.json", Files.readAllBytes(plan))),
                AnalysisOptions.DEFAULT);
        assertThat(report.findings()).isNotEmpty();
        for (ReportFormat format : ReportFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.renderer().render(report, new RenderContext("0", ANALYZER.rules()), out);
            assertThat(out.toString(StandardCharsets.UTF_8)).as(format.name()).doesNotContain("topsecret");
        }
    }

    /// The files of a root: `main.tf`, and those below comments with their names.
    private static List<InputFile> files(String text) {
        List<InputFile> files = new ArrayList<>();
        String at = "main.tf";
        StringBuilder content = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher start = FILE.matcher(line.strip());
            if (start.matches()) {
                files.add(new InputFile(at, content.toString().getBytes(StandardCharsets.UTF_8)));
                at = start.group(1);
                content = new StringBuilder();
            }
            else {
                content.append(line).append('\n');
            }
        }
        files.add(new InputFile(at, content.toString().getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static List<String> lines(List<InputFile> files) {
        Report report = ANALYZER.analyze(files, AnalysisOptions.DEFAULT);
        List<String> lines = new ArrayList<>();
        for (Report.Slot slot : report.slots()) {
            lines.add(
                    String
                        .join(" ", slot.address(), slot.property(),
                                slot.outcome() + (slot.reason() == null ? "" : " (" + slot.reason() + ")"),
                                slot.identity() == null ? "" : "-> " + slot.identity())
                        .strip());
        }
        for (Finding finding : report.findings()) {
            lines.add(finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.ruleId() + ": "
                    + finding.message());
        }
        return lines;
    }

}
