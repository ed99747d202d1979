package dev.rolewire.web;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.web.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Counts what is found. Labels hold words of ours only (rules, severities, dialects, problem types), never anything of a
/// document.
final class AnalysisMetrics {

    private static final String ANALYSES = "rolewire.analyses";

    private final MeterRegistry registry;

    AnalysisMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// One report.
    /// @param nanos how long parsing and analysis took
    void report(Report report, long nanos) {
        this.registry.timer(ANALYSES, "dialect", dialect(report), "outcome", report.verdict().id())
            .record(nanos, TimeUnit.NANOSECONDS);
        for (Finding finding : report.findings()) {
            this.registry.counter("rolewire.findings", "rule", finding.ruleId(), "severity", finding.severity().id())
                .increment();
        }
    }

    /// One call that got no report.
    /// @param nanos how long it took
    void problem(Problem problem, long nanos) {
        this.registry.timer(ANALYSES, "dialect", "none", "outcome", problem.type().slug())
            .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String dialect(Report report) {
        List<String> dialects = report.documents()
            .stream()
            .map(Report.Document::dialect)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
        return switch (dialects.size()) {
            case 0 -> "none";
            case 1 -> dialects.getFirst();
            default -> "several";
        };
    }

}
