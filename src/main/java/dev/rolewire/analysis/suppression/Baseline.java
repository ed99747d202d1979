package dev.rolewire.analysis.suppression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rolewire.finding.Finding;

/// The findings of an earlier analysis. They stay in the report and do not count.
///
/// @param fingerprints of all its findings
public record Baseline(Set<String> fingerprints) {

    /// The word for it in reports.
    public static final String KIND = "baseline";

    /// No earlier analysis.
    public static final Baseline EMPTY = new Baseline(Set.of());

    /// Suppresses the findings that are not new.
    /// @param findings with distinct fingerprints
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().map(this::apply).toList();
    }

    /// The findings of both.
    public Baseline and(Baseline other) {
        Set<String> all = new LinkedHashSet<>(this.fingerprints);
        all.addAll(other.fingerprints);
        return new Baseline(Collections.unmodifiableSet(all));
    }

    private Finding apply(Finding finding) {
        boolean known = finding.suppressed() == null && this.fingerprints.contains(finding.fingerprint());
        return known ? finding.suppressedBy(new Finding.Suppression(KIND, null)) : finding;
    }

}
