package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rolewire.analysis.suppression.Fingerprints;
import dev.rolewire.analysis.suppression.Suppressions;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.Interest;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleMetadata;
import org.jspecify.annotations.Nullable;

/// The core in one call. Immutable; one instance serves all requests, from any thread.
public final class Analyzer {

    private final Catalog catalog;

    /// Plans of at least this size are not held: what the wiring needs of them is read
    /// from the content when it is needed.
    private static final long STREAMED_FROM = 1L << 20;

    private final List<Rule> rules;

    /// The rules whose findings count for the verdict only when the request gives them a
    /// severity.
    private final Set<String> hygiene;

    private final long streamedFrom;

    private final Interest interest;

    /// Makes an analyzer with all rules on the class path.
    public Analyzer(Catalog catalog) {
        this(catalog, STREAMED_FROM);
    }

    /// Makes an analyzer with all rules on the class path.
    /// @param streamedFrom a plan of at least so many bytes is read as a stream; the
    /// report is the same either way
    public Analyzer(Catalog catalog, long streamedFrom) {
        this(catalog, streamedFrom,
                ServiceLoader.load(Rule.class, Rule.class.getClassLoader())
                    .stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());
    }

    /// Makes an analyzer with some rules.
    Analyzer(Catalog catalog, long streamedFrom, List<Rule> rules) {
        this.catalog = catalog;
        this.streamedFrom = streamedFrom;
        this.interest = new CatalogInterest(catalog);
        List<Rule> found = new ArrayList<>(rules);
        found.sort(Comparator.comparing((rule) -> rule.metadata().id()));
        this.rules = List.copyOf(found);
        this.hygiene = found.stream()
            .map(Rule::metadata)
            .filter((rule) -> rule.effect() == RuleMetadata.Effect.HYGIENE)
            .map(RuleMetadata::id)
            .collect(Collectors.toUnmodifiableSet());
    }

    /// Analyses the files of one request.
    /// @param files the files, at least one
    /// @param options what the request asks for
    /// @return the report; the same for the same input
    public Report analyze(List<InputFile> files, AnalysisOptions options) {
        return analyze(files, options, AnalysisObserver.NONE);
    }

    /// Analyses the files of one request.
    /// @param files the files, at least one
    /// @param options what the request asks for
    /// @param observer is told how far it has come
    /// @return the report; the same for the same input
    public Report analyze(List<InputFile> files, AnalysisOptions options, AnalysisObserver observer) {
        ConfiguredRequest request = ConfiguredRequest.of(files, options, ids(this.rules));
        return analyze(request, options, observer);
    }

    private Report analyze(ConfiguredRequest request, AnalysisOptions asked, AnalysisObserver observer) {
        AnalysisOptions options = request.options();
        FrontendOptions frontendOptions = new FrontendOptions(options.parameters(), options.region(),
                options.accountId(), this.interest);
        List<Rule> running = this.rules.stream().filter((rule) -> options.runs(rule.metadata())).toList();
        BundleAnalysis.Settings settings = new BundleAnalysis.Settings(this.catalog, running,
                new Suppressions.Rules(ids(this.rules), ids(telling(running, options))), options.suppressions(),
                request.uses(), observer);
        BundleAnalysis analysis = BundleAnalysis.of(() -> bundle(request.files()), frontendOptions, settings,
                options.inventory());
        analysis.judge(request.problems());
        return report(analysis, select(analysis.findings(), request, asked), options);
    }

    private Bundle bundle(List<InputFile> files) {
        return new Bundle(files.stream()
            .map((file) -> new BundleFile(file.uri(), file.content(), file.skipped(), this.streamedFrom))
            .toList());
    }

    private static List<Rule> telling(List<Rule> running, AnalysisOptions options) {
        return running.stream().filter((rule) -> !options.disabled().contains(rule.metadata().id())).toList();
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map((rule) -> rule.metadata().id()).toList();
    }

    /// The rules, sorted by id.
    public List<RuleMetadata> rules() {
        return this.rules.stream().map(Rule::metadata).toList();
    }

    private Report report(BundleAnalysis analysis, List<Finding> selected, AnalysisOptions options) {
        Report.Threshold threshold = threshold(options);
        Set<String> failed = selected.stream().filter(threshold::fails).map(Finding::uri).collect(Collectors.toSet());
        List<Finding> shown = selected.stream()
            .filter((finding) -> finding.severity().isAtLeast(options.minSeverity()))
            .toList();
        Map<String, List<Finding>> byFile = shown.stream().collect(Collectors.groupingBy(Finding::uri));
        List<Report.Document> documents = new ArrayList<>();
        int resources = 0;
        for (Map.Entry<String, BundleAnalysis.Use> entry : analysis.documents().entrySet()) {
            String uri = entry.getKey();
            documents.add(document(uri, entry.getValue(), failed.contains(uri), byFile.getOrDefault(uri, List.of())));
            resources += entry.getValue().resources();
        }
        List<Report.Slot> slots = analysis.slots();
        Report.Summary summary = new Report.Summary(count(shown, Severity.ERROR), count(shown, Severity.WARNING),
                count(shown, Severity.NOTE),
                (int) shown.stream().filter((finding) -> finding.suppressed() != null).count(), resources,
                outcomes(slots));
        return new Report(this.catalog.version(), verdict(!failed.isEmpty()), summary, List.copyOf(documents), shown,
                slots, analysis.graph(), analysis.requirements(), threshold, inventory(options.inventory()));
    }

    private static List<Report.AccountInventory> inventory(Inventory inventory) {
        List<Report.AccountInventory> accounts = new ArrayList<>();
        for (String account : inventory.accounts()) {
            List<Report.KindInventory> kinds = new ArrayList<>();
            for (IdentityKind kind : IdentityKind.values()) {
                kinds.add(new Report.KindInventory(kind.label().replace(' ', '-'), inventory.count(account, kind),
                        inventory.listing(account, kind).id()));
            }
            accounts.add(new Report.AccountInventory(account.isEmpty() ? null : account, List.copyOf(kinds)));
        }
        return List.copyOf(accounts);
    }

    private Report.Threshold threshold(AnalysisOptions options) {
        Severity severity = options.failOn() == null ? Severity.ERROR : options.failOn();
        return new Report.Threshold(severity,
                this.hygiene.stream()
                    .filter((rule) -> !options.severities().containsKey(rule))
                    .collect(Collectors.toUnmodifiableSet()));
    }

    private static Report.Verdict verdict(boolean failed) {
        return failed ? Report.Verdict.FAIL : Report.Verdict.PASS;
    }

    /// The findings that are told. A configuration has no say in what is told of itself.
    /// @param asked the options without the configuration
    private static List<Finding> select(List<Finding> findings, ConfiguredRequest request, AnalysisOptions asked) {
        return request.options().baseline().apply(Fingerprints.distinct(findings)).stream().flatMap((finding) -> {
            AnalysisOptions options = finding.uri().equals(request.configuration()) ? asked : request.options();
            return options.disabled().contains(finding.ruleId()) ? Stream.empty()
                    : Stream.of(withSeverity(finding, options.severities().get(finding.ruleId())));
        }).toList();
    }

    private static Finding withSeverity(Finding finding, @Nullable Severity severity) {
        if (severity == null || severity == finding.severity()) {
            return finding;
        }
        return finding.withSeverity(severity);
    }

    private static Report.Document document(String uri, BundleAnalysis.Use use, boolean failed, List<Finding> shown) {
        return new Report.Document(uri, use.dialect(), verdict(failed), count(shown, Severity.ERROR),
                count(shown, Severity.WARNING), count(shown, Severity.NOTE), use.resources(), use.skipped());
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
