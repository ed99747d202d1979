package dev.rolewire.frontend;

import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/// What the request says of the deployment.
///
/// @param parameters CloudFormation parameter values or Terraform variables, by name
/// @param region AWS Region code, or null when not given
/// @param accountId twelve digits, or null when not given
/// @param interest which resources and attributes matter, for what is too large to be held
public record FrontendOptions(SequencedMap<String, String> parameters, @Nullable String region,
        @Nullable String accountId, Interest interest) {

    /// Options that leave nothing out.
    public FrontendOptions(SequencedMap<String, String> parameters, @Nullable String region,
            @Nullable String accountId) {
        this(parameters, region, accountId, Interest.EVERYTHING);
    }

}
