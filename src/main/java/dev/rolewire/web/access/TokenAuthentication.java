package dev.rolewire.web.access;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/// Checks a token. When the issuer cannot be asked, that is its own failure: the framework would answer as if the service
/// had a flaw.
final class TokenAuthentication implements AuthenticationManager {

    private final JwtAuthenticationProvider provider;

    TokenAuthentication(JwtDecoder decoder) {
        this.provider = new JwtAuthenticationProvider(decoder);
    }

    @Override
    public Authentication authenticate(Authentication token) {
        try {
            return Objects.requireNonNull(this.provider.authenticate(token), "a bearer token was given");
        }
        catch (AuthenticationServiceException | JwtDecoderInitializationException unreachable) {
            throw new IssuerUnavailable(unreachable);
        }
    }

    /// The issuer's keys are not to be had.
    static final class IssuerUnavailable extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        IssuerUnavailable(Throwable cause) {
            super("the issuer is not to be had", cause);
        }

    }

}
