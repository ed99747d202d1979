package dev.rolewire.catalog.maintenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the properties of a CloudFormation resource schema: JSON with `$ref`s, also cyclic ones.
final class CloudFormationSchema {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode root;

    private final String type;

    private final Set<List<String>> readOnly = new LinkedHashSet<>();

    private final Map<List<String>, SchemaProperty> found = new LinkedHashMap<>();

    private final Deque<String> references = new ArrayDeque<>();

    private CloudFormationSchema(JsonNode root) {
        this.root = root;
        this.type = root.path("typeName").asString("");
        for (JsonNode pointer : root.path("readOnlyProperties")) {
            List<String> path = new ArrayList<>();
            for (String segment : pointer.asString("").split("/")) {
                if (!segment.isEmpty() && !segment.equals("properties")) {
                    path.add(segment.equals("items") ? "*" : segment);
                }
            }
            this.readOnly.add(path);
        }
    }

    /// Reads a schema; nothing when the text is JSON of another kind.
    static List<SchemaProperty> read(String json) {
        JsonNode root = MAPPER.readTree(json);
        if (!root.isObject() || !root.has("typeName") || !root.has("properties")) {
            return List.of();
        }
        CloudFormationSchema schema = new CloudFormationSchema(root);
        schema.walkInside(root, List.of());
        return List.copyOf(schema.found.values());
    }

    private void walk(JsonNode node, List<String> path) {
        if (this.readOnly.contains(path)) {
            return;
        }
        JsonNode reference = node.get("$ref");
        if (reference == null) {
            add(node, path);
            walkInside(node, path);
            return;
        }
        String pointer = reference.asString("");
        if (!pointer.startsWith("#/") || this.references.contains(pointer)) {
            return;
        }
        this.references.push(pointer);
        walk(this.root.at(pointer.substring(1)), path);
        this.references.pop();
    }

    private void walkInside(JsonNode node, List<String> path) {
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            walk(property.getValue(), join(path, property.getKey()));
        }
        if (node.path("items").isObject()) {
            walk(node.path("items"), join(path, "*"));
        }
        for (JsonNode value : node.path("patternProperties")) {
            walk(value, join(path, "{}"));
        }
        if (node.path("additionalProperties").isObject()) {
            walk(node.path("additionalProperties"), join(path, "{}"));
        }
        for (String combination : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : node.path(combination)) {
                if (part.has("$ref") || part.has("type") || part.has("properties")) {
                    walkPart(part, path);
                }
            }
        }
    }

    private void walkPart(JsonNode part, List<String> path) {
        if (path.isEmpty()) {
            walkInside(part, path);
        }
        else {
            walk(part, path);
        }
    }

    private void add(JsonNode node, List<String> path) {
        boolean inside = node.has("properties") || node.has("items") || node.has("patternProperties")
                || node.path("additionalProperties").isObject();
        JsonNode types = node.path("type");
        boolean string = mentions(types, "string");
        boolean untyped = types.isMissingNode() && !node.has("oneOf") && !node.has("anyOf") && !node.has("allOf");
        boolean text = !inside && (string || (untyped && !node.has("required")));
        boolean open = string || (!inside && (untyped || mentions(types, "object")));
        SchemaProperty before = this.found.get(path);
        String hints = node.path("format").asString("") + " " + node.path("pattern").asString("") + " "
                + node.path("relationshipRef");
        this.found.put(path, new SchemaProperty(this.type, path, text || (before != null && before.text()),
                open || (before != null && before.open()), (before != null) ? before.hints() + " " + hints : hints));
    }

    private static boolean mentions(@Nullable JsonNode types, String type) {
        if (types == null) {
            return false;
        }
        if (types.isArray()) {
            return types.valueStream().anyMatch((each) -> each.asString("").equals(type));
        }
        return types.asString("").equals(type);
    }

    private static List<String> join(List<String> path, String segment) {
        List<String> joined = new ArrayList<>(path);
        joined.add(segment);
        return joined;
    }

}
