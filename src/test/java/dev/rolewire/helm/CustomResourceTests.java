package dev.rolewire.helm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rolewire.testing.Repository;
import dev.rolewire.testing.Tool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The Gateway API and the Prometheus operator take the manifests that are theirs, by the schemas that are on npm.
class CustomResourceTests {

    private static final Path PACKAGES = Repository.root().resolve("target/kubernetes-models");

    private static final String INSTALL = "npm install --prefix target/kubernetes-models "
            + "@kubernetes-models/gateway-api@2.0.0 @kubernetes-models/prometheus-operator@6.0.0";

    @Test
    void takesEveryManifest() {
        List<JsonNode> manifests = Chart.render("gateway")
            .manifests()
            .stream()
            .filter((each) -> !KubernetesSchemas.knows(each))
            .toList();
        assertThat(manifests).extracting((each) -> each.at("/kind").asString())
            .containsExactlyInAnyOrder("HTTPRoute", "PrometheusRule", "ServiceMonitor");
        assertThat(complaints(manifests)).isEmpty();
    }

    @Test
    void refusesWhatIsNoManifest() {
        ObjectNode route = (ObjectNode) Chart.render("gateway").only("HTTPRoute").deepCopy();
        ((ObjectNode) route.at("/spec/rules/0/matches/0/path")).put("type", "Prefix");
        ObjectNode rule = (ObjectNode) Chart.render("gateway").only("PrometheusRule").deepCopy();
        ((ObjectNode) rule.at("/spec/groups/0/rules/0")).remove("expr");
        ObjectNode monitor = (ObjectNode) Chart.render("gateway").only("ServiceMonitor").deepCopy();
        ((ObjectNode) monitor.at("/spec")).remove("endpoints");
        assertThat(complaints(List.of(route, rule, monitor)).split("\n")).hasSize(3)
            .anyMatch((line) -> line.startsWith("HTTPRoute:") && line.contains("path/type"))
            .anyMatch((line) -> line.startsWith("PrometheusRule:") && line.contains("expr"))
            .anyMatch((line) -> line.startsWith("ServiceMonitor:") && line.contains("endpoints"));
    }

    private static String complaints(List<JsonNode> manifests) {
        Tool node = Tool.require("node", "Debian's package nodejs has it");
        Tool.requireThat(Files.isDirectory(PACKAGES.resolve("node_modules")),
                "the schemas are not installed: `" + INSTALL + "`");
        Path script = PACKAGES.resolve("custom-resources.mjs");
        Repository.write(script, Repository.read(Repository.testResources().resolve("helm/custom-resources.mjs")));
        Path input = PACKAGES.resolve("manifests.jsonl");
        Repository.write(input, String.join("\n", manifests.stream().map(JsonNode::toString).toList()));
        Tool.Result result = node.run(PACKAGES, script.toString(), input.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

}
