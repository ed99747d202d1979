package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is found symbolically is what evaluating the template for every choice of its parameters finds.
class ConditionPropertyTests {

    private static final int TEMPLATES = 1_500;

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    @Test
    void findingsWitnessesAndOutcomesAreThoseOfAllChoices() {
        for (long seed = 0; seed < TEMPLATES; seed++) {
            RandomTemplate template = new RandomTemplate(seed);
            check(template, analyze(template, new LinkedHashMap<>()));
        }
    }

    @Test
    void givenParametersLeaveOneChoice() {
        for (long seed = 0; seed < TEMPLATES / 10; seed++) {
            RandomTemplate template = new RandomTemplate(seed);
            for (SequencedMap<String, String> values : template.assignments()) {
                Report report = analyze(template, values);
                String broken = template.broken(values);
                Set<String> found = rules(report);
                assertThat(found).as("%s%n%s", values, template.yaml())
                    .isEqualTo(broken.isEmpty() || broken.equals("absent") ? Set.of() : Set.of(broken));
                assertThat(report.findings()).allMatch((finding) -> finding.witness().isEmpty());
            }
        }
    }

    private Report analyze(RandomTemplate template, SequencedMap<String, String> parameters) {
        AnalysisOptions options = new AnalysisOptions(parameters, null, null, new LinkedHashSet<>(),
                new LinkedHashSet<>(), new LinkedHashMap<>(), Severity.WARNING, null);
        return this.analyzer.analyze(List.of(new InputFile("t.yaml", template.yaml().getBytes(StandardCharsets.UTF_8))),
                options);
    }

    private static Set<String> rules(Report report) {
        Set<String> rules = new TreeSet<>();
        report.findings().forEach((finding) -> rules.add(finding.ruleId()));
        return rules;
    }

    private static void check(RandomTemplate template, Report report) {
        Set<String> expected = new TreeSet<>();
        template.assignments().forEach((values) -> expected.add(template.broken(values)));
        boolean exists = expected.stream().anyMatch((each) -> !each.equals("absent"));
        expected.removeAll(Set.of("", "absent"));
        assertThat(rules(report)).as(template.yaml()).isEqualTo(expected);
        for (Finding finding : report.findings()) {
            Map<String, String> witness = finding.witness().parameters();
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(template.assignments()
                .stream()
                .filter((values) -> values.entrySet().containsAll(witness.entrySet()))
                .map(template::broken)).as("%s%n%s", witness, template.yaml())
                .isNotEmpty()
                .containsOnly(finding.ruleId());
        }
        List<Report.Slot> slots = report.slots().stream().filter((slot) -> slot.address().equals("Fn")).toList();
        assertThat(slots).as(template.yaml()).hasSize(exists ? 1 : 0);
        assertThat(slots).extracting(Report.Slot::outcome)
            .as(template.yaml())
            .containsOnly(slots.isEmpty() ? new Report.Outcome[0]
                    : new Report.Outcome[] { expected.isEmpty() ? Report.Outcome.WIRED : Report.Outcome.BROKEN });
    }

}
