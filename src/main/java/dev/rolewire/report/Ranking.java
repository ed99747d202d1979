package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which findings come first where not all have room.
final class Ranking {

    private static final int RANKS = 2 * Severity.values().length;

    private Ranking() {
    }

    /// The findings that count, most severe first, else in their order.
    static List<Finding> bySeverity(List<Finding> findings) {
        return findings.stream()
            .filter((finding) -> finding.suppressed() == null)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    }

    /// The most important findings, in their order: those that count before suppressed
    /// ones, the severe before the others.
    /// @param most how many there may be
    static List<Finding> atMost(int most, List<Finding> findings) {
        if (findings.size() <= most) {
            return findings;
        }
        int[] room = new int[RANKS];
        findings.forEach((finding) -> room[rank(finding)]++);
        int left = most;
        for (int rank = 0; rank < RANKS; rank++) {
            room[rank] = Math.min(room[rank], left);
            left -= room[rank];
        }
        List<Finding> kept = new ArrayList<>(most);
        for (Finding finding : findings) {
            if (room[rank(finding)]-- > 0) {
                kept.add(finding);
            }
        }
        return kept;
    }

    private static int rank(Finding finding) {
        return finding.severity().ordinal() + ((finding.suppressed() == null) ? 0 : Severity.values().length);
    }

}
