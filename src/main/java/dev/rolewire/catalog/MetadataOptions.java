package dev.rolewire.catalog;

import java.util.List;

/// One row of the catalog: where a resource type says how its instances get the credentials of their profile.
///
/// @param type the resource type
/// @param tokens the segments of the place that says whether a session token is needed, as in [SlotPath]
/// @param endpoint the segments of the place that says whether there is an endpoint
public record MetadataOptions(String type, List<String> tokens, List<String> endpoint) {

    /// Copies the paths.
    public MetadataOptions {
        tokens = List.copyOf(tokens);
        endpoint = List.copyOf(endpoint);
    }

    /// Reads the row of a type.
    /// @throws CatalogException when it is something else
    static MetadataOptions read(CatalogEntry type) {
        List<String> tokens = List.of();
        List<String> endpoint = List.of();
        for (CatalogEntry field : type.children()) {
            switch (field.key()) {
                case "tokens" -> tokens = SlotPath.parse(field.text()).segments();
                case "endpoint" -> endpoint = SlotPath.parse(field.text()).segments();
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        if (tokens.isEmpty() || endpoint.isEmpty()) {
            throw type.problem("`tokens` or `endpoint` is missing");
        }
        return new MetadataOptions(type.key(), tokens, endpoint);
    }

}
