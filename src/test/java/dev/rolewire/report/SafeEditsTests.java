package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which fixes go together.
class SafeEditsTests {

    private final SourceFile source = SourceFile.of("a.yaml", "0123456789");

    @Test
    void takesWhatDoesNotOverlap() {
        assertThat(texts(fix(edit(0, 2, "a")), fix(edit(2, 4, "b")), fix(edit(8, 8, "c")))).containsExactly("a", "b",
                "c");
    }

    @Test
    void leavesOutAWholeFixOfWhichOneEditOverlaps() {
        assertThat(texts(fix(edit(2, 5, "a")), fix(edit(0, 1, "b"), edit(4, 6, "c")), fix(edit(6, 7, "d"))))
            .containsExactly("a", "d");
        assertThat(texts(fix(edit(2, 5, "a")), fix(edit(0, 9, "b")))).containsExactly("a");
        assertThat(texts(fix(edit(2, 5, "a")), fix(edit(3, 3, "b")))).containsExactly("a");
    }

    @Test
    void takesTheSameEditOnce() {
        assertThat(texts(fix(edit(2, 2, "new"), edit(5, 6, "a")), fix(edit(2, 2, "new"), edit(7, 8, "b"))))
            .containsExactly("new", "a", "b");
        assertThat(texts(fix(edit(2, 2, "new")), fix(edit(2, 2, "other"), edit(7, 8, "b")))).containsExactly("new");
    }

    @Test
    void takesNoUnsafeFixAndOneOfAFinding() {
        Finding.Fix unsafe = new Finding.Fix("", Applicability.UNSAFE, List.of(edit(0, 1, "a")));
        assertThat(texts(unsafe)).isEmpty();
        assertThat(SafeEdits.of(report(List.of(finding(unsafe, fix(edit(1, 2, "b")), fix(edit(3, 4, "c"))))))
            .of(this.source)).extracting(Finding.Edit::newText).containsExactly("b");
    }

    private List<String> texts(Finding.Fix... fixes) {
        List<Finding> findings = new ArrayList<>();
        for (Finding.Fix fix : fixes) {
            findings.add(finding(fix));
        }
        return SafeEdits.of(report(findings)).of(this.source).stream().map(Finding.Edit::newText).toList();
    }

    private static Finding finding(Finding.Fix... fixes) {
        return new Finding("rule", Severity.ERROR, "", null, null, null, "a.yaml", null, List.of(),
                new Finding.Witness(new LinkedHashMap<>(), null), "", List.of(fixes), null, "");
    }

    private static Report report(List<Finding> findings) {
        Report full = SampleReport.full();
        return new Report(full.catalogVersion(), full.verdict(), full.summary(), full.documents(), findings,
                full.slots(), full.wiring(), full.requirements(), full.threshold());
    }

    private static Finding.Fix fix(Finding.Edit... edits) {
        return new Finding.Fix("", Applicability.SAFE, List.of(edits));
    }

    private Finding.Edit edit(int start, int end, String text) {
        return new Finding.Edit(new Location(this.source, new Span(start, end)), text);
    }

}
