package dev.rolewire.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleContractTests {

    static List<Rule> rules() {
        return RuleContract.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleKeepsTheContract(Rule rule) {
        assertThat(RuleContract.complaints(rule, Fixture.all())).as(rule.metadata().id()).isEmpty();
    }

    @Test
    void idsAreUnique() {
        assertThat(rules()).extracting((rule) -> rule.metadata().id()).doesNotHaveDuplicates();
    }

    @Test
    void everyDirectoryOfFixturesBelongsToARule() {
        assertThat(Fixture.all()).extracting(Fixture::ruleId)
            .isSubsetOf(rules().stream().map((rule) -> rule.metadata().id()).toList());
    }

    @Test
    void namesEverythingThatIsMissing() {
        RuleMetadata metadata = RuleMetadata.builder("no-trust", Severity.ERROR)
            .alsoAs(Severity.ERROR)
            .summary("role is not trusted.")
            .reference("", "http://example.com")
            .build();
        assertThat(RuleContract.complaints(new Sloppy(metadata), List.of())).containsExactly(
                "id `no-trust` names a check; name the flaw", "the class is not named NoTrustRule",
                "the class is not final", "the class has instance fields; a rule has no state",
                "the summary ends with a full stop", "the summary starts in lower case", "`why` is missing",
                "`help` is missing", "`exceptions` are missing", "http://example.com is not https",
                "http://example.com has no title",
                "no fail- fixture for CLOUDFORMATION: add src/test/resources/fixtures/no-trust/fail-<what>.cfn.yaml, or say `families(...)` in the metadata",
                "no pass- fixture for CLOUDFORMATION: add src/test/resources/fixtures/no-trust/pass-<what>.cfn.yaml, or say `families(...)` in the metadata",
                "no fail- fixture for TERRAFORM: add src/test/resources/fixtures/no-trust/fail-<what>.plan.json, or say `families(...)` in the metadata",
                "no pass- fixture for TERRAFORM: add src/test/resources/fixtures/no-trust/pass-<what>.plan.json, or say `families(...)` in the metadata",
                "no unknown- fixture for CLOUDFORMATION: add src/test/resources/fixtures/no-trust/unknown-<what>.cfn.yaml, or say `families(...)` in the metadata",
                "no unknown- fixture for TERRAFORM: add src/test/resources/fixtures/no-trust/unknown-<what>.tf, or say `families(...)` in the metadata",
                "the severities are missing or doubled",
                "no fixture shows the severity error, which the metadata lists");
    }

    @Test
    void namesWhatElseIsWrongWithTexts() {
        RuleMetadata metadata = RuleMetadata.builder("Not_Kebab", Severity.ERROR)
            .summary("A" + "a".repeat(100))
            .families()
            .category(RuleMetadata.Category.DOCUMENT)
            .build();
        assertThat(RuleContract.complaints(new Sloppy(metadata), List.of())).contains(
                "id `Not_Kebab` is not kebab-case", "no family of dialects is given",
                "the summary is longer than 100 characters or one line", "no reference is given");
    }

    @Test
    void isContentWithARuleThatHasAll(@TempDir Path directory) throws IOException {
        Path fixtures = Files.createDirectories(directory.resolve("sound"));
        Files.writeString(fixtures.resolve("fail-a.cfn.yaml"), "a: b\n#  ^ error[sound] wrong\n");
        Files.writeString(fixtures.resolve("pass-a.cfn.yaml"), "a: b\n");
        assertThat(RuleContract.complaints(new SoundRule(), Fixture.in(directory))).isEmpty();
        Files.writeString(fixtures.resolve("fail-b.cfn.yaml"), "a: b\n#  ^ note[sound] wrong\n");
        assertThat(RuleContract.complaints(new SoundRule(), Fixture.in(directory)))
            .containsExactly("a fixture shows the severity note, which the metadata does not list");
    }

    /// Breaks most of the contract.
    static class Sloppy implements Rule {

        private final RuleMetadata metadata;

        Sloppy(RuleMetadata metadata) {
            this.metadata = metadata;
        }

        @Override
        public RuleMetadata metadata() {
            return this.metadata;
        }

        @Override
        public void check(RuleContext context) {
        }

    }

    /// Keeps the contract.
    static final class SoundRule implements Rule {

        @Override
        public RuleMetadata metadata() {
            return RuleMetadata.builder("sound", Severity.ERROR)
                .category(RuleMetadata.Category.DOCUMENT)
                .families(Dialect.Family.CLOUDFORMATION)
                .summary("Something is wrong")
                .why("Because.")
                .help("Mend it.")
                .exceptions("None.")
                .reference("A source", "https://example.com")
                .build();
        }

        @Override
        public void check(RuleContext context) {
        }

    }

}
