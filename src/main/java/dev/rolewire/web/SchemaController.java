package dev.rolewire.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The JSON Schema of the report.
@RestController
@Tag(name = "Analyses")
class SchemaController {

    static final String MEDIA_TYPE = "application/schema+json";

    @GetMapping(path = "/v1/report-schema", produces = { MEDIA_TYPE, "application/json" })
    @Operation(operationId = "getReportSchema", summary = "The JSON Schema of the report",
            description = "JSON Schema, draft 2020-12.",
            responses = @ApiResponse(responseCode = "200", description = "The schema",
                    content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "object"))))
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok(new ClassPathResource("dev/rolewire/report/report.schema.json"));
    }

}
