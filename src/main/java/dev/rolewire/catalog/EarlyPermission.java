package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

/// One row of the catalog: a resource that needs permissions of a role as soon as it is made.
///
/// @param type the resource type; with `*` at its end every type that begins so
/// @param path the path of the slot with the role, or of a property that refers to the resource with the role; `*` is every
/// slot
/// @param through the path of the slot of the resource that the property refers to; empty for a slot
/// @param when places of which one must be set; empty when it does not matter
/// @param actions what is needed, any of it; `*` is whatever there is
/// @param policies the names of AWS's managed policies that allow it
/// @param need what happens when the resource is made
public record EarlyPermission(String type, String path, String through, List<String> when, List<String> actions,
        List<String> policies, String need) {

    /// Copies the lists.
    public EarlyPermission {
        when = List.copyOf(when);
        actions = List.copyOf(actions);
        policies = List.copyOf(policies);
    }

    /// Reads the rows of a type.
    /// @throws CatalogException when one is something else
    static List<EarlyPermission> readAll(CatalogEntry type) {
        List<EarlyPermission> rows = new ArrayList<>();
        for (CatalogEntry path : type.sorted()) {
            rows.add(read(type.key(), path));
        }
        return List.copyOf(rows);
    }

    private static EarlyPermission read(String type, CatalogEntry path) {
        String through = "";
        List<String> when = List.of();
        List<String> actions = List.of();
        List<String> policies = List.of();
        String need = "";
        for (CatalogEntry field : path.children()) {
            switch (field.key()) {
                case "through" -> through = field.text();
                case "when" -> when = field.texts();
                case "actions" -> actions = field.texts();
                case "policies" -> policies = field.texts();
                case "need" -> need = field.text();
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        if (actions.isEmpty() || need.isEmpty()) {
            throw path.problem("`actions` or `need` is missing");
        }
        return new EarlyPermission(type, path.key(), through, when, actions, policies, need);
    }

    /// Whether the row is about a resource type.
    boolean isOf(String resourceType) {
        return this.type.endsWith("*") ? resourceType.startsWith(this.type.substring(0, this.type.length() - 1))
                : resourceType.equals(this.type);
    }

}
