package dev.rolewire.web;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.request.MemoryBudget;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Counts what is analysed, found and refused, and how long it takes. Labels hold words of ours only (rules, severities,
/// dialects, stages, problem types, reasons), never anything of a document, so that their number is bounded.
final class AnalysisMetrics {

    /// Why a busy service refuses: there from the start, so that an alert sees the first
    /// one.
    private static final List<String> REASONS = List.of("queue-full", "queue-wait", "memory", "large-plans", "deadline",
            "shutdown", "server");

    private static final Duration[] BUCKETS = Stream
        .of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
        .map(Duration::ofMillis)
        .toArray(Duration[]::new);

    private final MeterRegistry registry;

    private final Timer queueWait;

    AnalysisMetrics(MeterRegistry registry, AnalysisExecutor executor, MemoryBudget memory) {
        this.registry = registry;
        this.queueWait = timer("rolewire.queue.wait", "How long analyses waited for a processor").register(registry);
        REASONS.forEach((reason) -> registry.counter("rolewire.rejected", "reason", reason));
        gauges(executor);
        Gauge.builder("rolewire.memory.held", memory, MemoryBudget::held)
            .description("Bytes of bodies that are held")
            .baseUnit("bytes")
            .register(registry);
        Gauge.builder("rolewire.memory.limit", memory, MemoryBudget::limit)
            .description("Bytes of bodies that may be held")
            .baseUnit("bytes")
            .register(registry);
        Gauge.builder("rolewire.analyses.memory", memory, MemoryBudget::working)
            .description("Bytes that running analyses need at most")
            .baseUnit("bytes")
            .register(registry);
        Gauge.builder("rolewire.analyses.memory.limit", memory, MemoryBudget::workingLimit)
            .description("Bytes that running analyses may need")
            .baseUnit("bytes")
            .register(registry);
    }

    private void gauges(AnalysisExecutor executor) {
        Gauge.builder("rolewire.queue.length", executor, AnalysisExecutor::waiting)
            .description("Analyses that wait for a processor")
            .register(this.registry);
        Gauge.builder("rolewire.queue.capacity", executor, AnalysisExecutor::places)
            .description("Analyses that may wait")
            .register(this.registry);
        Gauge.builder("rolewire.analyses.running", executor, AnalysisExecutor::running)
            .description("Analyses that run now")
            .register(this.registry);
        Gauge.builder("rolewire.analyses.limit", executor, AnalysisExecutor::concurrency)
            .description("Analyses that may run at one time")
            .register(this.registry);
    }

    /// One report.
    void report(Analysed analysed) {
        Report report = analysed.report();
        this.queueWait.record(analysed.waited());
        timer("rolewire.analyses", "Analyses: parsing, lowering, wiring and rules").tag("dialect", dialect(report))
            .tag("verdict", report.verdict().id())
            .register(this.registry)
            .record(analysed.took());
        stage("parse", analysed.parsing());
        stage("judge", analysed.judging());
        for (Finding finding : report.findings()) {
            this.registry.counter("rolewire.findings", "rule", finding.ruleId(), "severity", finding.severity().id())
                .increment();
        }
    }

    /// A stage of one request: `read` (the body, as fast as the client sends it), `parse`
    /// (parsing and lowering), `judge` (wiring and rules), `render` (and sending, when
    /// the
    /// report is large).
    void stage(String stage, Duration took) {
        timer("rolewire.stages", "Stages of a request: read, parse, judge, render").tag("stage", stage)
            .register(this.registry)
            .record(took);
    }

    /// One call that got no report.
    void problem(Problem problem) {
        this.registry.counter("rolewire.problems", "problem", problem.type().slug()).increment();
        if (!problem.reason().isEmpty()) {
            this.registry.counter("rolewire.rejected", "reason", problem.reason()).increment();
        }
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    /// The dialect of all documents, `several`, or `none`.
    static String dialect(Report report) {
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
