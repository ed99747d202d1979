package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

/// One row of the catalog: a property that takes a launch template which must name no instance profile.
///
/// @param type the resource type
/// @param path the segments of the property, as in [SlotPath]
/// @param what what the resource is, for messages
/// @param instead the property that takes the role
/// @param source where the fact comes from
public record ForbiddenProfile(String type, List<String> path, String what, String instead, String source) {

    /// Copies the path.
    public ForbiddenProfile {
        path = List.copyOf(path);
    }

    /// Reads the rows of a type.
    /// @throws CatalogException when one is something else
    static List<ForbiddenProfile> readAll(CatalogEntry type) {
        List<ForbiddenProfile> rows = new ArrayList<>();
        for (CatalogEntry path : type.sorted()) {
            List<CatalogEntry> fields = path.children();
            if (!fields.stream().map(CatalogEntry::key).toList().equals(List.of("what", "instead", "source"))) {
                throw path.problem("expected `what`, `instead` and `source`");
            }
            rows.add(new ForbiddenProfile(type.key(), SlotPath.parse(path.key()).segments(), fields.getFirst().text(),
                    fields.get(1).text(), fields.getLast().text()));
        }
        return List.copyOf(rows);
    }

}
