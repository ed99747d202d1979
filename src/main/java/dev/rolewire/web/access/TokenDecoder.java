package dev.rolewire.web.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/// Makes what checks tokens: signed with a public key of the issuer, in time, from the issuer, for the audience.
final class TokenDecoder {

    private static final int PATIENCE_MILLIS = 3000;

    private static final int LARGEST = 512 * 1024;

    /// RFC 9068 names the type of access tokens; many issuers still call them as any
    /// other.
    private static final JOSEObjectTypeVerifier<SecurityContext> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null);

    private TokenDecoder() {
    }

    /// Checks tokens as configured. The issuer is asked for its keys when the first token
    /// comes, when one comes whose key is not known, and when the keys are old.
    /// @throws IllegalStateException when a token could not be checked
    static JwtDecoder of(Access.Jwt settings) {
        String keys = settings.jwkSetUri();
        String issuer = settings.issuer();
        if (settings.audience().isEmpty()) {
            throw new IllegalStateException(
                    "`rolewire.access.jwt.audience` is not set: any token of the issuer would do");
        }
        if (keys != null) {
            return decoder(keys, settings);
        }
        if (issuer != null) {
            return new SupplierJwtDecoder(() -> decoder(Discovery.keysOf(issuer), settings));
        }
        throw new IllegalStateException(
                "`rolewire.access.mode` is `jwt`: set `rolewire.access.jwt.issuer` or `rolewire.access.jwt.jwk-set-uri`");
    }

    private static JwtDecoder decoder(String keys, Access.Jwt settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source(keys, settings.keysCachedFor()))
            .jwsAlgorithms((algorithms) -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
            .jwtProcessorCustomizer((processor) -> processor.setJWSTypeVerifier(TYPES))
            .build();
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    /// The keys of a URI, asked for at most twice in ten seconds whatever tokens come,
    /// unless they are cached
    /// for less.
    private static JWKSource<SecurityContext> source(String keys, Duration cachedFor) {
        try {
            return JWKSourceBuilder
                .create(URI.create(keys).toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST))
                .cache(cachedFor.toMillis(), PATIENCE_MILLIS * 2)
                .refreshAheadCache(false)
                .rateLimited(Math.min(10_000, cachedFor.toMillis() / 2))
                .build();
        }
        catch (MalformedURLException | IllegalArgumentException malformed) {
            throw new IllegalStateException("`rolewire.access.jwt.jwk-set-uri` is no URL", malformed);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(Access.Jwt settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(List.of(new JwtTimestampValidator()));
        // Without an end a token would be good for ever.
        validators.add(new JwtClaimValidator<Object>(JwtClaimNames.EXP, (expiry) -> expiry != null));
        validators.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                (audience) -> audience != null && audience.stream().anyMatch(settings.audience()::contains)));
        if (settings.issuer() != null) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

}
