package dev.rolewire.catalog;

import java.util.List;

/// One row of the catalog: a property that holds a name or path that IAM is given.
///
/// @param type the resource type
/// @param path the segments of its place, as in [SlotPath]
/// @param grammar what it may be made of
/// @param maximum how many characters it may have
public record NamePlace(String type, List<String> path, Grammar grammar, int maximum) {

    /// Copies the path.
    public NamePlace {
        path = List.copyOf(path);
    }

    /// What a name may be made of (IAM User Guide, "IAM and AWS STS quotas").
    public enum Grammar {

        /// The name of an identity.
        NAME,
        /// The name of a policy that is a part of its role, user or group.
        INLINE,
        /// The path of an identity.
        PATH

    }

    /// Reads the rows of a type.
    /// @throws CatalogException when a row is something else
    static List<NamePlace> read(CatalogEntry type) {
        return type.sorted().stream().map((place) -> row(type, place)).toList();
    }

    private static NamePlace row(CatalogEntry type, CatalogEntry place) {
        String[] words = place.text().split(" ");
        if (words.length != 2 || !words[1].matches("[0-9]{1,4}")) {
            throw place.problem("expected what it is made of and its maximum, such as `name 64`");
        }
        Grammar grammar = switch (words[0]) {
            case "name" -> Grammar.NAME;
            case "inline" -> Grammar.INLINE;
            case "path" -> Grammar.PATH;
            default -> throw CatalogWords.unknown(place, "name, inline, path");
        };
        try {
            return new NamePlace(type.key(), SlotPath.parse(place.key()).segments(), grammar,
                    Integer.parseInt(words[1]));
        }
        catch (IllegalArgumentException ex) {
            throw place.problem("`" + place.key() + "` is no path: " + ex.getMessage());
        }
    }

}
