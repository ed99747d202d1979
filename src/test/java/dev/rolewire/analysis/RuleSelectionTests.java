package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which rules run.
class RuleSelectionTests {

    private static final String ON = "always-there";

    private static final String OFF = "only-on-demand";

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled(), Long.MAX_VALUE,
            List.of(new Finds(RuleMetadata.builder(ON, Severity.WARNING).build()),
                    new Finds(RuleMetadata.builder(OFF, Severity.NOTE).offByDefault().build())));

    /// Finds one thing in every document.
    private record Finds(RuleMetadata metadata) implements Rule {

        @Override
        public void check(RuleContext context) {
            context.finding(this.metadata).message("found").report();
        }

    }

    @Test
    void leavesOutWhatIsOffByDefault() {
        assertThat(found(Set.of(), Set.of(), Map.of())).containsExactly(ON);
    }

    @Test
    void runsWhatIsEnabled() {
        assertThat(found(Set.of(OFF), Set.of(), Map.of())).containsExactly(ON, OFF);
    }

    @Test
    void runsWhatIsGivenASeverity() {
        assertThat(found(Set.of(), Set.of(), Map.of(OFF, Severity.ERROR))).containsExactly(ON, OFF);
    }

    @Test
    void disablingWins() {
        assertThat(found(Set.of(OFF), Set.of(ON, OFF), Map.of(OFF, Severity.ERROR))).isEmpty();
    }

    private List<String> found(Set<String> enabled, Set<String> disabled, Map<String, Severity> severities) {
        byte[] template = "Resources: {Role: {Type: AWS::IAM::Role}}".getBytes(StandardCharsets.UTF_8);
        AnalysisOptions options = new AnalysisOptions(new LinkedHashMap<>(), null, null, new LinkedHashSet<>(enabled),
                new LinkedHashSet<>(disabled), new LinkedHashMap<>(severities), Severity.NOTE, null);
        return this.analyzer.analyze(List.of(new InputFile("template.yaml", template)), options)
            .findings()
            .stream()
            .map(Finding::ruleId)
            .toList();
    }

}
