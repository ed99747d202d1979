package dev.rolewire.frontend.terraform.function;

/// Bounds of single values, beside the budget of all work.
final class Limits {

    /// The longest text that a function makes, in UTF-16 code units.
    static final int MAX_TEXT = 4_000_000;

    /// The most items of a list that a function makes.
    static final int MAX_ITEMS = 200_000;

    private Limits() {
    }

    /// Ends a function whose result would be longer.
    static void checkText(long length) {
        if (length > MAX_TEXT) {
            throw Interruption.outOfBudget();
        }
    }

    static void checkItems(long count) {
        if (count > MAX_ITEMS) {
            throw Interruption.outOfBudget();
        }
    }

}
