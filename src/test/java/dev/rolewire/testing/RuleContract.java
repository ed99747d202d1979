package dev.rolewire.testing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleMetadata;

/// What every rule owes its readers and its users.
final class RuleContract {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /// A rule is named after the flaw, so that "allow `<id>`" reads well.
    private static final List<String> DENIED_PREFIXES = List.of("no-", "check-", "require-", "invalid-");

    private static final int SUMMARY_LENGTH = 100;

    private final Rule rule;

    private final RuleMetadata metadata;

    private final List<Fixture> fixtures;

    private final List<String> complaints = new ArrayList<>();

    private RuleContract(Rule rule, List<Fixture> fixtures) {
        this.rule = rule;
        this.metadata = rule.metadata();
        this.fixtures = fixtures;
    }

    /// All rules on the class path, sorted by id.
    static List<Rule> rules() {
        return ServiceLoader.load(Rule.class)
            .stream()
            .map(ServiceLoader.Provider::get)
            .sorted((a, b) -> a.metadata().id().compareTo(b.metadata().id()))
            .toList();
    }

    /// What a rule fails to give, each with the missing step.
    /// @param rule the rule
    /// @param fixtures the fixtures of all rules
    /// @return empty when it keeps the contract
    static List<String> complaints(Rule rule, List<Fixture> fixtures) {
        RuleContract contract = new RuleContract(rule, fixtures);
        contract.id();
        contract.type();
        contract.texts();
        contract.references();
        contract.fixtures();
        contract.severities();
        return contract.complaints;
    }

    private void complainUnless(boolean fine, String complaint) {
        if (!fine) {
            this.complaints.add(complaint);
        }
    }

    private void id() {
        String id = this.metadata.id();
        complainUnless(ID.matcher(id).matches(), "id `" + id + "` is not kebab-case");
        complainUnless(DENIED_PREFIXES.stream().noneMatch(id::startsWith),
                "id `" + id + "` names a check; name the flaw");
        String expected = Arrays.stream(id.split("-"))
            .map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining("", "", "Rule"));
        complainUnless(this.rule.getClass().getSimpleName().equals(expected), "the class is not named " + expected);
    }

    private void type() {
        Class<?> type = this.rule.getClass();
        complainUnless(Modifier.isFinal(type.getModifiers()), "the class is not final");
        complainUnless(
                Arrays.stream(type.getDeclaredFields())
                    .allMatch((field) -> Modifier.isStatic(field.getModifiers()) || field.isSynthetic()),
                "the class has instance fields; a rule has no state");
        complainUnless(!this.metadata.families().isEmpty(), "no family of dialects is given");
    }

    private void texts() {
        String summary = this.metadata.summary();
        complainUnless(!summary.isBlank(), "the summary is missing");
        complainUnless(!summary.endsWith("."), "the summary ends with a full stop");
        complainUnless(summary.length() <= SUMMARY_LENGTH && !summary.contains("\n"),
                "the summary is longer than " + SUMMARY_LENGTH + " characters or one line");
        complainUnless(summary.isBlank() || Character.isUpperCase(summary.charAt(0)),
                "the summary starts in lower case");
        complainUnless(!this.metadata.why().isBlank(), "`why` is missing");
        complainUnless(!this.metadata.help().isBlank(), "`help` is missing");
        complainUnless(!this.metadata.exceptions().isBlank(), "`exceptions` are missing");
    }

    private void references() {
        complainUnless(!this.metadata.references().isEmpty(), "no reference is given");
        for (RuleMetadata.Reference reference : this.metadata.references()) {
            complainUnless("https".equals(reference.uri().getScheme()), reference.uri() + " is not https");
            complainUnless(!reference.title().isBlank(), reference.uri() + " has no title");
        }
    }

    private void fixtures() {
        for (Dialect.Family family : this.metadata.families()) {
            requireFixture(Fixture.Kind.FAIL, family);
            requireFixture(Fixture.Kind.PASS, family);
        }
        if (this.metadata.category() != RuleMetadata.Category.DOCUMENT) {
            this.metadata.families().forEach((family) -> requireFixture(Fixture.Kind.UNKNOWN, family));
        }
    }

    private void requireFixture(Fixture.Kind kind, Dialect.Family family) {
        boolean there = own().anyMatch((fixture) -> fixture.kind() == kind && fixture.format().family() == family);
        String suffix = switch (family) {
            case CLOUDFORMATION -> ".cfn.yaml";
            case TERRAFORM -> kind == Fixture.Kind.UNKNOWN ? ".tf" : ".plan.json";
        };
        complainUnless(there, "no " + kind.prefix() + " fixture for " + family + ": add " + directory() + kind.prefix()
                + "<what>" + suffix + ", or say `families(...)` in the metadata");
    }

    private java.util.stream.Stream<Fixture> own() {
        return this.fixtures.stream().filter((fixture) -> fixture.ruleId().equals(this.metadata.id()));
    }

    private String directory() {
        return "src/test/resources/fixtures/" + this.metadata.id() + "/";
    }

    private void severities() {
        List<Severity> listed = this.metadata.severities();
        complainUnless(!listed.isEmpty() && new LinkedHashSet<>(listed).size() == listed.size(),
                "the severities are missing or doubled");
        Set<Severity> shown = this.fixtures.stream()
            .flatMap((fixture) -> fixture.expectations().findings().stream())
            .filter((expected) -> expected.ruleId().equals(this.metadata.id()))
            .map(Expected::severity)
            .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Severity severity : Severity.values()) {
            complainUnless(listed.contains(severity) || !shown.contains(severity),
                    "a fixture shows the severity " + severity.id() + ", which the metadata does not list");
            complainUnless(shown.contains(severity) || !listed.contains(severity),
                    "no fixture shows the severity " + severity.id() + ", which the metadata lists");
        }
    }

}
