package dev.rolewire.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Runs all rules on every fixture. A missing and an extra finding fail alike. `-Dfixtures.update=true` rewrites the
/// sidecars of JSON fixtures; markers in YAML are pasted by hand from what the failure prints.
class FixtureTests {

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpectedAndNothingElse() {
        List<Fixture> fixtures = Fixture.all();
        assertThat(fixtures).isNotEmpty();
        return fixtures.stream()
            .map((fixture) -> dynamicTest(fixture.name(), fixture.path().toUri(), () -> check(fixture)));
    }

    private static void check(Fixture fixture) {
        Expectations expectations = fixture.expectations();
        Report report = Analyzers.analyzer().analyze(fixture.inputs(), expectations.options());
        if (Boolean.getBoolean("fixtures.update") && !fixture.format().hasMarkers()) {
            update(fixture, report);
            expectations = fixture.expectations();
        }
        assertThat(FixtureCheck.complaints(fixture, expectations, report)).isEmpty();
    }

    private static void update(Fixture fixture, Report report) {
        List<Finding> findings = report.findings().stream().filter((finding) -> finding.suppressed() == null).toList();
        String before = fixture.sidecarText();
        String text = Sidecar.rewrite(before, findings);
        String slots = "option " + FixtureCheck.slotsLine(report) + "\n";
        if (before.contains("option slots ")) {
            text = text.replaceFirst("option slots .*\n", slots);
        }
        else if (fixture.kind() == Fixture.Kind.UNKNOWN) {
            text = slots + text;
        }
        if (!text.equals(before)) {
            Repository.write(fixture.sidecar(), text);
        }
    }

    @Test
    void givesTheSameBytesEveryTime() {
        for (Fixture fixture : Fixture.all()) {
            AnalysisOptions options = fixture.expectations().options();
            String first = json(Analyzers.analyzer().analyze(fixture.inputs(), options));
            String second = json(Analyzers.analyzer().analyze(fixture.inputs(), options));
            assertThat(second).as(fixture.name()).isEqualTo(first);
        }
    }

    /// A bundle of all fixtures without options gives for each of its files what the file
    /// alone gives, but for what another file makes. (Terraform configuration is one
    /// module in one directory.)
    @Test
    void givesTheSameForAFileAloneAndInABundle() {
        List<InputFile> files = Fixture.all()
            .stream()
            .filter((fixture) -> fixture.format() != Fixture.Format.HCL)
            .filter((fixture) -> isDefault(fixture.expectations().options()))
            .map(Fixture::input)
            .toList();
        Report bundle = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        Set<String> skipped = bundle.documents()
            .stream()
            .filter((document) -> document.skipped() != null)
            .map(Report.Document::uri)
            .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Finding> findings = new ArrayList<>();
        List<Report.Slot> slots = new ArrayList<>();
        for (InputFile file : files) {
            if (!skipped.contains(file.uri())) {
                Report alone = Analyzers.analyzer().analyze(List.of(file), AnalysisOptions.DEFAULT);
                findings.addAll(alone.findings());
                slots.addAll(alone.slots());
            }
        }
        assertThat(files).hasSizeGreaterThan(skipped.size());
        assertThat(json(with(bundle, alone(findings), slots)))
            .isEqualTo(json(with(bundle, alone(bundle.findings()), bundle.slots())));
    }

    /// Findings that do not depend on what the other files make.
    private static List<Finding> alone(List<Finding> findings) {
        return findings.stream().filter((finding) -> !finding.ruleId().equals("unknown-identity")).toList();
    }

    private static boolean isDefault(AnalysisOptions options) {
        return options.parameters().isEmpty() && options.region() == null && options.accountId() == null
                && options.enabled().isEmpty() && options.disabled().isEmpty() && options.inventory().isEmpty();
    }

    private static Report with(Report report, List<Finding> findings, List<Report.Slot> slots) {
        return new Report(report.catalogVersion(), report.verdict(), report.summary(), report.documents(), findings,
                slots, report.wiring(), report.requirements(), report.threshold());
    }

    private static String json(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReportFormat.JSON.renderer().render(report, new RenderContext("test", Analyzers.analyzer().rules()), bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

}
