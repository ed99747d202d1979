package dev.rolewire.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds the table of failures against rules and fixtures.
class FailuresTableTests {

    private static final Path TABLE = Repository.root().resolve("src/docs/failures.md");

    private static final int ROWS = 60;

    private static final Pattern PREDICTED = Pattern
        .compile("\\| (\\d+) \\| (.+) \\| \\[`([a-z-]+)`]\\(rules/\\3\\.md\\) \\| \\[`(.+)`]\\(../../(.+/\\4)\\) \\|");

    private static final Pattern NOT_PREDICTED = Pattern.compile(
            "\\| (\\d+) \\| (.+) \\| (account state|quota|timing|permissions of the deployer|not about identities) \\| \\|");

    @Test
    void everyNumberHasARuleOrAReason() {
        List<Integer> numbers = new ArrayList<>();
        for (String line : lines()) {
            Matcher predicted = PREDICTED.matcher(line);
            Matcher not = NOT_PREDICTED.matcher(line);
            assertThat(predicted.matches() || not.matches()).as(line).isTrue();
            numbers.add(Integer.valueOf(predicted.matches() ? predicted.group(1) : not.group(1)));
        }
        assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void everyRuleIsOneAndItsFixtureShowsIt() {
        List<String> rules = RuleContract.rules().stream().map((rule) -> rule.metadata().id()).toList();
        List<Fixture> fixtures = Fixture.all();
        for (String line : lines()) {
            Matcher matcher = PREDICTED.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String rule = matcher.group(3);
            String name = rule + "/" + matcher.group(4);
            assertThat(rules).as(line).contains(rule);
            assertThat(Repository.root().resolve(matcher.group(5))).as(line).exists();
            boolean shown = fixtures.stream()
                .filter((fixture) -> fixture.name().equals(name) || fixture.name().equals(planOf(name)))
                .anyMatch((fixture) -> fixture.expectations()
                    .findings()
                    .stream()
                    .anyMatch((finding) -> finding.ruleId().equals(rule)));
            assertThat(shown).as(line).isTrue();
        }
    }

    private static String planOf(String configuration) {
        return configuration.replaceFirst("\\.tf$", ".plan.json");
    }

    private static List<String> lines() {
        return Repository.read(TABLE)
            .lines()
            .filter((line) -> line.startsWith("| ") && !line.startsWith("| #"))
            .toList();
    }

}
