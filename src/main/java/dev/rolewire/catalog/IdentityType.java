package dev.rolewire.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One row of the catalog: a resource type that makes (or, as data source, looks up) an identity.
///
/// @param type the resource type
/// @param data whether it is a data source
/// @param kind the identity
/// @param nameProperty the property that holds its own name, or null when it has none
/// @param pathProperty the property that holds its IAM path (`/` when not set), or null
/// @param trustProperty the property that holds a role's trust policy, or null
/// @param roleProperties properties that hold the roles of an instance profile; empty otherwise
/// @param impliedPrincipalProperty the property that names the service of a service-linked role, or null
public record IdentityType(String type, boolean data, IdentityKind kind, @Nullable String nameProperty,
        @Nullable String pathProperty, @Nullable String trustProperty, List<String> roleProperties,
        @Nullable String impliedPrincipalProperty) {

}
