package dev.rolewire.web.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON Schemas of the class path as schemas of an OpenAPI 3.1 document, whose schemas are of the same draft. Only the
/// keywords that our own schemas use are known.
final class SchemaResource {

    private static final String DEFS = "#/$defs/";

    private SchemaResource() {
    }

    /// The definitions of a resource, by name.
    /// @param path of the resource
    /// @param member that holds the definitions, or empty for the resource itself
    static SequencedMap<String, Schema<?>> read(String path, String member) {
        JsonNode root = json(path);
        JsonNode definitions = member.isEmpty() ? root : root.required(member);
        SequencedMap<String, Schema<?>> schemas = new LinkedHashMap<>();
        definitions.properties().forEach((entry) -> schemas.put(entry.getKey(), schema(entry.getValue())));
        return schemas;
    }

    private static JsonNode json(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return JsonMapper.shared().readTree(in);
        }
        catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Schema<?> schema(JsonNode node) {
        JsonSchema schema = new JsonSchema();
        for (var entry : node.properties()) {
            keyword(schema, entry.getKey(), entry.getValue());
        }
        return schema;
    }

    private static void keyword(JsonSchema schema, String name, JsonNode value) {
        switch (name) {
            case "$ref" -> schema.set$ref("#/components/schemas/" + value.asString().substring(DEFS.length()));
            case "type" -> schema.setTypes(new LinkedHashSet<>(texts(value)));
            case "description" -> schema.setDescription(value.asString());
            case "enum" -> schema.setEnum(new ArrayList<>(texts(value)));
            case "const" -> schema.setConst(value.asString());
            case "pattern" -> schema.setPattern(value.asString());
            case "format" -> schema.setFormat(value.asString());
            case "default" -> schema.setDefault(plain(value));
            case "examples" -> schema.setExamples(new ArrayList<>(values(value)));
            case "minimum" -> schema.setMinimum(BigDecimal.valueOf(value.asLong()));
            case "maximum" -> schema.setMaximum(BigDecimal.valueOf(value.asLong()));
            case "minLength" -> schema.setMinLength(value.asInt());
            case "maxLength" -> schema.setMaxLength(value.asInt());
            case "minItems" -> schema.setMinItems(value.asInt());
            case "items" -> schema.setItems(schema(value));
            case "anyOf" -> value.forEach((item) -> schema.addAnyOfItem(schema(item)));
            case "required" -> schema.setRequired(texts(value));
            case "additionalProperties" ->
                schema.setAdditionalProperties(value.isBoolean() ? (Object) value.asBoolean() : schema(value));
            case "properties" ->
                value.properties().forEach((entry) -> schema.addProperty(entry.getKey(), schema(entry.getValue())));
            default -> throw new IllegalArgumentException("no keyword of our schemas: " + name);
        }
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach((item) -> texts.add(item.asString()));
        }
        else {
            texts.add(value.asString());
        }
        return texts;
    }

    private static List<Object> values(JsonNode value) {
        List<Object> values = new ArrayList<>();
        value.forEach((item) -> values.add(plain(item)));
        return values;
    }

    private static Object plain(JsonNode value) {
        return JsonMapper.shared().convertValue(value, Object.class);
    }

}
