package dev.rolewire.frontend;

import dev.rolewire.model.Dialect;
import org.jspecify.annotations.Nullable;

/// What a document was taken for.
///
/// @param dialect its dialect, or null when it is of none
/// @param explanation why, for people: what it looks like and, when it is of no dialect, what to send instead;
/// lower-case start, no full stop
public record Detected(@Nullable Dialect dialect, String explanation) {

    static Detected of(Dialect dialect, String explanation) {
        return new Detected(dialect, explanation);
    }

    static Detected none(String explanation) {
        return new Detected(null, explanation);
    }

}
