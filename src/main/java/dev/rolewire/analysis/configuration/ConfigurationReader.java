package dev.rolewire.analysis.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Pattern;

import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.analysis.suppression.Wildcard;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.rule.Nearest;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Reads the configuration file of a bundle. What cannot be understood is a problem with its position; the rest holds.
public final class ConfigurationReader {

    /// The most bytes that a configuration may have.
    public static final int LARGEST = 256 << 10;

    private static final ParseLimits LIMITS = new ParseLimits(20, 20_000);

    /// What an AWS Region code looks like.
    public static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");

    /// What an AWS account id looks like.
    public static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private static final int LONGEST_PATTERN = 1_000;

    /// The options of a request that a configuration does not have: how the answer looks
    /// and whether the call fails is for the caller to say.
    private static final List<String> OF_THE_REQUEST = List.of("failOn", "failOnUnchecked", "minSeverity", "format",
            "filename", "inventory");

    private final List<String> ruleIds;

    private final String directory;

    private final Values values;

    private final SequencedMap<String, String> parameters = new LinkedHashMap<>();

    private final SequencedSet<String> enabled = new LinkedHashSet<>();

    private final SequencedSet<String> disabled = new LinkedHashSet<>();

    private final SequencedMap<String, Severity> severities = new LinkedHashMap<>();

    private final List<Suppression> suppressions = new ArrayList<>();

    private final List<Wildcard> exclude = new ArrayList<>();

    private @Nullable String region;

    private @Nullable String accountId;

    private Configuration.@Nullable FileReference baseline;

    private ConfigurationReader(SourceFile source, List<String> ruleIds) {
        this.ruleIds = ruleIds;
        this.directory = source.uri().substring(0, source.uri().lastIndexOf('/') + 1);
        this.values = new Values(source);
    }

    /// Reads a file; never throws.
    /// @param path its path, relative to the bundle's root
    /// @param bytes its content
    /// @param ruleIds the ids of all rules
    public static Configuration read(String path, byte[] bytes, List<String> ruleIds) {
        if (bytes.length > LARGEST) {
            ConfigurationReader empty = new ConfigurationReader(SourceFile.of(path, ""), ruleIds);
            empty.values.malformed("a configuration has at most " + LARGEST / 1024 + " KB; this one is not read",
                    Pointer.ROOT, Span.at(0));
            return empty.result();
        }
        Utf8.Decoded decoded = Utf8.decode(bytes);
        SourceFile source = SourceFile.of(path, decoded.text());
        ConfigurationReader reader = new ConfigurationReader(source, ruleIds);
        Integer malformed = decoded.malformedAt();
        if (malformed != null) {
            reader.values.malformed("expected UTF-8, found a byte sequence that is none", Pointer.ROOT,
                    Span.at(malformed));
        }
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, LIMITS);
        for (SyntaxProblem problem : parsed.problems()) {
            switch (problem.kind()) {
                case SYNTAX, DUPLICATE_KEY, LIMIT ->
                    reader.values.malformed(problem.message(), Pointer.ROOT, problem.span());
                case ALIAS -> {
                }
            }
        }
        Node tree = parsed.value();
        if (tree != null) {
            reader.root(tree);
        }
        return reader.result();
    }

    private Configuration result() {
        return new Configuration(this.parameters, this.region, this.accountId, this.enabled, this.disabled,
                this.severities, List.copyOf(this.suppressions), List.copyOf(this.exclude), this.baseline,
                this.values.problems());
    }

    private void root(Node tree) {
        SequencedMap<String, Values.Reader> members = new LinkedHashMap<>();
        members.put("rules", this::rules);
        members.put("parameters", this::parameters);
        members.put("region",
                (node, at) -> this.values.text(node, at)
                    .filter((text) -> matches(REGION, text, "an AWS Region code such as `eu-west-1`", node, at))
                    .ifPresent((text) -> this.region = text));
        members.put("accountId",
                (node, at) -> this.values.text(node, at)
                    .filter((text) -> matches(ACCOUNT, text, "twelve digits", node, at))
                    .ifPresent((text) -> this.accountId = text));
        members.put("suppress", (node, at) -> this.values.list(node, at, this::suppression));
        members.put("exclude", (node, at) -> this.values.list(node, at,
                (item, place) -> path(item, place).ifPresent(this.exclude::add)));
        members.put("baseline", this::baseline);
        this.values.members(tree, Pointer.ROOT, members, OF_THE_REQUEST);
    }

    private boolean matches(Pattern pattern, String text, String expected, Node node, Pointer at) {
        boolean matches = pattern.matcher(text).matches();
        if (!matches) {
            this.values.malformed("`" + at.token() + "` takes " + expected + ", not `" + text + "`", at, node.span());
        }
        return matches;
    }

    private void rules(Node node, Pointer at) {
        SequencedMap<String, Values.Reader> members = new LinkedHashMap<>();
        members.put("enable", (list, place) -> this.values.list(list, place,
                (item, where) -> ruleId(item, where).ifPresent(this.enabled::add)));
        members.put("disable", (list, place) -> this.values.list(list, place,
                (item, where) -> ruleId(item, where).ifPresent(this.disabled::add)));
        members.put("severity", (map, place) -> this.values.entries(map, place, (entry, where) -> {
            Optional<String> rule = known(entry.name(), entry.key(), where);
            Optional<Severity> severity = severity(entry.value(), where);
            rule.ifPresent((id) -> severity.ifPresent((level) -> this.severities.put(id, level)));
        }));
        this.values.members(node, at, members, List.of());
    }

    private Optional<String> ruleId(Node node, Pointer at) {
        return this.values.text(node, at).flatMap((id) -> known(id, node, at));
    }

    private Optional<String> known(String id, Node node, Pointer at) {
        if (this.ruleIds.contains(id)) {
            return Optional.of(id);
        }
        List<String> nearest = Nearest.to(id, this.ruleIds);
        this.values.malformed(
                "`" + id + "` is no rule" + (nearest.isEmpty() ? "" : "; did you mean `" + nearest.getFirst() + "`?"),
                at, node.span());
        return Optional.empty();
    }

    private Optional<Severity> severity(Node node, Pointer at) {
        Optional<String> text = this.values.text(node, at);
        for (Severity severity : Severity.values()) {
            if (text.filter(severity.id()::equals).isPresent()) {
                return Optional.of(severity);
            }
        }
        text.ifPresent((other) -> this.values
            .malformed("a severity is one of `error`, `warning`, `note`, not `" + other + "`", at, node.span()));
        return Optional.empty();
    }

    private void parameters(Node node, Pointer at) {
        this.values.entries(node, at, (entry, where) -> {
            if (entry.value() instanceof Sequence) {
                List<String> items = new ArrayList<>();
                this.values.list(entry.value(), where,
                        (item, place) -> this.values.text(item, place).ifPresent(items::add));
                this.parameters.put(entry.name(), String.join(",", items));
            }
            else {
                this.values.text(entry.value(), where).ifPresent((text) -> this.parameters.put(entry.name(), text));
            }
        });
    }

    private void suppression(Node node, Pointer at) {
        Map<String, String> texts = new LinkedHashMap<>();
        SequencedMap<String, Values.Reader> members = new LinkedHashMap<>();
        List<Wildcard> addresses = new ArrayList<>();
        List<Wildcard> paths = new ArrayList<>();
        List<Boolean> failed = new ArrayList<>();
        members.put("rule", (rule, where) -> ruleId(rule, where).ifPresentOrElse((id) -> texts.put("rule", id),
                () -> failed.add(true)));
        members.put("address", (address, where) -> pattern(address, where).map(Wildcard::ofAddress)
            .ifPresentOrElse(addresses::add, () -> failed.add(true)));
        members.put("path", (path, where) -> path(path, where).ifPresentOrElse(paths::add, () -> failed.add(true)));
        members.put("reason",
                (reason, where) -> this.values.text(reason, where).ifPresent((text) -> texts.put("reason", text)));
        boolean object = this.values.members(node, at, members, List.of());
        String rule = texts.get("rule");
        if (rule == null || !failed.isEmpty()) {
            if (object && failed.isEmpty()) {
                this.values.malformed("the suppression names no `rule`", at, node.span());
            }
            return;
        }
        Origin origin = this.values.origin(at, node.span());
        String reason = texts.get("reason");
        if (reason == null || reason.isBlank()) {
            this.values.doubtful(
                    "the suppression of `" + rule + "` gives no reason; say why its findings are no trouble", at,
                    node.span());
        }
        this.suppressions.add(new Suppression(Suppression.Kind.CONFIGURATION, rule, reason, new Suppression.Selection(
                addresses.isEmpty() ? null : addresses.getFirst(), paths.isEmpty() ? null : paths.getFirst()), origin));
    }

    private Optional<String> pattern(Node node, Pointer at) {
        return this.values.text(node, at).filter((text) -> {
            boolean fits = !text.isBlank() && text.length() <= LONGEST_PATTERN;
            if (!fits) {
                this.values.malformed("a pattern has 1 to " + LONGEST_PATTERN + " characters", at, node.span());
            }
            return fits;
        });
    }

    /// A pattern for paths relative to the directory of the configuration.
    private Optional<Wildcard> path(Node node, Pointer at) {
        return pattern(node, at)
            .map((text) -> Wildcard.ofPath(this.directory + (text.startsWith("./") ? text.substring(2) : text)));
    }

    private void baseline(Node node, Pointer at) {
        this.values.text(node, at)
            .ifPresent((text) -> this.baseline = new Configuration.FileReference(
                    this.directory + (text.startsWith("./") ? text.substring(2) : text),
                    this.values.origin(at, node.span())));
    }

}
