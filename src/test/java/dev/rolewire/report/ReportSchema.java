package dev.rolewire.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import static org.assertj.core.api.Assertions.assertThat;

/// The published schema of the report. It allows no property that it does not name.
public final class ReportSchema {

    private static final Schema SCHEMA = load();

    private ReportSchema() {
    }

    /// Checks a report.
    /// @param json the bytes that a client got, as text
    /// @throws AssertionError when the schema does not allow it
    public static void check(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as("what the schema says of %s", json).isEmpty();
    }

    private static Schema load() {
        try (InputStream in = ReportSchema.class.getResourceAsStream("report.schema.json")) {
            assertThat(in).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in, InputFormat.JSON);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
