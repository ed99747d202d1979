package dev.rolewire.web.access;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may have documents analysed: `rolewire.access.*`.
///
/// @param mode what a call of `/v1/analyses` needs
/// @param apiKeys hashes of API keys, by the name of the client: `{sha256}` and the digest in hexadecimal
/// @param apiKeysFile a file with a line `name {sha256}...` for each key, or a directory (a mounted Secret) with a file for
/// each key, named after the client; read again when it changes
/// @param jwt which tokens are taken
public record Access(@DefaultValue("open") Mode mode, @DefaultValue Map<String, String> apiKeys,
        @Nullable String apiKeysFile, @Valid @DefaultValue Jwt jwt) {

    public Access {
        apiKeys = new LinkedHashMap<>(apiKeys);
    }

    /// What a call needs.
    public enum Mode {

        /// Nothing.
        OPEN,
        /// A key in `X-API-Key`, or in `Authorization: Bearer`.
        API_KEY,
        /// A signed token in `Authorization: Bearer`.
        JWT

    }

    /// Which tokens are taken: `rolewire.access.jwt.*`.
    ///
    /// @param issuer the `iss` of the tokens; without `jwkSetUri` also where its keys are
    /// found (OpenID Connect discovery)
    /// @param jwkSetUri where the keys are
    /// @param audience a token must be for one of these
    /// @param scope that a token must have, in `scope` or `scp`
    /// @param keysCachedFor after how long a key that the issuer no longer lists is
    /// refused; a new key is taken at once
    public record Jwt(@Nullable String issuer, @Nullable String jwkSetUri, @DefaultValue List<String> audience,
            @DefaultValue("rolewire.analyse") String scope,
            @DefaultValue("5m") @DurationMin(seconds = 1) Duration keysCachedFor) {

    }

}
