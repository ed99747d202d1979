package dev.rolewire.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JUnitReportRendererTests {

    private final Renderer renderer = ReportFormat.JUNIT.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        Golden.check(Path.of("golden/report/full.junit.xml"), SampleReport.render(this.renderer, SampleReport.full()));
    }

    @Test
    void failsWhatMakesTheVerdictFail() {
        Finding error = SampleReport.full().findings().getFirst();
        Report report = SampleReport.with(SampleReport.full(), List.of(SampleReport.with(error, Severity.WARNING)));
        assertThat(failures(report)).isZero();
        assertThat(failures(with(report, new Report.Threshold(Severity.WARNING, Set.of())))).isOne();
        assertThat(failures(with(report, new Report.Threshold(Severity.NOTE, Set.of(error.ruleId()))))).isZero();
    }

    @Test
    void hasACaseForADocumentWithNothingInIt() {
        Report full = SampleReport.full();
        Report empty = new Report("c", Report.Verdict.PASS, full.summary(), full.documents(), List.of(), List.of(),
                full.wiring(), full.requirements(), full.threshold());
        assertThat(JUnitXml.check(SampleReport.render(this.renderer, empty)).getElementsByTagName("testcase"))
            .extracting((cases) -> cases.getLength())
            .isEqualTo(1);
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        String xml = SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(),
                List.of(SampleReport.with(SampleReport.full().findings().getFirst(), "\uD83D\uDE00 é \u0007"))));
        assertThat(JUnitXml.check(xml).getDocumentElement().getTextContent()).contains("\uD83D\uDE00 é \uFFFD");
    }

    private int failures(Report report) {
        return JUnitXml.check(SampleReport.render(this.renderer, report)).getElementsByTagName("failure").getLength();
    }

    private static Report with(Report report, Report.Threshold threshold) {
        return new Report("c", report.verdict(), report.summary(), report.documents(), report.findings(),
                report.slots(), report.wiring(), report.requirements(), threshold);
    }

}
