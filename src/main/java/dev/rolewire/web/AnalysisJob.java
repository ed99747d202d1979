package dev.rolewire.web;

import dev.rolewire.analysis.AnalysisObserver;
import dev.rolewire.analysis.Report;
import dev.rolewire.web.request.MemoryBudget;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One analysis: it waits, runs, and is waited for by the thread of its request. What it holds of the memory is given back
/// when it has ended or will never start, and not when its request stops waiting.
final class AnalysisJob implements Runnable, AnalysisObserver {

    private final Function<AnalysisObserver, Report> analysis;

    private final MemoryBudget.Share share;

    private final long submitted;

    /// Whoever sets it decides: the thread that runs the job, or the request that gives
    /// it up.
    private final AtomicBoolean decided = new AtomicBoolean();

    private final CountDownLatch started = new CountDownLatch(1);

    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile @Nullable Analysed analysed;

    private volatile @Nullable Throwable failure;

    private long judgingSince;

    private long judgingNanos;

    private @Nullable Thread runner;

    AnalysisJob(Function<AnalysisObserver, Report> analysis, MemoryBudget.Share share, long submitted) {
        this.analysis = analysis;
        this.share = share;
        this.submitted = submitted;
        share.retain();
    }

    @Override
    public void run() {
        if (!this.decided.compareAndSet(false, true)) {
            return;
        }
        runs(Thread.currentThread());
        this.started.countDown();
        long start = System.nanoTime();
        try {
            Report report = this.analysis.apply(this);
            this.analysed = new Analysed(report, Duration.ofNanos(start - this.submitted),
                    Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(this.judgingNanos));
        }
        catch (Throwable flaw) {
            this.failure = flaw;
        }
        finally {
            runs(null);
            this.share.close();
            this.ended.countDown();
        }
    }

    @Override
    public void judging() {
        this.judgingSince = System.nanoTime();
    }

    @Override
    public void judged() {
        this.judgingNanos += System.nanoTime() - this.judgingSince;
    }

    /// Waits for its turn.
    /// @return whether it came in time
    boolean startsWithin(Duration wait) throws InterruptedException {
        return this.started.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits for the report.
    /// @return empty when it was not there in time
    /// @throws AnalysisFailedException when the core failed
    Optional<Analysed> result(Duration deadline) throws InterruptedException {
        if (!this.ended.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Throwable flaw = this.failure;
        if (flaw != null) {
            throw new AnalysisFailedException(flaw);
        }
        return Optional.ofNullable(this.analysed);
    }

    /// Gives up a job that has not started.
    /// @return false when it has
    boolean abandon() {
        boolean waiting = this.decided.compareAndSet(false, true);
        if (waiting) {
            this.share.close();
        }
        return waiting;
    }

    /// Ends what still reads from a file; computation goes on to its own bounds.
    synchronized void interrupt() {
        if (this.runner != null) {
            this.runner.interrupt();
        }
    }

    private synchronized void runs(@Nullable Thread thread) {
        this.runner = thread;
        if (thread == null) {
            // The interruption was meant for this job and not for the next one.
            Thread.interrupted();
        }
    }

}
