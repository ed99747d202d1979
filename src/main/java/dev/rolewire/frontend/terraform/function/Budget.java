package dev.rolewire.frontend.terraform.function;

/// The counted work of one evaluation: items that functions make or pass, characters that they copy, alternatives that
/// they multiply out. One budget serves a whole deployment.
public final class Budget {

    /// Real modules stay below a hundredth of it.
    public static final int DEFAULT = 4_000_000;

    private static final int CHARACTERS_A_STEP = 64;

    private final int limit;

    private int used;

    public Budget() {
        this(DEFAULT);
    }

    /// Makes a budget.
    /// @param limit how many steps all work may take together
    public Budget(int limit) {
        this.limit = limit;
    }

    /// Takes steps, one at least.
    /// @return whether they were there to take
    public boolean take(long steps) {
        this.used = (int) Math.min(Integer.MAX_VALUE, this.used + Math.min(Integer.MAX_VALUE, Math.max(1, steps)));
        return this.used <= this.limit;
    }

    /// Takes the steps of making a text.
    /// @param characters its length
    /// @return whether they were there to take
    public boolean takeText(long characters) {
        return take(1 + characters / CHARACTERS_A_STEP);
    }

    /// Whether nothing is left.
    public boolean isUsedUp() {
        return this.used > this.limit;
    }

}
