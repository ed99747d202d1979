package dev.rolewire.testing;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import org.jspecify.annotations.Nullable;

/// One finding that a fixture expects.
///
/// @param place where
/// @param severity how bad
/// @param ruleId which rule
/// @param pointer the JSON Pointer, `-` when the finding has none, or null when the fixture does not say
/// @param messagePart what the message contains
record Expected(Place place, Severity severity, String ruleId, @Nullable String pointer, String messagePart) {

    static final String NO_POINTER = "-";

    boolean matches(Finding finding) {
        return samePlace(finding) && finding.message().contains(this.messagePart);
    }

    /// Whether all but the message agrees.
    boolean samePlace(Finding finding) {
        return finding.severity() == this.severity && finding.ruleId().equals(this.ruleId)
                && this.place.matches(finding.location())
                && (this.pointer == null || this.pointer.equals(pointerOf(finding)));
    }

    static String pointerOf(Finding finding) {
        return finding.pointer() == null ? NO_POINTER : finding.pointer();
    }

    static Severity severity(String word) {
        for (Severity severity : Severity.values()) {
            if (severity.id().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("expected error, warning or note, found `" + word + "`");
    }

    @Override
    public String toString() {
        return this.place + " " + this.severity.id() + "[" + this.ruleId + "] "
                + (this.pointer == null ? "" : this.pointer + " | ") + this.messagePart;
    }

}
