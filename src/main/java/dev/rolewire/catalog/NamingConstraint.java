package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

/// One row of the catalog: what the names or paths of the identities in a slot must look like for its service.
///
/// @param type the resource type
/// @param path the path of the slot, as the catalog of slots writes it
/// @param kind which identity: the one in the slot, or with [IdentityKind#ROLE] for a slot of an instance profile the role
/// inside
/// @param names patterns of names, `*` standing for any text; one that fits is enough
/// @param paths patterns of IAM paths; one that fits is enough, instead of a name
/// @param source where the fact comes from
public record NamingConstraint(String type, String path, IdentityKind kind, List<String> names, List<String> paths,
        String source) {

    /// Copies the lists.
    public NamingConstraint {
        names = List.copyOf(names);
        paths = List.copyOf(paths);
    }

    /// Reads the rows of a type.
    /// @throws CatalogException when one is something else
    static List<NamingConstraint> readAll(CatalogEntry type) {
        List<NamingConstraint> rows = new ArrayList<>();
        for (CatalogEntry path : type.sorted()) {
            for (CatalogEntry kind : path.sorted()) {
                rows.add(read(type.key(), path.key(), kind));
            }
        }
        return List.copyOf(rows);
    }

    private static NamingConstraint read(String type, String path, CatalogEntry entry) {
        IdentityKind kind = switch (entry.key()) {
            case "role" -> IdentityKind.ROLE;
            case "instance-profile" -> IdentityKind.INSTANCE_PROFILE;
            default -> throw entry.problem("expected `role` or `instance-profile`");
        };
        List<String> names = List.of();
        List<String> paths = List.of();
        String source = "";
        for (CatalogEntry field : entry.children()) {
            switch (field.key()) {
                case "names" -> names = field.texts();
                case "paths" -> paths = field.texts();
                case "source" -> source = field.text();
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        if ((names.isEmpty() && paths.isEmpty()) || source.isEmpty()) {
            throw entry.problem("`names` or `paths`, or `source` is missing");
        }
        return new NamingConstraint(type, path, kind, names, paths, source);
    }

}
