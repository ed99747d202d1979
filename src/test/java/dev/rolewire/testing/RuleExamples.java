package dev.rolewire.testing;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.rule.RuleMetadata;

/// The fixtures that stand for a rule where people read of it: of every family one that fails and one that passes, as a reader wants to see them.
final class RuleExamples {

    private static final String HEADER = "# Made of the rule's fixtures; `" + RuleDocumentation.COMMAND
            + "` writes it.\n";

    private RuleExamples() {
    }

    /// An example.
    ///
    /// @param dialect as people call it
    /// @param language what it is written in, as Markdown names it
    /// @param text the whole document; for Terraform the configuration, or the plan or
    /// state where there is none
    record Example(String dialect, String language, String text) {

        private static Example of(Fixture fixture) {
            return switch (fixture.format()) {
                case CFN_YAML -> new Example("CloudFormation", "yaml", Markers.strip(fixture.text()));
                case CFN_JSON -> new Example("CloudFormation", "json", fixture.text());
                case HCL -> new Example("Terraform", "hcl", Markers.strip(fixture.text()));
                case PLAN -> Files.exists(fixture.configuration())
                        ? new Example("Terraform", "hcl", Markers.strip(Repository.read(fixture.configuration())))
                        : new Example("Terraform (the plan)", "json", fixture.text());
                case STATE -> new Example("Terraform (the state)", "json", fixture.text());
            };
        }

    }

    /// The example of one family: the fixture that is marked as one, else the shortest
    /// that needs no options and shows
    /// the usual severity, templates with markers before others.
    static Optional<Example> first(Fixture.Kind kind, Dialect.Family family, RuleMetadata rule,
            List<Fixture> fixtures) {
        return fixtures.stream()
            .filter((fixture) -> fixture.ruleId().equals(rule.id()) && fixture.kind() == kind
                    && fixture.format().family() == family)
            .min(Comparator.comparing((Fixture fixture) -> !fixture.expectations().example())
                .thenComparing((fixture) -> isUnusual(fixture, rule))
                .thenComparing(Fixture::format)
                .thenComparing((fixture) -> Example.of(fixture).text().length())
                .thenComparing(Fixture::name))
            .map(Example::of);
    }

    private static boolean isUnusual(Fixture fixture, RuleMetadata rule) {
        Expectations expectations = fixture.expectations();
        AnalysisOptions options = expectations.options();
        boolean plain = options.parameters().isEmpty() && options.region() == null && options.accountId() == null
                && options.disabled().isEmpty();
        boolean other = expectations.findings()
            .stream()
            .anyMatch((finding) -> !finding.ruleId().equals(rule.id()) || finding.severity() != rule.defaultSeverity());
        return !plain || other;
    }

    /// The resource that the service reads the examples of a rule from. A family that has
    /// not both is left out.
    static String resource(RuleMetadata rule, List<Fixture> fixtures) {
        return HEADER + rule.families()
            .stream()
            .flatMap((family) -> first(Fixture.Kind.FAIL, family, rule, fixtures)
                .flatMap((bad) -> first(Fixture.Kind.PASS, family, rule, fixtures).map((good) -> "- dialect: "
                        + family.name().toLowerCase(Locale.ROOT) + "\n" + block("bad", bad) + block("good", good)))
                .stream())
            .collect(Collectors.joining());
    }

    private static String block(String name, Example example) {
        String text = example.text().stripTrailing();
        // The number keeps blanks at the start from being taken for indentation.
        String head = "  " + name + ": |" + (text.startsWith(" ") ? "2" : "") + "\n";
        return head + text.lines()
            .map((line) -> line.isEmpty() ? "" : "    " + line)
            .collect(Collectors.joining("\n", "", "\n"));
    }

}
