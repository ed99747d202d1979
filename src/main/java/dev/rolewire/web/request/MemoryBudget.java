package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Counts the bytes of all bodies that are held, so that many large requests at one time are turned away instead of
/// filling the heap. One body alone is always let in: its own limit bounds it.
public final class MemoryBudget {

    private final AtomicLong held = new AtomicLong();

    private final long bytes;

    private final Semaphore large;

    /// Kilobytes that analyses may still take. Fair: a large one is not overtaken for
    /// ever.
    private final Semaphore working;

    private final int workingLimit;

    public MemoryBudget(long bytes) {
        this(bytes, 1);
    }

    /// Opens the accounts, with room for any analysis.
    public MemoryBudget(long bytes, int large) {
        this(bytes, large, Long.MAX_VALUE);
    }

    /// Opens the accounts.
    /// @param bytes how many may be held
    /// @param large how many bodies may be in files at one time: what is made of a large
    /// plan needs memory too
    /// @param working how many bytes all analyses together may need while they run
    public MemoryBudget(long bytes, int large, long working) {
        this.bytes = bytes;
        this.large = new Semaphore(large);
        this.workingLimit = (int) Math.min(Integer.MAX_VALUE, working >> 10);
        this.working = new Semaphore(this.workingLimit, true);
    }

    /// How many bytes running analyses need at most.
    public long working() {
        return (long) (this.workingLimit - this.working.availablePermits()) << 10;
    }

    /// How many bytes running analyses may need.
    public long workingLimit() {
        return (long) this.workingLimit << 10;
    }

    /// Opens the account of one request.
    public Share open() {
        return new Share();
    }

    /// How many bytes are held now.
    public long held() {
        return this.held.get();
    }

    /// How many bytes may be held.
    public long limit() {
        return this.bytes;
    }

    /// What one request holds. Its bytes are taken by one thread; the last one of all who
    /// hold the share gives them back.
    public final class Share implements AutoCloseable {

        private final AtomicInteger holders = new AtomicInteger(1);

        private long mine;

        private int reserved;

        private @Nullable SpoolFile file;

        private Share() {
        }

        /// Holds the share until one more call of `close`.
        public void retain() {
            this.holders.incrementAndGet();
        }

        /// Takes bytes for this request.
        /// @throws dev.rolewire.web.problem.ProblemException when the bodies of others
        /// leave no room
        void take(long count) {
            long all = MemoryBudget.this.held.addAndGet(count);
            this.mine += count;
            if (all > MemoryBudget.this.bytes && all != this.mine) {
                throw Problem
                    .of(ProblemType.OVERLOADED,
                            "Other large requests fill the memory of this instance. Try again soon.")
                    .with(Problem.REASON, "memory")
                    .withHeader("Retry-After", "2")
                    .asException();
            }
        }

        /// Reserves the memory that an analysis needs, and waits for it.
        /// @param files what is analysed
        /// @param wait how long
        /// @return whether it was there in time
        /// @throws dev.rolewire.web.problem.ProblemException when this instance does not
        /// have so much
        public boolean reserve(List<InputFile> files, Duration wait) throws InterruptedException {
            long kilobytes = AnalysisWeight.of(files) >> 10;
            if (kilobytes > MemoryBudget.this.workingLimit) {
                throw Problem
                    .of(ProblemType.REQUEST_TOO_LARGE,
                            "An analysis of this may need " + (kilobytes >> 10)
                                    + " MB of memory. Send fewer files at once.")
                    .with("limit", workingLimit())
                    .asException();
            }
            if (!MemoryBudget.this.working.tryAcquire((int) kilobytes, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            this.reserved += (int) kilobytes;
            return true;
        }

        /// Gives bytes back that are held no longer.
        void give(long count) {
            MemoryBudget.this.held.addAndGet(-count);
            this.mine -= count;
        }

        /// Opens the file of this request.
        /// @throws dev.rolewire.web.problem.ProblemException when as many are open as
        /// this
        /// instance takes
        SpoolFile spool() throws IOException {
            if (!MemoryBudget.this.large.tryAcquire()) {
                throw Problem.of(ProblemType.OVERLOADED, "Another large plan is being looked at. Try again soon.")
                    .with(Problem.REASON, "large-plans")
                    .withHeader("Retry-After", "10")
                    .asException();
            }
            try {
                SpoolFile opened = SpoolFile.open();
                this.file = opened;
                return opened;
            }
            catch (IOException | RuntimeException failure) {
                MemoryBudget.this.large.release();
                throw failure;
            }
        }

        @Override
        public void close() {
            if (this.holders.decrementAndGet() == 0) {
                release();
            }
        }

        private void release() {
            SpoolFile open = this.file;
            if (open != null) {
                this.file = null;
                open.close();
                MemoryBudget.this.large.release();
            }
            MemoryBudget.this.held.addAndGet(-this.mine);
            this.mine = 0;
            MemoryBudget.this.working.release(this.reserved);
            this.reserved = 0;
        }

    }

}
