package dev.rolewire.web;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.request.AnalysisRequest;
import dev.rolewire.web.request.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs analyses on a fixed number of platform threads: they use the processor and nothing else, so that more threads
/// would only make all of them later. Who finds no place in the short queue is told to come back. The virtual threads of
/// the requests wait.
///
/// An analysis beyond the deadline is not waited for; its own counted bounds end it, and until then it keeps its thread.
final class AnalysisExecutor implements AutoCloseable {

    /// Deep documents are bounded by the parsers; the stack has room for that depth in
    /// every stage.
    private static final long STACK = 16L << 20;

    /// What runs, so that tests can run something slow.
    interface Analysis {

        Report analyze(List<InputFile> files, AnalysisOptions options);

    }

    private final ThreadPoolExecutor threads;

    private final Duration deadline;

    private final Analysis analysis;

    AnalysisExecutor(Limits limits, Analysis analysis) {
        BlockingQueue<Runnable> queue = (limits.queuedAnalyses() == 0) ? new SynchronousQueue<>()
                : new LinkedBlockingQueue<>(limits.queuedAnalyses());
        this.threads = new ThreadPoolExecutor(limits.threads(), limits.threads(), 60, TimeUnit.SECONDS, queue,
                Thread.ofPlatform().daemon().stackSize(STACK).name("analysis-", 1).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.deadline = limits.deadline();
        this.analysis = analysis;
    }

    /// Analyses one request.
    /// @return the report
    /// @throws dev.rolewire.web.problem.ProblemException when the service is busy, or the
    /// deadline passes
    Report run(AnalysisRequest request) {
        Future<Report> report = submit(request);
        try {
            return report.get(this.deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException late) {
            report.cancel(true);
            this.threads.purge();
            throw Problem
                .of(ProblemType.DEADLINE_EXCEEDED,
                        "The analysis was not done in " + this.deadline.toMillis() + " ms. Send fewer files at once.")
                .withHeader("Retry-After", "10")
                .asException();
        }
        catch (InterruptedException stopped) {
            report.cancel(true);
            Thread.currentThread().interrupt();
            throw busy().asException();
        }
        catch (ExecutionException failed) {
            throw new AnalysisFailedException(failed.getCause());
        }
    }

    @Override
    public void close() {
        this.threads.shutdownNow();
    }

    private Future<Report> submit(AnalysisRequest request) {
        try {
            return this.threads.submit(() -> this.analysis.analyze(request.files(), request.options().analysis()));
        }
        catch (RejectedExecutionException full) {
            throw busy().asException();
        }
    }

    private static Problem busy() {
        return Problem
            .of(ProblemType.OVERLOADED, "As many analyses run and wait as this instance takes. Try again soon.")
            .withHeader("Retry-After", "2");
    }

}
