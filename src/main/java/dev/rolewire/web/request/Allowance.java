package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import java.util.function.LongConsumer;

/// How many bytes may still be read: of a body, or of all that one archive unpacks to.
final class Allowance {

    private final long limit;

    private final Problem beyond;

    private final LongConsumer held;

    private long count;

    /// Opens an account.
    /// @param limit in bytes
    /// @param beyond ends the call when more is taken
    /// @param held is told of all that is taken
    Allowance(long limit, Problem beyond, LongConsumer held) {
        this.limit = limit;
        this.beyond = beyond;
        this.held = held;
    }

    /// Takes bytes.
    /// @throws dev.rolewire.web.problem.ProblemException when there are no more
    void take(long bytes) {
        this.count += bytes;
        if (this.count > this.limit) {
            throw this.beyond.asException();
        }
        this.held.accept(bytes);
    }

}
