package dev.rolewire.catalog;

import org.jspecify.annotations.Nullable;

/// One row of the catalog: what an attribute of a resource holds.
///
/// @param type the resource type
/// @param data whether it is a data source
/// @param attribute the attribute; CloudFormation `Ref` for `Ref`
/// @param yields the identity and its form; null when the attribute holds no identity, one of several, or when it is not
/// known which
/// @param meaning what it holds otherwise
public record Producer(String type, boolean data, String attribute, @Nullable Accepted yields, Meaning meaning) {

    /// What an attribute holds.
    public enum Meaning {

        /// The identity of the resource itself.
        OWN_IDENTITY,
        /// An identity that is another one than the resource (a profile's `role`, a data
        /// source's `role_arn`).
        OTHER_IDENTITY,
        /// Surely no identity that a slot takes.
        NOT_AN_IDENTITY,
        /// Anything: a custom resource's answer, a stored parameter.
        ANYTHING

    }

}
