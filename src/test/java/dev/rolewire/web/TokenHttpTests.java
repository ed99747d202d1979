package dev.rolewire.web;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Really signed tokens, and keys from a real server.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "rolewire.access.mode=jwt",
        "rolewire.access.jwt.audience=" + TokenIssuer.AUDIENCE, "rolewire.access.jwt.keys-cached-for=1s" })
class TokenHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final TokenIssuer ISSUER = new TokenIssuer();

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("rolewire.access.jwt.issuer", ISSUER::issuer);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void takesAGoodToken() {
        assertThat(call(ISSUER.good()).status()).isEqualTo(200);
        assertThat(call(ISSUER.sign(ISSUER.claims().claim("scope", null).claim("scp", List.of("rolewire.analyse"))))
            .status()).isEqualTo(200);
        assertThat(call(ISSUER.sign(ISSUER.claims().audience(List.of("other", TokenIssuer.AUDIENCE)))).status())
            .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoGoodToken() {
        Date past = Date.from(Instant.now().minusSeconds(3600));
        Date future = Date.from(Instant.now().plusSeconds(3600));
        List<String> tokens = List.of(ISSUER.unsigned(), ISSUER.forged(), ISSUER.confused(),
                ISSUER.sign(ISSUER.claims().expirationTime(past)), ISSUER.sign(ISSUER.claims().expirationTime(null)),
                ISSUER.sign(ISSUER.claims().notBeforeTime(future)),
                ISSUER.sign(ISSUER.claims().audience("another-service")),
                ISSUER.sign(ISSUER.claims().audience((String) null)),
                ISSUER.sign(ISSUER.claims().issuer("https://evil.example.com")),
                ISSUER.good().substring(0, ISSUER.good().length() - 8), "a.b.c", "no-token");
        for (String token : tokens) {
            Answer answer = call(token);
            // A key that is not known may meet the limit on how often the issuer is
            // asked.
            assertThat(answer.status()).as(token).isIn(401, 503);
            if (answer.status() == 401) {
                assertThat(answer.problem()).isEqualTo("unauthenticated");
                assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"rolewire\", error=\"invalid_token\"");
            }
            assertThat(answer.body()).doesNotContain(token.substring(0, Math.min(token.length(), 20)));
        }
    }

    @Test
    void refusesATokenWithoutTheScope() {
        Answer answer = call(ISSUER.sign(ISSUER.claims().claim("scope", "openid rolewire.analyse.not")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.header("WWW-Authenticate"))
            .isEqualTo("Bearer realm=\"rolewire\", error=\"insufficient_scope\", scope=\"rolewire.analyse\"");
    }

    @Test
    void asksForATokenOnlyWhereDocumentsGo() {
        Answer none = this.api.post(ANALYSES, Documents.PROFILE);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"rolewire\"");
        assertThat(this.api.get("/v1/rules").status()).isEqualTo(200);
        assertThat(this.api.get("/readyz").status()).isEqualTo(200);
        assertThat(this.api.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(this.api.post(ANALYSES + "?access_token=" + ISSUER.good(), Documents.PROFILE).status())
            .isEqualTo(401);
        var schemes = this.api.get("/v3/api-docs").json().at("/components/securitySchemes");
        assertThat(schemes.at("/bearer/bearerFormat").asString()).isEqualTo("JWT");
    }

    @Test
    void followsTheKeysOfTheIssuer() throws InterruptedException {
        String old = ISSUER.good();
        assertThat(call(old).status()).isEqualTo(200);
        ISSUER.rotate();
        Answer rotated = eventually(ISSUER.good(), 200);
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(call(old).status()).isEqualTo(200);
        ISSUER.withdrawOld();
        assertThat(eventually(old, 401).status()).isEqualTo(401);
        assertThat(eventually(ISSUER.good(), 200).status()).isEqualTo(200);
        String forged = ISSUER.forged();
        int asked = ISSUER.asked();
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(call(forged).status()).isIn(401, 503);
        }
        long halfSeconds = (System.nanoTime() - start) / 500_000_000;
        assertThat(ISSUER.asked() - asked).isLessThan((int) (4 + 2 * halfSeconds));
    }

    private Answer eventually(String token, int status) throws InterruptedException {
        Answer answer = call(token);
        for (int i = 0; i < 60 && answer.status() != status; i++) {
            Thread.sleep(250);
            answer = call(token);
        }
        return answer;
    }

    private Answer call(String token) {
        return this.api.post(ANALYSES, Documents.PROFILE, "Authorization", "Bearer " + token);
    }

}
