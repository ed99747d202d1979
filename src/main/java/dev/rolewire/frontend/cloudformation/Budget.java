package dev.rolewire.frontend.cloudformation;

/// The counted work of one lowering beyond one pass over the document: alternatives that are multiplied out, loop
/// bodies that are repeated, texts that are put together.
final class Budget {

    /// The largest real templates stay below a tenth of it.
    static final int DEFAULT = 300_000;

    private static final int CHARACTERS_A_STEP = 64;

    private final int limit;

    private int used;

    Budget(int limit) {
        this.limit = limit;
    }

    /// Takes the steps of copying a text.
    boolean takeText(int characters) {
        return take(1 + characters / CHARACTERS_A_STEP);
    }

    /// Takes steps.
    /// @return whether they were there to take
    boolean take(int steps) {
        this.used = (int) Math.min(Integer.MAX_VALUE, (long) this.used + Math.max(1, steps));
        return this.used <= this.limit;
    }

}
