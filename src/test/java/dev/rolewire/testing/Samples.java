package dev.rolewire.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Findings and reports made by hand, for the tests of the harness itself.
final class Samples {

    private Samples() {
    }

    static Finding finding(@Nullable Location location, Severity severity, String ruleId, String message) {
        return finding(location, severity, ruleId, message, new LinkedHashMap<>());
    }

    static Finding finding(@Nullable Location location, Severity severity, String ruleId, String message,
            SequencedMap<String, String> witness) {
        return new Finding(ruleId, severity, message, null, null, location, "a.yaml", "/Resources", List.of(),
                new Finding.Witness(witness, null), "help", List.of(), null, "0");
    }

    /// The location of a text that stands once in the source.
    static Location at(SourceFile source, String part) {
        int start = source.text().indexOf(part);
        return new Location(source, new Span(start, start + part.length()));
    }

    static Report report(List<Finding> findings, Report.Slot... slots) {
        return new Report("0", Report.Verdict.PASS, new Report.Summary(0, 0, 0, 0, 0, new LinkedHashMap<>()), List.of(),
                findings, List.of(slots), new Report.Graph(List.of(), List.of()),
                new Report.Requirements(List.of(), List.of()), new Report.Threshold(Severity.ERROR, Set.of()));
    }

    static Report.Slot slot(Report.Outcome outcome, @Nullable String reason) {
        return new Report.Slot("template.yaml", "Fn", "AWS::Lambda::Function", "Role", outcome, null, reason);
    }

}
