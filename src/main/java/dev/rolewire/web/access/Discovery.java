package dev.rolewire.web.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OpenID Connect Discovery 1.0: where an issuer has its keys.
final class Discovery {

    private static final int PATIENCE_MILLIS = 3000;

    private static final int LARGEST = 512 * 1024;

    private Discovery() {
    }

    /// The `jwks_uri` of an issuer.
    /// @throws JwtException when the issuer does not answer, or answers for another one
    static String keysOf(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            String answer = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST)
                .retrieveResource(URI.create(base + "/.well-known/openid-configuration").toURL())
                .getContent();
            JsonNode document = JsonMapper.shared().readTree(answer);
            if (!document.path("issuer").asString("").equals(issuer)) {
                throw new JwtException("the issuer's configuration is that of another issuer");
            }
            return document.required("jwks_uri").asString();
        }
        catch (IOException | JacksonException | IllegalArgumentException unreachable) {
            throw new JwtException("the issuer's configuration cannot be read", unreachable);
        }
    }

}
