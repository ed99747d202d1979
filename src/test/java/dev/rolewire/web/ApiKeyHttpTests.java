package dev.rolewire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// API keys from a file that changes while the service runs.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.access.mode=api-key", "rolewire.cors.allowed-origins=https://portal.example.com" })
class ApiKeyHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String KEY = "k3y-of-the-pipeline-Zm9vYmFyYmF6";

    private static final Path FILE = file();

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    private static Path file() {
        try {
            return Files.createTempFile("api-keys", ".txt");
        }
        catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) throws IOException {
        write("pipeline", KEY);
        properties.add("rolewire.access.api-keys-file", FILE::toString);
        properties.add("rolewire.access.api-keys.portal", () -> hash("portal-key"));
    }

    @AfterAll
    static void remove() throws IOException {
        Files.deleteIfExists(FILE);
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void takesAKeyInEitherHeader() {
        assertThat(status("X-API-Key", KEY)).isEqualTo(200);
        assertThat(status("Authorization", "Bearer " + KEY)).isEqualTo(200);
        assertThat(status("Authorization", "bearer  " + KEY)).isEqualTo(200);
        assertThat(status("X-API-Key", "portal-key")).isEqualTo(200);
    }

    @Test
    void refusesWhoHasNone() {
        Answer none = this.api.post(ANALYSES, Documents.PROFILE);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.problem()).isEqualTo("unauthenticated");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"rolewire\"");
        assertThat(none.json().at("/detail").asString()).contains("X-API-Key");
        assertThat(status("Authorization", "Basic dXNlcjpwYXNzd29yZA==")).isEqualTo(401);
        for (String wrong : new String[] { "", "wrong", KEY + "x", KEY.toUpperCase(java.util.Locale.ROOT), hash(KEY),
                "{sha256}", "x".repeat(7000) }) {
            Answer answer = this.api.post(ANALYSES, Documents.PROFILE, "X-API-Key", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
        // One wrong key is enough, whatever else comes along.
        assertThat(this.api.post(ANALYSES, Documents.PROFILE, "X-API-Key", "wrong", "Authorization", "Bearer " + KEY)
            .status()).isEqualTo(401);
    }

    @Test
    void leavesOpenWhatSaysNothingOfAnybody() {
        for (String path : new String[] { "/livez", "/readyz", "/actuator/health", "/v1/rules", "/v1/catalog",
                "/v1/report-schema", "/v3/api-docs", "/swagger-ui/index.html" }) {
            assertThat(this.api.get(path).status()).as(path).isEqualTo(200);
        }
        for (String path : new String[] { "/actuator/prometheus", "/actuator/sbom", "/actuator/info", "/actuator" }) {
            assertThat(this.api.get(path).status()).as(path).isEqualTo(401);
            assertThat(this.api.get(path, "X-API-Key", KEY).status()).as(path).isIn(200, 404);
        }
        assertThat(this.api.post(ANALYSES + "/", Documents.PROFILE).status()).isIn(401, 404);
        assertThat(this.api.post("//v1/analyses", Documents.PROFILE).status()).isIn(400, 401, 404);
        assertThat(this.api.post("/v1/x/../analyses", Documents.PROFILE).status()).isIn(400, 401, 404);
        assertThat(this.api.post("/v1/%61nalyses", Documents.PROFILE).status()).isIn(400, 401, 404);
        assertThat(this.api.post("/v1/analyses;x=1", Documents.PROFILE).status()).isIn(400, 401, 404);
    }

    @Test
    void followsTheFileWithoutARestart() throws IOException {
        try {
            Files.writeString(FILE, "# two at once\npipeline " + hash(KEY) + "\n\nnext " + hash("next-key") + "\n");
            assertThat(eventually("next-key", 200)).isEqualTo(200);
            assertThat(status("X-API-Key", KEY)).isEqualTo(200);
            Files.writeString(FILE, "next " + hash("next-key") + "\n");
            assertThat(eventually(KEY, 401)).isEqualTo(401);
            Files.writeString(FILE, "next in clear text\n");
            assertThat(eventually("in", 200)).isEqualTo(401);
            assertThat(status("X-API-Key", "next-key")).isEqualTo(200);
        }
        finally {
            write("pipeline", KEY);
            assertThat(eventually(KEY, 200)).isEqualTo(200);
        }
    }

    @Test
    void describesTheSchemes() {
        var document = this.api.get("/v3/api-docs").json();
        assertThat(document.at("/components/securitySchemes/apiKey/name").asString()).isEqualTo("X-API-Key");
        assertThat(document.at("/components/securitySchemes/apiKey/in").asString()).isEqualTo("header");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(document.at("/paths/~1v1~1analyses/post/security").size()).isEqualTo(2);
        assertThat(document.at("/paths/~1v1~1analyses/post/responses/401").isObject()).isTrue();
        assertThat(document.at("/paths/~1v1~1rules/get/security").isMissingNode()).isTrue();
    }

    @Test
    void letsPagesOfOneOriginCall() {
        Answer preflight = this.api.send(this.api
            .request(ANALYSES, "Origin", "https://portal.example.com", "Access-Control-Request-Method", "POST",
                    "Access-Control-Request-Headers", "x-api-key, content-type")
            .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://portal.example.com");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        Answer call = this.api.post(ANALYSES, Documents.PROFILE, "Origin", "https://portal.example.com", "X-API-Key",
                KEY);
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://portal.example.com");
        Answer other = this.api.post(ANALYSES, Documents.PROFILE, "Origin", "https://evil.example.com", "X-API-Key",
                KEY);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.problem()).isEqualTo("foreign-origin");
    }

    @Test
    void countsRefusalsWithoutTheirKeys() {
        status("X-API-Key", "a-secret-that-is-wrong");
        String metrics = this.api.get("/actuator/prometheus", "X-API-Key", KEY).body();
        assertThat(metrics).contains("rolewire_access_refused_total{outcome=\"refused\"}").doesNotContain("a-secret");
    }

    private int status(String header, String value) {
        return this.api.post(ANALYSES, Documents.PROFILE, header, value).status();
    }

    /// The status once it is the one that is awaited, at the latest after three seconds.
    private int eventually(String key, int awaited) {
        int status = status("X-API-Key", key);
        for (int i = 0; i < 15 && status != awaited; i++) {
            try {
                Thread.sleep(200);
            }
            catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            status = status("X-API-Key", key);
        }
        return status;
    }

    private static void write(String name, String key) throws IOException {
        Files.writeString(FILE, name + " " + hash(key) + "\n");
    }

    private static String hash(String key) {
        try {
            return "{sha256}" + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

}
