package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleMetadata;
import org.jspecify.annotations.Nullable;

/// The core in one call. Immutable; one instance serves all requests, from any thread.
public final class Analyzer {

    private final Catalog catalog;

    private final List<Rule> rules;

    /// Makes an analyzer with all rules on the class path.
    public Analyzer(Catalog catalog) {
        this.catalog = catalog;
        List<Rule> found = new ArrayList<>();
        ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).forEach(found::add);
        found.sort(Comparator.comparing((rule) -> rule.metadata().id()));
        this.rules = List.copyOf(found);
    }

    /// Analyses the files of one request.
    /// @param files the files, at least one
    /// @param options what the request asks for
    /// @return the report; the same for the same input
    public Report analyze(List<InputFile> files, AnalysisOptions options) {
        FrontendOptions frontendOptions = new FrontendOptions(options.parameters(), options.region(),
                options.accountId());
        List<DocumentAnalysis> documents = new ArrayList<>();
        for (InputFile file : files) {
            documents.add(DocumentAnalysis.of(file, files.size() == 1, this.catalog, this.rules, frontendOptions));
        }
        if (documents.stream().allMatch((document) -> document.skipped() != null)) {
            documents.clear();
            files.forEach((file) -> documents
                .add(DocumentAnalysis.of(file, true, this.catalog, this.rules, frontendOptions)));
        }
        return report(documents, options);
    }

    /// The rules, sorted by id.
    public List<RuleMetadata> rules() {
        return this.rules.stream().map(Rule::metadata).toList();
    }

    private Report report(List<DocumentAnalysis> documents, AnalysisOptions options) {
        Severity threshold = options.failOn() == null ? Severity.ERROR : options.failOn();
        WiringGraph graph = new WiringGraph();
        DeploymentRequirements requirements = new DeploymentRequirements();
        List<Report.Document> reported = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Report.Slot> slots = new ArrayList<>();
        Report.Verdict verdict = Report.Verdict.PASS;
        int resources = 0;
        for (DocumentAnalysis document : documents) {
            List<Finding> selected = select(document.findings(), options);
            Report.Verdict own = selected.stream()
                .anyMatch((finding) -> finding.suppressed() == null && finding.severity().isAtLeast(threshold))
                        ? Report.Verdict.FAIL : Report.Verdict.PASS;
            verdict = own == Report.Verdict.FAIL ? own : verdict;
            List<Finding> shown = selected.stream()
                .filter((finding) -> finding.severity().isAtLeast(options.minSeverity()))
                .toList();
            reported.add(document(document, own, shown));
            findings.addAll(shown);
            slots.addAll(document.slots());
            resources += document.resources();
            if (document.wiring() != null) {
                graph.add(document.wiring());
                requirements.add(document.wiring());
            }
        }
        Report.Summary summary = new Report.Summary(count(findings, Severity.ERROR), count(findings, Severity.WARNING),
                count(findings, Severity.NOTE),
                (int) findings.stream().filter((finding) -> finding.suppressed() != null).count(), resources,
                outcomes(slots));
        return new Report(this.catalog.version(), verdict, summary, List.copyOf(reported), List.copyOf(findings),
                List.copyOf(slots), graph.build(), requirements.build());
    }

    private static List<Finding> select(List<Finding> findings, AnalysisOptions options) {
        return findings.stream()
            .filter((finding) -> !options.disabled().contains(finding.ruleId()))
            .map((finding) -> withSeverity(finding, options.severities().get(finding.ruleId())))
            .toList();
    }

    private static Finding withSeverity(Finding finding, @Nullable Severity severity) {
        if (severity == null || severity == finding.severity()) {
            return finding;
        }
        return new Finding(finding.ruleId(), severity, finding.message(), finding.deployError(), finding.subject(),
                finding.location(), finding.uri(), finding.pointer(), finding.related(), finding.witness(),
                finding.help(), finding.fixes(), finding.suppressed(), finding.fingerprint());
    }

    private static Report.Document document(DocumentAnalysis document, Report.Verdict verdict, List<Finding> shown) {
        String dialect = document.dialect() == null ? null : document.dialect().id();
        return new Report.Document(document.uri(), dialect, verdict, count(shown, Severity.ERROR),
                count(shown, Severity.WARNING), count(shown, Severity.NOTE), document.resources(), document.skipped());
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
            .filter((finding) -> finding.suppressed() == null && finding.severity() == severity)
            .count();
    }

    private static SequencedMap<Report.Outcome, Integer> outcomes(List<Report.Slot> slots) {
        Map<Report.Outcome, Integer> counts = new EnumMap<>(Report.Outcome.class);
        slots.forEach((slot) -> counts.merge(slot.outcome(), 1, Integer::sum));
        SequencedMap<Report.Outcome, Integer> ordered = new LinkedHashMap<>();
        for (Report.Outcome outcome : Report.Outcome.values()) {
            ordered.put(outcome, counts.getOrDefault(outcome, 0));
        }
        return ordered;
    }

}
