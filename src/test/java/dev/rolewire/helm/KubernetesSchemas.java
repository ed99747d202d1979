package dev.rolewire.helm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rolewire.testing.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What Kubernetes takes: the part of its OpenAPI document that the chart uses, for the oldest version that the chart allows
/// and the newest, as JSON Schema that allows no other property. `KubernetesSchemaUpdate` writes the files.
final class KubernetesSchemas {

    /// The kinds, and the definitions that describe them.
    static final Map<String, String> KINDS = Map.ofEntries(Map.entry("v1/ConfigMap", "io.k8s.api.core.v1.ConfigMap"),
            Map.entry("v1/Pod", "io.k8s.api.core.v1.Pod"), Map.entry("v1/Service", "io.k8s.api.core.v1.Service"),
            Map.entry("v1/ServiceAccount", "io.k8s.api.core.v1.ServiceAccount"),
            Map.entry("apps/v1/Deployment", "io.k8s.api.apps.v1.Deployment"),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler"),
            Map.entry("policy/v1/PodDisruptionBudget", "io.k8s.api.policy.v1.PodDisruptionBudget"),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", "io.k8s.api.networking.v1.NetworkPolicy"),
            Map.entry("networking.k8s.io/v1/Ingress", "io.k8s.api.networking.v1.Ingress"));

    static final List<String> VERSIONS = List.of("1.30", "1.37");

    private static final Map<String, KubernetesSchemas> LOADED = new ConcurrentHashMap<>();

    private final ObjectNode definitions;

    private final Map<String, Schema> compiled = new HashMap<>();

    private KubernetesSchemas(ObjectNode definitions) {
        this.definitions = definitions;
    }

    static KubernetesSchemas of(String version) {
        return LOADED.computeIfAbsent(version, (key) -> new KubernetesSchemas((ObjectNode) JsonMapper.shared()
            .readTree(Repository.read(Repository.testResources().resolve("kubernetes/" + key + ".json")))));
    }

    /// Whether a manifest is of Kubernetes itself.
    static boolean knows(JsonNode manifest) {
        return KINDS.containsKey(kind(manifest));
    }

    static String kind(JsonNode manifest) {
        return manifest.at("/apiVersion").asString() + "/" + manifest.at("/kind").asString();
    }

    /// What the schema says against a manifest.
    List<String> complaints(JsonNode manifest) {
        return this.compiled.computeIfAbsent(kind(manifest), this::compile)
            .validate(manifest.toString(), InputFormat.JSON)
            .stream()
            .map(Object::toString)
            .toList();
    }

    private Schema compile(String kind) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$ref", "#/$defs/" + KINDS.get(kind));
        schema.set("$defs", this.definitions);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.toString(), InputFormat.JSON);
    }

}
