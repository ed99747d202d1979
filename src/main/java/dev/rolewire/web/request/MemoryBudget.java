package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Counts the bytes of all bodies that are held, so that many large requests at one time are turned away instead of
/// filling the heap. One body alone is always let in: its own limit bounds it.
public final class MemoryBudget {

    private final AtomicLong held = new AtomicLong();

    private final long bytes;

    private final Semaphore large;

    public MemoryBudget(long bytes) {
        this(bytes, 1);
    }

    /// Opens the accounts.
    /// @param bytes how many may be held
    /// @param large how many bodies may be in files at one time: what is made of a large
    /// plan needs memory too
    public MemoryBudget(long bytes, int large) {
        this.bytes = bytes;
        this.large = new Semaphore(large);
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
        }

    }

}
