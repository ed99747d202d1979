package dev.rolewire.frontend.cloudformation;

/// The counted work of one lowering beyond one pass over the document: alternatives that are multiplied out, loop
/// bodies that are repeated, texts that are put together.
final class Budget {

    /// The largest real templates stay below a tenth of it.
    static final int DEFAULT = 300_000;

    private final int limit;

    private int used;

    Budget(int limit) {
        this.limit = limit;
    }

    /// Takes steps.
    /// @return whether they were there to take
    boolean take(int steps) {
        this.used = (int) Math.min(Integer.MAX_VALUE, (long) this.used + Math.max(1, steps));
        return this.used <= this.limit;
    }

    boolean isUsedUp() {
        return this.used > this.limit;
    }

    int used() {
        return this.used;
    }

}
