package dev.rolewire.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads a row of `identity-types.yaml`.
final class IdentityTypeReader {

    private @Nullable IdentityKind kind;

    private @Nullable String name;

    private @Nullable String path;

    private @Nullable String trust;

    private List<String> roles = List.of();

    private @Nullable String principal;

    private IdentityTypeReader() {
    }

    static IdentityType read(CatalogEntry type, boolean data) {
        IdentityTypeReader reader = new IdentityTypeReader();
        for (CatalogEntry field : type.children()) {
            reader.readField(field);
        }
        IdentityKind kind = reader.kind;
        if (kind == null) {
            throw type.problem("`kind` is missing");
        }
        if (reader.roles.isEmpty() == (kind == IdentityKind.INSTANCE_PROFILE)) {
            throw type.problem("an instance profile, and nothing else, has `roles`");
        }
        return new IdentityType(type.key(), data, kind, reader.name, reader.path, reader.trust,
                List.copyOf(reader.roles), reader.principal);
    }

    private void readField(CatalogEntry field) {
        switch (field.key()) {
            case "kind" -> this.kind = CatalogWords.kind(field);
            case "name" -> this.name = field.text();
            case "path" -> this.path = field.text();
            case "trust" -> this.trust = field.text();
            case "roles" -> this.roles = field.texts();
            case "principal" -> this.principal = field.text();
            default -> throw field.problem("unknown field `" + field.key() + "`");
        }
    }

}
