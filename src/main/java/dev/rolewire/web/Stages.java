package dev.rolewire.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;

/// The stages of a request, as timers, and as spans when traces are on. Names and tags are words of ours.
final class Stages {

    private final AnalysisMetrics metrics;

    private final Tracer tracer;

    Stages(AnalysisMetrics metrics, Tracer tracer) {
        this.metrics = metrics;
        this.tracer = tracer;
    }

    /// Work that gives something.
    interface Work<T> {

        T run() throws IOException;

    }

    /// Runs a stage that has a timer of its name.
    <T> T timed(String stage, Work<T> work) throws IOException {
        long start = System.nanoTime();
        Span span = this.tracer.nextSpan().name(stage).start();
        try {
            T result = work.run();
            this.metrics.stage(stage, Duration.ofNanos(System.nanoTime() - start));
            return result;
        }
        finally {
            span.end();
        }
    }

    /// Runs the analysis, whose timers know more.
    Analysed analysed(Work<Analysed> work) throws IOException {
        Span span = this.tracer.nextSpan().name("analyse").start();
        try {
            Analysed analysed = work.run();
            span.tag("rolewire.verdict", analysed.report().verdict().id())
                .tag("rolewire.dialect", AnalysisMetrics.dialect(analysed.report()))
                .tag("rolewire.queue.ms", analysed.waited().toMillis())
                .tag("rolewire.judge.ms", analysed.judging().toMillis())
                .tag("rolewire.findings", analysed.report().findings().size());
            this.metrics.report(analysed);
            return analysed;
        }
        finally {
            span.end();
        }
    }

}
