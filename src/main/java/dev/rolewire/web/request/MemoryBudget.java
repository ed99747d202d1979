package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the bytes of all bodies that are held, so that many large requests at one time are turned away instead of
/// filling the heap. One body alone is always let in: its own limit bounds it.
public final class MemoryBudget {

    private final AtomicLong held = new AtomicLong();

    private final long bytes;

    public MemoryBudget(long bytes) {
        this.bytes = bytes;
    }

    /// Opens the account of one request.
    public Share open() {
        return new Share();
    }

    /// How many bytes are held now.
    public long held() {
        return this.held.get();
    }

    /// What one request holds. Used by one thread.
    public final class Share implements AutoCloseable {

        private long mine;

        private Share() {
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
                    .withHeader("Retry-After", "2")
                    .asException();
            }
        }

        @Override
        public void close() {
            MemoryBudget.this.held.addAndGet(-this.mine);
            this.mine = 0;
        }

    }

}
