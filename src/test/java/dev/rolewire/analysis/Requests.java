package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.suppression.Baseline;
import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;

/// Requests of texts, and their answers in one line a finding.
final class Requests {

    private Requests() {
    }

    /// The answer for files that are given as path, text, path, text, ...
    static Report analyze(AnalysisOptions options, String... pathsAndTexts) {
        List<InputFile> files = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(new InputFile(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return Analyzers.analyzer().analyze(files, options);
    }

    static AnalysisOptions options(Map<String, String> parameters, List<String> disabled,
            List<Suppression> suppressions, @Nullable Baseline baseline) {
        return new AnalysisOptions(new LinkedHashMap<>(parameters), null, null, new LinkedHashSet<>(),
                new LinkedHashSet<>(disabled), new LinkedHashMap<>(), Severity.NOTE, null, suppressions,
                baseline == null ? Baseline.EMPTY : baseline);
    }

    /// `rule@line` for each finding, with ` (kind: reason)` when it is suppressed.
    static List<String> told(Report report) {
        return report.findings().stream().map(Requests::told).toList();
    }

    private static String told(Finding finding) {
        Finding.Suppression suppressed = finding.suppressed();
        String line = finding.location() == null ? "-" : Integer.toString(finding.location().start().line());
        return finding.ruleId() + "@" + line
                + (suppressed == null ? "" : " (" + suppressed.kind() + ": " + suppressed.reason() + ")");
    }

}
