package dev.rolewire.policy;

import org.jspecify.annotations.Nullable;

/// The question whether a trust policy lets one principal do one thing.
///
/// @param principal a service principal such as `lambda.amazonaws.com`, `{region}` standing for the Region; for a
/// federated query the identity provider, such as `cognito-identity.amazonaws.com`
/// @param federated whether the principal is a federated one
/// @param action the action that is needed, such as `sts:AssumeRole`
/// @param region the Region of the deployment, or null when not known: then any Region may be meant
public record TrustQuery(String principal, boolean federated, String action, @Nullable String region) {

}
