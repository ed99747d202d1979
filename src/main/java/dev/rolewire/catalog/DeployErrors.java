package dev.rolewire.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The texts that AWS, CloudFormation and Terraform print for a mistake, where they are confirmed.
public final class DeployErrors {

    private static final String RESOURCE = "deploy-errors.yaml";

    private final List<DeployError> rows;

    private DeployErrors(List<DeployError> rows) {
        this.rows = rows;
    }

    /// One row.
    ///
    /// @param rule the rule whose finding predicts the text
    /// @param types resource types of both families
    /// @param property the last segments of the property; null for all
    /// @param text the text, with `{value}` and `{role}` for the document's own
    /// @param source where it was seen
    public record DeployError(String rule, List<String> types, @Nullable List<String> property, String text,
            String source) {

    }

    /// Reads the bundled rows.
    public static DeployErrors bundled() {
        try (InputStream data = DeployErrors.class.getResourceAsStream(RESOURCE)) {
            if (data == null) {
                throw new IllegalStateException("missing on the class path: " + RESOURCE);
            }
            return new DeployErrors(
                    new YAMLMapper().readValue(data.readAllBytes(), new TypeReference<List<DeployError>>() {
                    }));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    public List<DeployError> rows() {
        return this.rows;
    }

    /// The text for a mistake.
    /// @param rule the rule's id
    /// @param type the resource type
    /// @param property the last named segment of the property
    public Optional<String> find(String rule, String type, String property) {
        return this.rows.stream()
            .filter((row) -> row.rule().equals(rule) && row.types().contains(type)
                    && (row.property() == null || row.property().contains(property)))
            .map(DeployError::text)
            .findFirst();
    }

}
