package dev.rolewire.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One row of the catalog: how services are called in one partition.
///
/// @param own services whose principal may end with the domain of the partition
/// @param refused services whose principal is known to be refused with that domain
/// @param demanded the principal that a service demands of the role in a slot, by resource type, `/` and property
public record PartitionPrincipals(List<String> own, List<String> refused, Map<String, String> demanded) {

    static final PartitionPrincipals NONE = new PartitionPrincipals(List.of(), List.of(), Map.of());

    /// Copies the collections.
    public PartitionPrincipals {
        own = List.copyOf(own);
        refused = List.copyOf(refused);
        demanded = Map.copyOf(demanded);
    }

    /// Reads the row of a partition.
    /// @throws CatalogException when it is something else
    static PartitionPrincipals read(CatalogEntry partition) {
        List<String> own = List.of();
        List<String> refused = List.of();
        Map<String, String> demanded = new LinkedHashMap<>();
        for (CatalogEntry field : partition.children()) {
            switch (field.key()) {
                case "own" -> own = field.texts();
                case "refused" -> refused = field.texts();
                case "demanded" -> field.children().forEach((slot) -> demanded.put(slot.key(), slot.text()));
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        return new PartitionPrincipals(own, refused, demanded);
    }

}
