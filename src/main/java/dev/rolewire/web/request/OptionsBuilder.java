package dev.rolewire.web.request;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.configuration.ConfigurationReader;
import dev.rolewire.analysis.suppression.Baseline;
import dev.rolewire.analysis.suppression.BaselineReader;
import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.analysis.suppression.Wildcard;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Nearest;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Utf8;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Collects the options of one request, from the query and from the `options` object. What comes later wins.
final class OptionsBuilder {

    /// The parameters of the query that are options.
    static final List<String> QUERY_OPTIONS = List.of("parameter", "region", "accountId", "enable", "disable",
            "severity", "minSeverity", "failOn", "failOnUnchecked");

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::id).toList();

    private static final int LONGEST_PATTERN = 1_000;

    private final List<String> ruleIds;

    private final SequencedMap<String, String> parameters = new LinkedHashMap<>();

    private final SequencedSet<String> enabled = new LinkedHashSet<>();

    private final SequencedSet<String> disabled = new LinkedHashSet<>();

    private final SequencedMap<String, Severity> severities = new LinkedHashMap<>();

    private final InventoryOption inventory = new InventoryOption();

    private @Nullable String region;

    private @Nullable String accountId;

    private Severity minSeverity = Severity.NOTE;

    private @Nullable Severity failOn;

    private boolean failOnUnchecked;

    private final List<Suppression> suppressions = new ArrayList<>();

    private Baseline baseline = Baseline.EMPTY;

    OptionsBuilder(List<String> ruleIds) {
        this.ruleIds = ruleIds;
    }

    /// Takes the options of a query.
    /// @param others parameters of the query that are no options
    /// @throws dev.rolewire.web.problem.ProblemException for an option or value that does
    /// not exist
    OptionsBuilder query(Query query, List<String> others) {
        for (String name : query.names()) {
            if (!QUERY_OPTIONS.contains(name) && !others.contains(name)) {
                if (OptionsDocument.ONLY_THERE.contains(name)) {
                    throw onlyInOptions(name).asException();
                }
                List<String> known = new ArrayList<>(QUERY_OPTIONS);
                known.addAll(others);
                throw unknown(name, known).asException();
            }
        }
        query.all("parameter").forEach((pair) -> pair("parameter", pair, this::parameter));
        query.one("region").ifPresent(this::region);
        query.one("accountId").ifPresent(this::accountId);
        query.all("enable").stream().flatMap(OptionsBuilder::items).forEach(this::enable);
        query.all("disable").stream().flatMap(OptionsBuilder::items).forEach(this::disable);
        query.all("severity").forEach((pair) -> pair("severity", pair, this::severity));
        query.one("minSeverity").ifPresent(this::minSeverity);
        query.one("failOn").ifPresent(this::failOn);
        query.one("failOnUnchecked").ifPresent((flag) -> failOnUnchecked(flag.isEmpty() ? "true" : flag));
        return this;
    }

    void parameter(String name, String value) {
        this.parameters.put(name, value);
    }

    void region(String value) {
        if (!ConfigurationReader.REGION.matcher(value).matches()) {
            throw bad("region", value, "an AWS Region code such as `eu-west-1`").asException();
        }
        this.region = value;
    }

    void accountId(String value) {
        if (!ConfigurationReader.ACCOUNT.matcher(value).matches()) {
            throw bad("accountId", value, "twelve digits").asException();
        }
        this.accountId = value;
    }

    void enable(String rule) {
        this.enabled.add(known(rule));
    }

    void disable(String rule) {
        this.disabled.add(known(rule));
    }

    void severity(String rule, String level) {
        this.severities.put(known(rule), severityOf("severity", level));
    }

    /// Takes a suppression.
    /// @param address of resources, or null for any
    /// @param path of documents, or null for any
    void suppress(String rule, @Nullable String address, @Nullable String path, @Nullable String reason) {
        Suppression.Selection selection = new Suppression.Selection(
                (address == null) ? null : Wildcard.ofAddress(bounded("suppress.address", address)),
                (path == null) ? null : Wildcard.ofPath(bounded("suppress.path", path)));
        this.suppressions.add(new Suppression(Suppression.Kind.REQUEST, known(rule), reason, selection, null));
    }

    /// Takes a baseline.
    /// @param bytes what tells the findings of an earlier report or log apart
    /// @param pointer where it stands in what was sent
    void baseline(byte[] bytes, String pointer) {
        SourceFile source = SourceFile.of("baseline", Utf8.decode(bytes).text());
        switch (BaselineReader.read(source)) {
            case BaselineReader.Read read -> this.baseline = read.baseline();
            case BaselineReader.Malformed malformed -> {
                String at = pointer + malformed.pointer();
                throw Problem
                    .of(ProblemType.MALFORMED_BASELINE,
                            "In the baseline" + (at.isEmpty() ? "" : ", at `" + at + "`") + ": " + malformed.message()
                                    + ".")
                    .with("pointer", at)
                    .asException();
            }
        }
    }

    private static String bounded(String option, String pattern) {
        if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN) {
            throw bad(option, pattern, "a text of at most " + LONGEST_PATTERN + " characters").asException();
        }
        return pattern;
    }

    void minSeverity(String level) {
        this.minSeverity = severityOf("minSeverity", level);
    }

    void failOn(String level) {
        this.failOn = level.equals("never") ? null : severityOf("failOn", level);
    }

    void failOnUnchecked(String flag) {
        switch (flag) {
            case "true" -> this.failOnUnchecked = true;
            case "false" -> this.failOnUnchecked = false;
            default -> throw bad("failOnUnchecked", flag, "`true` or `false`").with("allowed", List.of("true", "false"))
                .asException();
        }
    }

    /// Takes a part of the inventory.
    /// @param parser at the first token of the value
    void inventory(JsonParser parser) {
        this.inventory.add((reader) -> reader.read(parser));
    }

    /// Takes a part of the inventory.
    /// @param bytes of a part of a form
    void inventory(byte[] bytes) {
        this.inventory.add((reader) -> reader.read(bytes));
    }

    RequestOptions build() {
        return new RequestOptions(new AnalysisOptions(this.parameters, this.region, this.accountId, this.enabled,
                this.disabled, this.severities, this.minSeverity, this.failOn, List.copyOf(this.suppressions),
                this.baseline, this.inventory.of(this.accountId)), this.failOn != null, this.failOnUnchecked);
    }

    /// The problem of an option that does not exist.
    static Problem unknown(String name, List<String> known) {
        List<String> nearest = Nearest.to(name, known);
        String hint = nearest.isEmpty() ? "" : " Did you mean `" + nearest.getFirst() + "`?";
        return Problem
            .of(ProblemType.UNKNOWN_OPTION,
                    Excerpt.of(name) + " is no option." + hint + " The options are " + String.join(", ", known) + ".")
            .with("known", known);
    }

    private static Problem onlyInOptions(String name) {
        return Problem
            .of(ProblemType.UNKNOWN_OPTION,
                    Excerpt.of(name) + " is no option of the query; send it in the `options` of a form or of the JSON"
                            + " envelope.")
            .with("command", Commands.ENVELOPE);
    }

    /// The problem of a value that an option does not take.
    static Problem bad(String option, String value, String wanted) {
        return Problem
            .of(ProblemType.BAD_OPTION_VALUE,
                    "`" + option + "` takes " + wanted + ", and not " + Excerpt.of(value) + ".")
            .with("option", option);
    }

    private interface PairSetter {

        void set(String name, String value);

    }

    private static void pair(String option, String pair, PairSetter setter) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            throw bad(option, pair, option.equals("parameter") ? "`Name=value`" : "`rule=level`").asException();
        }
        setter.set(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static java.util.stream.Stream<String> items(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter((item) -> !item.isEmpty());
    }

    private String known(String rule) {
        if (this.ruleIds.contains(rule)) {
            return rule;
        }
        List<String> nearest = Nearest.to(rule, this.ruleIds);
        String hint = nearest.isEmpty() ? "" : " Did you mean `" + nearest.getFirst() + "`?";
        throw Problem
            .of(ProblemType.UNKNOWN_RULE, Excerpt.of(rule) + " is no rule." + hint + " GET /v1/rules lists them.")
            .with("nearest", nearest)
            .asException();
    }

    private static Severity severityOf(String option, String level) {
        List<String> allowed = new ArrayList<>(SEVERITIES);
        if (option.equals("failOn")) {
            allowed.add("never");
        }
        Optional<Severity> severity = Arrays.stream(Severity.values())
            .filter((each) -> each.id().equals(level.toLowerCase(Locale.ROOT)))
            .findFirst();
        return severity
            .orElseThrow(() -> bad(option, level, "one of " + String.join(", ", allowed)).with("allowed", allowed)
                .asException());
    }

}
