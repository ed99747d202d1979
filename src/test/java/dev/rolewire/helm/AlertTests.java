package dev.rolewire.helm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rolewire.testing.Repository;
import dev.rolewire.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Prometheus itself takes the alerts, and each fires when it should and not before: `alerts.test.yaml` feeds it series.
class AlertTests {

    private static final Path SERIES = Repository.testResources().resolve("helm/alerts.test.yaml");

    @TempDir
    private Path directory;

    @Test
    void everyAlertFiresWhenItShould() {
        Tool promtool = Tool.require("promtool", "Debian's package prometheus has it");
        JsonNode rule = Chart.render("gateway").only("PrometheusRule");
        Repository.write(this.directory.resolve("rules.yaml"),
                YAMLMapper.shared().writeValueAsString(rule.at("/spec")));
        Repository.write(this.directory.resolve("test.yaml"), Repository.read(SERIES));
        Tool.Result checked = promtool.run(this.directory, "check", "rules", "--lint=all", "--lint-fatal",
                "rules.yaml");
        assertThat(checked.exitCode()).as(checked.output()).isZero();
        Tool.Result tested = promtool.run(this.directory, "test", "rules", "test.yaml");
        assertThat(tested.exitCode()).as(tested.output()).isZero();
    }

    @Test
    void everyAlertIsTestedForFiringAndForSilence() {
        List<String> alerts = Chart.render("gateway")
            .only("PrometheusRule")
            .at("/spec/groups/0/rules")
            .findValuesAsString("alert");
        assertThat(alerts).hasSize(5);
        JsonNode tests = YAMLMapper.shared().readTree(Repository.read(SERIES)).at("/tests");
        for (String alert : alerts) {
            List<JsonNode> cases = tests.valueStream()
                .flatMap((test) -> test.at("/alert_rule_test").valueStream())
                .filter((each) -> each.at("/alertname").asString().equals(alert))
                .toList();
            assertThat(cases).as(alert)
                .anyMatch((each) -> each.at("/exp_alerts").size() > 0)
                .anyMatch((each) -> each.at("/exp_alerts").isEmpty());
        }
    }

    @Test
    void thresholdsAreThoseOfTheValues() {
        String text = Chart
            .with(Map.of("prometheusRule.enabled", true, "prometheusRule.errorRatio", 1,
                    "prometheusRule.queueWaitSeconds", 7))
            .only("PrometheusRule")
            .toString();
        assertThat(text).contains("> 1\"", "> 7\"");
    }

}
