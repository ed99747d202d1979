package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.rule.Nearest;
import dev.rolewire.source.Location;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// The suppressions of one request, and which of them were of use. For one thread.
public final class Suppressions {

    /// How many steps of matching patterns one request may take, a second or so; beyond
    /// them patterns match nothing.
    private static final long MOST_STEPS = 200_000_000;

    private static final String UNUSED = "unused-suppression";

    private final Map<String, BundleFile> files;

    private final List<Suppression> selecting;

    private final Map<String, List<Suppression>> byRule;

    private long steps;

    private final Rules rules;

    private final SequencedMap<String, Directives> directives = new LinkedHashMap<>();

    private final Set<Dialect.Family> given = EnumSet.noneOf(Dialect.Family.class);

    /// Where resources start that were judged, by the documents they are written in.
    private final Map<String, NavigableSet<Integer>> judged = new HashMap<>();

    private final Set<Suppression> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Starts without use.
    /// @param files the files of the bundle by their paths
    /// @param selecting the suppressions of the configuration file and of the request
    /// @param rules which rules there are
    public Suppressions(Map<String, BundleFile> files, List<Suppression> selecting, Rules rules) {
        this.files = files;
        this.selecting = selecting;
        this.byRule = selecting.stream().collect(Collectors.groupingBy(Suppression::rule));
        this.rules = rules;
    }

    /// Which rules there are, and which of them say what they find.
    ///
    /// @param all the ids of all rules
    /// @param telling those that run and are not disabled
    public record Rules(List<String> all, List<String> telling) {

    }

    /// Suppresses the findings of a deployment that are known.
    /// @param findings the findings in it
    /// @param template the deployment, or null when the document is of no known dialect
    public List<Finding> apply(List<Finding> findings, @Nullable Template template) {
        if (template != null) {
            template.sources().forEach((source) -> directives(source.uri()));
            template.resources().sequencedValues().forEach(this::judged);
        }
        List<Finding> applied = new ArrayList<>();
        for (Finding finding : findings) {
            directives(finding.uri());
            applied.add(suppressed(finding, first(target(finding, template))));
        }
        return applied;
    }

    /// Takes note that values of parameters are given: what matches nothing now may match
    /// under others.
    /// @param families the documents that they are for
    public void valuesGiven(Set<Dialect.Family> families) {
        this.given.addAll(families);
    }

    /// What is wrong with the suppressions in the documents, by their paths.
    public SequencedMap<String, List<ModelProblem>> malformed() {
        SequencedMap<String, List<ModelProblem>> problems = new LinkedHashMap<>();
        this.directives.forEach((uri, found) -> {
            if (!found.problems().isEmpty()) {
                problems.put(uri, found.problems());
            }
        });
        return problems;
    }

    /// The suppressions that matched nothing, by the paths of the documents that they
    /// stand in. One of a rule that was not asked, or in a document that was not read to
    /// its end, may be of use another time.
    public SequencedMap<String, List<ModelProblem>> unused() {
        SequencedMap<String, List<ModelProblem>> problems = new LinkedHashMap<>();
        this.directives.forEach((uri, found) -> {
            BundleFile file = this.files.get(uri);
            List<ModelProblem> unused = new ArrayList<>();
            found.suppressions()
                .stream()
                .filter((suppression) -> file != null && file.parses() && isUnused(suppression))
                .forEach((suppression) -> unused.addAll(note(suppression)));
            if (!unused.isEmpty()) {
                problems.put(uri, unused);
            }
        });
        this.selecting.stream()
            .filter((suppression) -> suppression.origin() != null && isUnused(suppression))
            .flatMap((suppression) -> note(suppression).stream())
            .forEach((problem) -> problems.computeIfAbsent(problem.origin().source().uri(), (uri) -> new ArrayList<>())
                .add(problem));
        return problems;
    }

    private void judged(Resource resource) {
        String uri = resource.origin().source().uri();
        if (!directives(uri).suppressions().isEmpty()) {
            this.judged.computeIfAbsent(uri, (path) -> new TreeSet<>()).add(resource.origin().span().start());
        }
    }

    private boolean isUnused(Suppression suppression) {
        boolean known = this.rules.all().contains(suppression.rule());
        boolean asked = this.rules.telling().contains(suppression.rule()) && wasJudged(suppression);
        boolean held = suppression.scope() instanceof Suppression.Part || this.steps <= MOST_STEPS;
        return held && (asked || !known) && !this.used.contains(suppression) && !suppression.rule().equals(UNUSED);
    }

    /// Whether what it is about was looked at: a block of Terraform may make no resource
    /// with the values that its variables have.
    private boolean wasJudged(Suppression suppression) {
        return switch (suppression.scope()) {
            case Suppression.Selection selection ->
                this.given.isEmpty() && this.directives.sequencedKeySet().stream().anyMatch((uri) -> {
                    BundleFile file = this.files.get(uri);
                    boolean meant = selection.path() == null || selection.path().matches(uri);
                    return meant && file != null && file.parses();
                });
            case Suppression.Part part -> {
                BundleFile file = this.files.get(part.uri());
                Dialect dialect = file == null ? null : file.dialect();
                boolean given = dialect != null && this.given.contains(dialect.family());
                Span block = part.block();
                NavigableSet<Integer> starts = this.judged.getOrDefault(part.uri(), new TreeSet<>());
                Integer next = block == null ? null : starts.ceiling(block.start());
                yield !given && (block == null || (next != null && next < block.end()));
            }
        };
    }

    private List<ModelProblem> note(Suppression suppression) {
        if (suppression.origin() == null) {
            return List.of();
        }
        String rule = "`" + suppression.rule() + "`";
        String message = rule + " finds nothing here to suppress; take the suppression out";
        if (!this.rules.all().contains(suppression.rule())) {
            List<String> nearest = Nearest.to(suppression.rule(), this.rules.all());
            message = rule + " is no rule, so nothing is suppressed" + (nearest.isEmpty() ? "" : "; did you mean `"
                    + String.join("` or `", nearest.subList(0, Math.min(2, nearest.size()))) + "`?");
        }
        return List.of(ModelProblem.ofDocument(ModelProblem.Kind.UNUSED_SUPPRESSION, message, suppression.origin()));
    }

    private Directives directives(String uri) {
        return this.directives.computeIfAbsent(uri, (path) -> {
            BundleFile file = this.files.get(path);
            return file == null ? new Directives(List.of(), List.of()) : Directives.of(file);
        });
    }

    private static Suppression.Target target(Finding finding, @Nullable Template template) {
        List<Location> places = new ArrayList<>();
        if (finding.location() != null) {
            places.add(finding.location());
        }
        Finding.Subject subject = finding.subject();
        if (template != null && subject != null) {
            Resource resource = template.resource(subject.address());
            Resource maker = resource == null || resource.maker() == null ? null : template.resource(resource.maker());
            Stream.of(resource, maker)
                .flatMap(Stream::ofNullable)
                .forEach((each) -> places.add(each.origin().location()));
        }
        return new Suppression.Target(finding, places);
    }

    /// The suppression that holds: what stands in the document goes before what is said
    /// elsewhere. All that match are of use.
    private @Nullable Suppression first(Suppression.Target target) {
        Suppression first = null;
        for (Location place : target.places()) {
            for (Suppression suppression : directives(place.source().uri()).suppressions()) {
                if (suppression.covers(target)) {
                    this.used.add(suppression);
                    first = first == null ? suppression : first;
                }
            }
        }
        for (Suppression suppression : this.byRule.getOrDefault(target.finding().ruleId(), List.of())) {
            this.steps += suppression.steps(target);
            if (this.steps <= MOST_STEPS && suppression.covers(target)) {
                this.used.add(suppression);
                first = first == null ? suppression : first;
            }
        }
        return first;
    }

    private static Finding suppressed(Finding finding, @Nullable Suppression suppression) {
        return suppression == null ? finding : finding.suppressedBy(suppression.asPartOfFinding());
    }

}
