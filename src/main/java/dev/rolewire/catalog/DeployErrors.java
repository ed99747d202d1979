package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The texts that AWS, CloudFormation and Terraform print for a mistake, where they are confirmed.
public final class DeployErrors {

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
        String file = CatalogLoader.DEPLOY_ERRORS;
        return read(CatalogFileReader.read(file, Catalogs.bundledFile(file)));
    }

    /// Reads the rows of a file: rules, the types of each, the fields of each.
    /// @throws CatalogException when a row is something else
    static DeployErrors read(CatalogEntry root) {
        List<DeployError> rows = new ArrayList<>();
        for (CatalogEntry rule : root.children()) {
            for (CatalogEntry type : rule.children()) {
                rows.add(row(rule.key(), type));
            }
        }
        return new DeployErrors(List.copyOf(rows));
    }

    private static DeployError row(String rule, CatalogEntry type) {
        List<String> types = new ArrayList<>(List.of(type.key()));
        List<String> property = null;
        String text = null;
        String source = null;
        for (CatalogEntry field : type.children()) {
            switch (field.key()) {
                case "also" -> types.addAll(field.texts());
                case "property" -> property = field.texts();
                case "text" -> text = field.text();
                case "source" -> source = field.text();
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        if (text == null || source == null) {
            throw type.problem("`text` or `source` is missing");
        }
        return new DeployError(rule, List.copyOf(types), property, text, source);
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
