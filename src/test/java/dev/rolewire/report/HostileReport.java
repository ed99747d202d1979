package dev.rolewire.report;

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

/// A report on a document whose author wants to break out of every format.
final class HostileReport {

    /// Markup of all formats, control characters and half a surrogate pair.
    static final String TEXT = "</summary></code><script>alert(1)</script> ``` ` [x](http://evil.example) ![i](http://evil.example/i) "
            + "@octocat #1 | **b** _i_ <!-- ]]> &amp; \"; %0A ::error::x\r\n::error file=a::b\n```\n# h\n\u0000\u001b[31m\uFFFE\uD83D"
            + "\u202e end\n\n</details>";

    private HostileReport() {
    }

    /// A report in which every text is hostile.
    static Report report() {
        SourceFile source = SourceFile.of("a,b:c%/" + "é```<b>@octocat.yaml", "x: 1\n" + TEXT + "\n");
        Location location = new Location(source, new Span(5, 5 + TEXT.length()));
        SequencedMap<String, String> witness = new LinkedHashMap<>();
        witness.put(TEXT, TEXT);
        List<Finding> findings = List.of(finding(source, location, witness, Severity.ERROR, null),
                finding(source, location, witness, Severity.NOTE, new Finding.Suppression("request", TEXT)));
        SequencedMap<Report.Outcome, Integer> slots = new LinkedHashMap<>();
        slots.put(Report.Outcome.UNCHECKED, 1);
        Report.Graph wiring = new Report.Graph(
                List.of(new Report.GraphNode(TEXT, "consumer", TEXT), new Report.GraphNode("role", "role", null)),
                List.of(new Report.GraphEdge(TEXT, "role", "takes", location)));
        return new Report("c", Report.Verdict.FAIL, new Report.Summary(1, 0, 0, 1, 1, slots),
                List.of(new Report.Document(source.uri(), "cloudformation", Report.Verdict.FAIL, 1, 0, 0, 1, null)),
                findings,
                List.of(new Report.Slot(source.uri(), TEXT, TEXT, TEXT, Report.Outcome.UNCHECKED, TEXT, "parameter")),
                wiring, new Report.Requirements(List.of(), List.of()), new Report.Threshold(Severity.ERROR, Set.of()));
    }

    private static Finding finding(SourceFile source, Location location, SequencedMap<String, String> witness,
            Severity severity, Finding.@Nullable Suppression suppression) {
        Finding.Fix fix = new Finding.Fix(TEXT, Finding.Applicability.SAFE,
                List.of(new Finding.Edit(location, TEXT + TEXT)));
        return new Finding("role-as-instance-profile", severity, "`" + TEXT + "` is " + TEXT, TEXT,
                new Finding.Subject(TEXT, TEXT, TEXT, TEXT), location, source.uri(), TEXT,
                List.of(new Finding.Related(TEXT, TEXT, location)), new Finding.Witness(witness, TEXT), TEXT,
                List.of(fix), suppression, "ff");
    }

}
