package dev.rolewire.web.access;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenDecoderTests {

    @Test
    void startsOnlyWhenTokensCanBeChecked() {
        assertThatThrownBy(() -> TokenDecoder.of(jwt("https://issuer.example.com", null, List.of())))
            .hasMessageContaining("rolewire.access.jwt.audience");
        assertThatThrownBy(() -> TokenDecoder.of(jwt(null, null, List.of("a"))))
            .hasMessageContaining("rolewire.access.jwt.issuer");
        assertThatThrownBy(() -> TokenDecoder.of(jwt(null, "no url", List.of("a"))))
            .hasMessageContaining("rolewire.access.jwt.jwk-set-uri");
        assertThat(TokenDecoder.of(jwt("https://issuer.example.com", null, List.of("a")))).isNotNull();
    }

    private static Access.Jwt jwt(@Nullable String issuer, @Nullable String keys, List<String> audience) {
        return new Access.Jwt(issuer, keys, audience, "rolewire.analyse", Duration.ofMinutes(5));
    }

}
