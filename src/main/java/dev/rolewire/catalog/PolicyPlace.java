package dev.rolewire.catalog;

import java.util.List;

/// One row of the catalog: a property that holds an IAM policy document.
///
/// @param type the resource type
/// @param path the segments of its place, as in [SlotPath]
/// @param kind what the policy is for
/// @param service who parses it: `IAM`, or the service that has the resource
public record PolicyPlace(String type, List<String> path, Kind kind, String service) {

    /// Copies the path.
    public PolicyPlace {
        path = List.copyOf(path);
    }

    /// What a policy is for (IAM User Guide, "Policies and permissions in AWS Identity
    /// and Access Management").
    public enum Kind {

        /// Says who may assume a role.
        TRUST,
        /// Says what an identity may do.
        IDENTITY,
        /// Says who may do what with a resource.
        RESOURCE

    }

    /// Reads the rows of a type.
    /// @throws CatalogException when a row is something else
    static List<PolicyPlace> read(CatalogEntry type) {
        return type.sorted().stream().map((place) -> row(type, place)).toList();
    }

    private static PolicyPlace row(CatalogEntry type, CatalogEntry place) {
        int space = place.text().indexOf(' ');
        String word = space < 0 ? place.text() : place.text().substring(0, space);
        String service = space < 0 ? "IAM" : place.text().substring(space + 1);
        Kind kind = switch (word) {
            case "trust" -> Kind.TRUST;
            case "identity" -> Kind.IDENTITY;
            case "resource" -> Kind.RESOURCE;
            default -> throw CatalogWords.unknown(place, "trust, identity, resource");
        };
        try {
            return new PolicyPlace(type.key(), SlotPath.parse(place.key()).segments(), kind, service);
        }
        catch (IllegalArgumentException ex) {
            throw place.problem("`" + place.key() + "` is no path: " + ex.getMessage());
        }
    }

}
