package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The report in one line.
final class SummaryLine {

    private SummaryLine() {
    }

    static String of(Report report) {
        return report.verdict().id() + ": " + findings(report.summary()) + "; slots: " + slots(report.summary());
    }

    /// How many findings there are.
    static String findings(Report.Summary summary) {
        String suppressed = (summary.suppressed() == 0) ? "" : ", " + summary.suppressed() + " suppressed";
        return FindingText.counted(summary.error(), "error") + ", " + FindingText.counted(summary.warning(), "warning")
                + ", " + FindingText.counted(summary.note(), "note") + suppressed;
    }

    /// How many slots have which outcome.
    static String slots(Report.Summary summary) {
        return Arrays.stream(Report.Outcome.values())
            .map((outcome) -> summary.slots().getOrDefault(outcome, 0) + " " + outcome.id())
            .collect(Collectors.joining(", "));
    }

}
