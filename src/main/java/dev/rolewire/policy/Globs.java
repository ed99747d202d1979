package dev.rolewire.policy;

import dev.rolewire.model.Value;

/// Holds texts with parts that are not known against patterns in which `*` is any text.
public final class Globs {

    private Globs() {
    }

    /// Whether a text can become one that fits a pattern.
    /// @param text a text without choices
    public static boolean mayFit(Value text, String glob) {
        return TextPattern.intersect(TextPattern.of(text).text(), glob);
    }

}
