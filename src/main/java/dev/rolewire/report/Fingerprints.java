package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import java.util.HashMap;
import java.util.Map;

/// Tells findings of one fingerprint apart by the order in which they stand: two syntax errors may say the same words at two
/// places, and readers of fingerprints take equal ones for one finding.
final class Fingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    /// Which finding of its fingerprint this is, from 1.
    int occurrence(Finding finding) {
        return this.seen.merge(finding.fingerprint(), 1, Integer::sum);
    }

    /// The fingerprint, with its number behind all but the first.
    String unique(Finding finding) {
        int occurrence = occurrence(finding);
        return (occurrence == 1) ? finding.fingerprint() : finding.fingerprint() + "-" + occurrence;
    }

}
