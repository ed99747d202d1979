package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Supplier;

import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.analysis.suppression.Suppressions;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.edit.FixWriter;
import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.cloudformation.CloudFormationFrontend;
import dev.rolewire.frontend.cloudformation.stack.StackFiles;
import dev.rolewire.frontend.terraform.joined.TerraformFrontend;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.wiring.Account;
import dev.rolewire.wiring.ExternalName;
import dev.rolewire.wiring.MadeIdentities;
import org.jspecify.annotations.Nullable;

/// Analyses all deployments of a bundle, one after the other: what is not needed for the report is let go at once.
final class BundleAnalysis implements Frontend.Receiver {

    private static final List<Frontend> FRONTENDS = List.of(new CloudFormationFrontend(), new TerraformFrontend());

    private final Bundle bundle;

    private final Catalog catalog;

    private final List<Rule> rules;

    private final AnalysisObserver observer;

    private final Fixer fixer;

    private final Map<String, BundleFile> files = new LinkedHashMap<>();

    private final Map<String, Integer> order = new HashMap<>();

    private final Map<String, Use> uses = new HashMap<>();

    private final SequencedSet<Finding> findings = new LinkedHashSet<>();

    private final StackFindings stackFindings = new StackFindings();

    private final List<Slots> slots = new ArrayList<>();

    private final WiringGraph graph = new WiringGraph();

    private final DeploymentRequirements requirements = new DeploymentRequirements();

    private final Suppressions suppressions;

    private final Account account;

    private final List<MadeIdentities> made = new ArrayList<>();

    private final List<ExternalName> external = new ArrayList<>();

    private BundleAnalysis(Bundle bundle, Settings settings, Account account) {
        this.account = account;
        this.bundle = bundle;
        this.catalog = settings.catalog();
        this.rules = settings.rules();
        this.observer = settings.observer();
        this.fixer = new FixWriter(new EditableFiles(this.files));
        for (BundleFile file : bundle.files()) {
            this.files.putIfAbsent(file.uri(), file);
            this.order.putIfAbsent(file.uri(), this.order.size());
        }
        settings.uses().forEach((uri, as) -> this.uses.put(uri, new Use(as, 0, null)));
        this.suppressions = new Suppressions(this.files, settings.suppressions(), settings.ruleIds());
    }

    /// What a bundle is judged by.
    ///
    /// @param rules those that run
    /// @param ruleIds which ones there are
    /// @param suppressions those that stand outside of the documents
    /// @param uses what was read already without being a document, by the files' paths
    record Settings(Catalog catalog, List<Rule> rules, Suppressions.Rules ruleIds, List<Suppression> suppressions,
            SequencedMap<String, String> uses, AnalysisObserver observer) {

    }

    /// What became of a file.
    ///
    /// @param dialect what it was read as, or null when it was not
    /// @param resources how many of its resources were judged
    /// @param skipped why it was left out, or null when it was not
    record Use(@Nullable String dialect, int resources, @Nullable String skipped) {

        private Use and(int more) {
            return new Use(this.dialect, this.resources + more, this.skipped);
        }

    }

    /// The slots of one deployment, which starts from the file of that index.
    private record Slots(int file, List<Report.Slot> slots) {

    }

    /// Analyses a bundle. Where a deployment names what another one makes, all are
    /// analysed once more, with that known.
    /// @param bundle makes the bundle anew
    static BundleAnalysis of(Supplier<Bundle> bundle, FrontendOptions options, Settings settings, Inventory inventory) {
        Account alone = new Account(inventory, MadeIdentities.NONE);
        BundleAnalysis first = new BundleAnalysis(bundle.get(), settings, alone).run(options);
        MadeIdentities made = MadeIdentities.of(first.made);
        boolean meets = first.made.size() > 1
                && first.external.stream().anyMatch(inventory.isEmpty() ? made::make : made::mayMake);
        Account account = new Account(inventory, made);
        return meets ? new BundleAnalysis(bundle.get(), settings, account).run(options) : first;
    }

    private BundleAnalysis run(FrontendOptions options) {
        if (!options.parameters().isEmpty()) {
            this.suppressions.valuesGiven(EnumSet.allOf(Dialect.Family.class));
        }
        FRONTENDS.forEach((frontend) -> frontend.lower(this.bundle, options, this));
        judgeOthers();
        judge(this.suppressions.malformed());
        judge(this.suppressions.unused());
        return this;
    }

    @Override
    public void template(Template template) {
        this.observer.judging();
        DeploymentAnalysis deployment = DeploymentAnalysis.of(template, this.files, this.catalog, this.rules,
                this.fixer, this.account);
        this.made.add(deployment.wiring().made());
        this.external.addAll(deployment.wiring().externalNames());
        deployment.resources()
            .forEach((uri, count) -> this.uses.merge(uri, new Use(dialect(uri, template.dialect()), count, null),
                    (known, added) -> known.and(count)));
        List<Finding> found = this.suppressions.apply(deployment.findings(), template);
        switch (template.dialect().family()) {
            case CLOUDFORMATION -> found.forEach(this.stackFindings::add);
            case TERRAFORM -> this.findings.addAll(found);
        }
        String start = template.sources().getFirst().uri();
        this.slots.add(new Slots(this.order.getOrDefault(start, 0), deployment.slots()));
        this.graph.add(start, deployment.wiring());
        this.requirements.add(deployment.wiring());
        this.observer.judged();
    }

    private String dialect(String uri, Dialect deployment) {
        BundleFile file = this.files.get(uri);
        Dialect own = file == null ? null : file.dialect();
        return own == null ? deployment.id() : own.id();
    }

    @Override
    public void auxiliary(BundleFile file, String as) {
        this.uses.putIfAbsent(file.uri(), new Use(as, 0, null));
        if (as.equals(StackFiles.PARAMETERS)) {
            this.suppressions.valuesGiven(EnumSet.of(Dialect.Family.CLOUDFORMATION));
        }
    }

    /// Those that no front end took: something the bundle merely carries along, or a
    /// mistake when there is nothing else.
    private void judgeOthers() {
        boolean nothing = this.slots.isEmpty()
                && this.bundle.files().stream().noneMatch(UnrecognisedFile::looksLikeOurs);
        List<BundleFile> mistakes = nothing ? UnrecognisedFile.mistakes(this.bundle.files()) : List.of();
        for (BundleFile file : this.bundle.files()) {
            if (!this.uses.containsKey(file.uri())) {
                boolean judged = mistakes.contains(file) || UnrecognisedFile.looksLikeOurs(file);
                this.uses.put(file.uri(), new Use(null, 0, judged ? null : file.unrecognised()));
                if (judged) {
                    this.findings.addAll(this.suppressions.apply(UnrecognisedFile.findings(file, this.rules), null));
                }
            }
        }
        if (nothing && mistakes.isEmpty()) {
            this.findings
                .addAll(this.suppressions.apply(UnrecognisedFile.nothing(this.bundle.files(), this.rules), null));
        }
    }

    /// Finds what is wrong with suppressions themselves.
    private void judge(SequencedMap<String, List<ModelProblem>> problems) {
        problems.sequencedValues().forEach(this::judge);
    }

    /// Finds problems of one file that belong to no deployment.
    void judge(List<ModelProblem> problems) {
        if (!problems.isEmpty()) {
            RuleContext context = new RuleContext(problems.getFirst().origin().source(), problems, null, Fixer.NONE);
            this.rules.forEach((rule) -> rule.check(context));
            this.findings.addAll(this.suppressions.apply(context.findings(), null));
        }
    }

    /// What became of each file, in the order of the request.
    SequencedMap<String, Use> documents() {
        SequencedMap<String, Use> documents = new LinkedHashMap<>();
        this.bundle.files()
            .forEach((file) -> documents.put(file.uri(),
                    this.uses.getOrDefault(file.uri(), new Use(null, 0, file.unrecognised()))));
        return documents;
    }

    /// The findings sorted by file, position and rule. What two deployments find alike in
    /// a file that they share is one finding.
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(this.findings);
        sorted.addAll(this.stackFindings.all());
        sorted.sort(Comparator.comparingInt((Finding finding) -> this.order.getOrDefault(finding.uri(), 0))
            .thenComparingInt(BundleAnalysis::offset)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::message));
        return sorted;
    }

    private static int offset(Finding finding) {
        return finding.location() == null ? 0 : finding.location().span().start();
    }

    /// The slots by the files that their deployments start from.
    List<Report.Slot> slots() {
        return this.slots.stream()
            .sorted(Comparator.comparingInt(Slots::file))
            .flatMap((each) -> each.slots().stream())
            .toList();
    }

    Report.Graph graph() {
        return this.graph.build();
    }

    Report.Requirements requirements() {
        return this.requirements.build();
    }

}
