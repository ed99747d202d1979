package dev.rolewire.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import static org.assertj.core.api.Assertions.assertThat;

/// The schemas of the formats that other tools read.
final class JsonSchemas {

    /// OASIS's schema of SARIF 2.1.0.
    static final Schema SARIF = load("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);

    /// What GitLab's documentation says.
    static final Schema GITLAB = load("/schemas/gitlab-code-quality.schema.json", SpecificationVersion.DRAFT_2020_12);

    /// What reviewdog's protocol buffers say.
    static final Schema RDJSON = load("/schemas/rdjson.schema.json", SpecificationVersion.DRAFT_2020_12);

    private JsonSchemas() {
    }

    /// What a schema says against a document.
    static List<String> complaints(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static Schema load(String resource, SpecificationVersion version) {
        try (InputStream in = JsonSchemas.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return SchemaRegistry.withDefaultDialect(version).getSchema(in, InputFormat.JSON);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
