package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The edits of all safe fixes of a report, as far as they go together.
///
/// Of the fixes of one finding the first safe one is taken. In the order of the findings a fix is left out when one of
/// its edits overlaps an edit that was taken before, or inserts something else at the same place; an edit that was taken
/// before is there once.
final class SafeEdits {

    private final Map<SourceFile, TreeMap<Integer, Finding.Edit>> taken = new IdentityHashMap<>();

    private final List<SourceFile> sources = new ArrayList<>();

    private SafeEdits() {
    }

    /// Collects the edits of a report.
    static SafeEdits of(Report report) {
        SafeEdits edits = new SafeEdits();
        report.findings()
            .stream()
            .filter((finding) -> finding.suppressed() == null)
            .flatMap((finding) -> finding.fixes().stream().filter(SafeEdits::isSafe).limit(1))
            .forEach(edits::take);
        return edits;
    }

    private static boolean isSafe(Finding.Fix fix) {
        return fix.applicability() == Finding.Applicability.SAFE;
    }

    /// The files that are edited, by their names.
    List<SourceFile> sources() {
        return this.sources.stream().sorted((one, other) -> one.uri().compareTo(other.uri())).toList();
    }

    /// The edits of a file, sorted, not overlapping.
    List<Finding.Edit> of(SourceFile source) {
        return List.copyOf(this.taken.getOrDefault(source, new TreeMap<>()).values());
    }

    private void take(Finding.Fix fix) {
        if (!fix.edits().stream().allMatch(this::fits)) {
            return;
        }
        for (Finding.Edit edit : fix.edits()) {
            this.taken.computeIfAbsent(edit.location().source(), (source) -> {
                this.sources.add(source);
                return new TreeMap<>();
            }).put(edit.location().span().start(), edit);
        }
    }

    private boolean fits(Finding.Edit edit) {
        TreeMap<Integer, Finding.Edit> known = this.taken.get(edit.location().source());
        if (known == null) {
            return true;
        }
        Span span = edit.location().span();
        Finding.Edit same = known.get(span.start());
        if (same != null) {
            return same.equals(edit);
        }
        Map.Entry<Integer, Finding.Edit> before = known.lowerEntry(span.start());
        Map.Entry<Integer, Finding.Edit> after = known.higherEntry(span.start());
        return (before == null || before.getValue().location().span().end() <= span.start())
                && (after == null || after.getKey() >= span.end());
    }

}
