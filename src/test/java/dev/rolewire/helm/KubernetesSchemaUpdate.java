package dev.rolewire.helm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes the definitions that the chart uses out of the wheel `kubernetes-validate` of PyPI, which ships Kubernetes' OpenAPI
/// documents as JSON Schema: without descriptions, and without the `null` that a server takes for what is absent. How it is
/// run is in the chart's README.
class KubernetesSchemaUpdate {

    private static final String WHEEL = "rolewire.kubernetes-validate";

    private static final String REFERENCE = "#/$defs/";

    @Test
    @EnabledIfSystemProperty(named = WHEEL, matches = ".+")
    void writesTheDefinitionsOfEveryVersion() throws IOException {
        try (ZipFile wheel = new ZipFile(Path.of(System.getProperty(WHEEL)).toFile())) {
            for (String version : KubernetesSchemas.VERSIONS) {
                JsonNode all = definitions(wheel, version);
                Map<String, JsonNode> used = new TreeMap<>();
                KubernetesSchemas.KINDS.values().forEach((name) -> collect(name, all, used));
                Repository.write(Repository.testResources().resolve("kubernetes/" + version + ".json"),
                        text(new LinkedHashMap<>(used)));
            }
        }
    }

    private static JsonNode definitions(ZipFile wheel, String version) throws IOException {
        String entry = "kubernetes_validate/kubernetes-json-schema/v" + version + ".0-local-strict/_definitions.json";
        try (InputStream in = wheel.getInputStream(wheel.getEntry(entry))) {
            return JsonMapper.shared().readTree(in).required("$defs");
        }
    }

    private static void collect(String name, JsonNode all, Map<String, JsonNode> used) {
        if (!used.containsKey(name)) {
            JsonNode definition = stripped(all.required(name));
            used.put(name, definition);
            definition.findValuesAsString("$ref")
                .forEach((reference) -> collect(reference.substring(REFERENCE.length()), all, used));
        }
    }

    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode bare = JsonMapper.shared().createObjectNode();
            object.forEachEntry((name, value) -> {
                boolean text = name.equals("description") && value.isString();
                if (!text && !name.startsWith("x-kubernetes")) {
                    bare.set(name, name.equals("type") && value.isArray() ? value.get(0) : stripped(value));
                }
            });
            return bare;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode bare = JsonMapper.shared().createArrayNode();
            array.forEach((each) -> bare.add(stripped(each)));
            return bare;
        }
        return node;
    }

    /// One definition a line, so that a new version shows what has changed.
    private static String text(Map<String, JsonNode> definitions) {
        StringBuilder text = new StringBuilder("{\n");
        definitions.forEach((name, definition) -> text.append((text.length() > 2) ? ",\n" : "")
            .append('"')
            .append(name)
            .append("\": ")
            .append(definition));
        return text.append("\n}\n").toString();
    }

}
