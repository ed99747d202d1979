package dev.rolewire.web;

import dev.rolewire.analysis.AnalysisObserver;
import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.request.AnalysisRequest;
import dev.rolewire.web.request.Limits;
import dev.rolewire.web.request.MemoryBudget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Runs analyses on a fixed number of platform threads: they use the processor and nothing else, so that more threads
/// would only make all of them later. Who finds no place in the short queue, or waits there too long, is told to come
/// back. The virtual threads of the requests wait.
///
/// An analysis beyond the deadline is not waited for; its own counted bounds end it, and until then it keeps its thread
/// and its share of the memory.
final class AnalysisExecutor implements AutoCloseable {

    /// Deep documents are bounded by the parsers; the stack has room for that depth in
    /// every stage.
    private static final long STACK = 16L << 20;

    /// What runs, so that tests can run something slow.
    interface Analysis {

        Report analyze(List<InputFile> files, AnalysisOptions options, AnalysisObserver observer);

    }

    private final ThreadPoolExecutor threads;

    private final int places;

    private final Duration queueWait;

    private final Duration deadline;

    private final Analysis analysis;

    AnalysisExecutor(Limits limits, Analysis analysis) {
        this.places = limits.queuedAnalyses();
        BlockingQueue<Runnable> queue = (this.places == 0) ? new SynchronousQueue<>()
                : new LinkedBlockingQueue<>(this.places);
        this.threads = new ThreadPoolExecutor(limits.threads(), limits.threads(), 60, TimeUnit.SECONDS, queue,
                Thread.ofPlatform().daemon().stackSize(STACK).name("analysis-", 1).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.queueWait = limits.queueWait();
        this.deadline = limits.deadline();
        this.analysis = analysis;
    }

    /// Analyses one request.
    /// @param share the memory of the request, which is held until the analysis has ended
    /// @return the report and how long it took
    /// @throws dev.rolewire.web.problem.ProblemException when the service is busy, or the
    /// deadline passes
    Analysed run(AnalysisRequest request, MemoryBudget.Share share) {
        long start = System.nanoTime();
        reserve(request, share);
        AnalysisJob job = submit(request, share, start);
        try {
            if (!job.startsWithin(this.queueWait) && job.abandon()) {
                this.threads.remove(job);
                throw busy("queue-wait", "No processor was free within " + this.queueWait.toMillis() + " ms.")
                    .asException();
            }
            return job.result(this.deadline).orElseThrow(() -> {
                job.interrupt();
                return late().asException();
            });
        }
        catch (InterruptedException stopped) {
            job.abandon();
            job.interrupt();
            Thread.currentThread().interrupt();
            throw busy("shutdown", "This instance stops.").asException();
        }
    }

    /// How many analyses wait for their turn.
    int waiting() {
        return this.threads.getQueue().size();
    }

    /// How many analyses may wait.
    int places() {
        return this.places;
    }

    /// How many analyses run now.
    int running() {
        return this.threads.getActiveCount();
    }

    /// How many analyses may run at one time.
    int concurrency() {
        return this.threads.getMaximumPoolSize();
    }

    @Override
    public void close() {
        this.threads.shutdownNow();
    }

    private void reserve(AnalysisRequest request, MemoryBudget.Share share) {
        try {
            if (!share.reserve(request.files(), this.queueWait)) {
                throw busy("memory", "Other large analyses need the memory of this instance.").asException();
            }
        }
        catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy("shutdown", "This instance stops.").asException();
        }
    }

    private AnalysisJob submit(AnalysisRequest request, MemoryBudget.Share share, long start) {
        AnalysisJob job = new AnalysisJob(
                (observer) -> this.analysis.analyze(request.files(), request.options().analysis(), observer), share,
                start);
        try {
            this.threads.execute(job);
            return job;
        }
        catch (RejectedExecutionException full) {
            job.abandon();
            throw busy("queue-full", "As many analyses run and wait as this instance takes.").asException();
        }
    }

    private Problem late() {
        return Problem
            .of(ProblemType.DEADLINE_EXCEEDED,
                    "The analysis was not done in " + this.deadline.toMillis() + " ms. Send fewer files at once.")
            .with(Problem.REASON, "deadline")
            .withHeader("Retry-After", "10");
    }

    private static Problem busy(String reason, String detail) {
        return Problem.of(ProblemType.OVERLOADED, detail + " Try again soon.")
            .with(Problem.REASON, reason)
            .withHeader("Retry-After", "2");
    }

}
