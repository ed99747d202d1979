package dev.rolewire.web;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.rule.RuleMetadata;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas of the report and of the configuration file.
@RestController
@Tag(name = "Analyses")
class SchemaController {

    static final String MEDIA_TYPE = "application/schema+json";

    private final JsonNode configurationSchema;

    SchemaController(Analyzer analyzer) {
        this.configurationSchema = configurationSchema(analyzer.rules());
    }

    @GetMapping(path = "/v1/report-schema", produces = { MEDIA_TYPE, "application/json" })
    @Operation(operationId = "getReportSchema", summary = "The JSON Schema of the report",
            description = "JSON Schema, draft 2020-12.",
            responses = @ApiResponse(responseCode = "200", description = "The schema",
                    content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "object"))))
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok(new ClassPathResource("dev/rolewire/report/report.schema.json"));
    }

    @GetMapping(path = "/v1/config-schema", produces = { MEDIA_TYPE, "application/json" })
    @Operation(operationId = "getConfigSchema", summary = "The JSON Schema of `.rolewire.yaml`",
            description = "JSON Schema, draft 2020-12, with the ids of the rules; for the configuration file of a "
                    + "bundle, and for editors that write it.",
            responses = @ApiResponse(responseCode = "200", description = "The schema",
                    content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "object"))))
    JsonNode configurationSchema() {
        return this.configurationSchema;
    }

    private static JsonNode configurationSchema(List<RuleMetadata> rules) {
        try (InputStream in = new ClassPathResource("dev/rolewire/analysis/configuration/configuration.schema.json")
            .getInputStream()) {
            JsonNode schema = JsonMapper.shared().readTree(in);
            ArrayNode ids = ((ObjectNode) schema.required("$defs").required("RuleId")).putArray("enum");
            rules.forEach((rule) -> ids.add(rule.id()));
            return schema;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
