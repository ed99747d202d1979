package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.finding.Finding;

/// Tells findings apart that say the same of places which differ by nothing but their position.
public final class Fingerprints {

    private Fingerprints() {
    }

    /// The findings with fingerprints of which no two are the same: the second one of a
    /// kind has its number behind it.
    /// @param findings in an order that a later analysis keeps
    public static List<Finding> distinct(List<Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        List<Finding> distinct = new ArrayList<>();
        for (Finding finding : findings) {
            int number = counts.merge(finding.fingerprint(), 1, Integer::sum);
            distinct.add(finding.withFingerprint(numbered(finding.fingerprint(), number)));
        }
        return distinct;
    }

    /// The fingerprint of the nth finding of a kind.
    static String numbered(String fingerprint, int number) {
        return number <= 1 ? fingerprint : fingerprint + "-" + number;
    }

}
