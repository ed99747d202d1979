package dev.rolewire.helm;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Kubernetes takes every manifest. Those of other APIs are judged by `CustomResourceTests`.
class KubernetesSchemaTests {

    static Stream<Arguments> matrix() {
        return KubernetesSchemas.VERSIONS.stream()
            .flatMap((version) -> Chart.cases().stream().map((name) -> Arguments.of(version, name)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void takesEveryManifest(String version, String name) {
        KubernetesSchemas schemas = KubernetesSchemas.of(version);
        List<JsonNode> manifests = Chart.render(name).manifests().stream().filter(KubernetesSchemas::knows).toList();
        assertThat(manifests).hasSizeGreaterThanOrEqualTo(4);
        for (JsonNode manifest : manifests) {
            assertThat(schemas.complaints(manifest)).as(KubernetesSchemas.kind(manifest)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.30", "1.37" })
    void refusesWhatIsNoManifest(String version) {
        KubernetesSchemas schemas = KubernetesSchemas.of(version);
        ObjectNode deployment = (ObjectNode) Chart.render("default").only("Deployment").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec")).put("runAsRoot", true);
        assertThat(schemas.complaints(deployment)).singleElement().asString().contains("runAsRoot");
        ((ObjectNode) deployment.at("/spec/template/spec")).remove("runAsRoot");
        ((ObjectNode) deployment.at("/spec")).put("replicas", "two");
        assertThat(schemas.complaints(deployment)).isNotEmpty();
        ((ObjectNode) deployment.at("/spec")).remove("replicas");
        ((ObjectNode) deployment.at("/spec")).remove("selector");
        assertThat(schemas.complaints(deployment)).singleElement().asString().contains("selector");
    }

}
