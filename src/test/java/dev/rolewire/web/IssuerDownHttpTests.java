package dev.rolewire.web;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// The service starts while its issuer is down, says so, and recovers with it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.access.mode=jwt", "rolewire.access.jwt.audience=" + TokenIssuer.AUDIENCE })
class IssuerDownHttpTests {

    private static final TokenIssuer ISSUER = new TokenIssuer();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        ISSUER.down(true);
        properties.add("rolewire.access.jwt.issuer", ISSUER::issuer);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void saysThatTheIssuerDoesNotAnswer() throws InterruptedException {
        HttpApi api = new HttpApi(this.port);
        String[] token = { "Authorization", "Bearer " + ISSUER.good() };
        Answer down = api.post("/v1/analyses", Documents.PROFILE, token);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.problem()).isEqualTo("issuer-unavailable");
        assertThat(down.header("Retry-After")).isEqualTo("10");
        assertThat(api.get("/readyz").status()).isEqualTo(200);
        ISSUER.down(false);
        Answer up = down;
        for (int i = 0; i < 60 && up.status() != 200; i++) {
            Thread.sleep(250);
            up = api.post("/v1/analyses", Documents.PROFILE, token);
        }
        assertThat(up.status()).isEqualTo(200);
    }

}
