package dev.rolewire.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// The service behind a real nginx that serves it below `/tools/rolewire`.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayHttpTests {

    @LocalServerPort
    private int port;

    @Value("${server.compression.mime-types}")
    private List<String> compressed;

    private Nginx nginx;

    private HttpApi api;

    @BeforeAll
    void start(@TempDir Path directory) {
        this.nginx = Nginx.start(directory, this.port);
        this.api = new HttpApi(this.nginx.port(), Nginx.PREFIX);
    }

    @AfterAll
    void stop() {
        if (this.nginx != null) {
            this.nginx.close();
        }
    }

    @Test
    void descriptionAndItsPageAreBelowThePrefix() {
        assertThat(this.api.get("/v3/api-docs").json().at("/servers/0/url").asString()).isEqualTo(this.nginx.base());
        assertThat(this.api.get("/").header("Location")).isEqualTo(this.nginx.base() + "/swagger-ui/index.html");
        assertThat(this.api.get("/swagger-ui").header("Location")).isEqualTo(Nginx.PREFIX + "/swagger-ui/index.html");
        assertThat(this.api.get("/v3/api-docs/swagger-config").json().at("/url").asString())
            .isEqualTo(Nginx.PREFIX + "/v3/api-docs");
        for (String file : List.of("index.html", "swagger-ui.css", "swagger-ui-bundle.js", "swagger-initializer.js")) {
            assertThat(this.api.get("/swagger-ui/" + file).status()).as(file).isEqualTo(200);
        }
        assertThat(new HttpApi(this.port).get("/v3/api-docs").json().at("/servers/0/url").asString())
            .as("who calls it directly is told so")
            .isEqualTo("http://localhost:" + this.port);
    }

    @Test
    void linksOfFindingsLeadThroughTheGateway() {
        HttpApi.Answer answer = this.api.post("/v1/analyses", Documents.ROLE_AS_PROFILE);
        String link = answer.json().at("/findings/0/ruleUrl").asString();
        assertThat(link).isEqualTo(this.nginx.base() + "/v1/rules/role-as-instance-profile");
        HttpApi.Answer page = this.api.get(link.substring(this.nginx.base().length()), "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<html");
    }

    @Test
    void commandsOfProblemsLeadThroughTheGateway() {
        HttpApi.Answer answer = this.api.post("/v1/analyses", "file=@template.yaml", "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.json().at("/command").asString()).contains(this.nginx.base() + "/v1/analyses");
    }

    @Test
    void verdictsAndLimitsComeThrough() {
        assertThat(this.api.post("/v1/analyses?failOn=error", Documents.ROLE_AS_PROFILE).status()).isEqualTo(422);
        byte[] tooLarge = new byte[6_000_000];
        Arrays.fill(tooLarge, (byte) '#');
        assertThat(this.api.post("/v1/analyses", tooLarge).problem()).isEqualTo("document-too-large");
    }

    /// nginx sets them all, and so a client cannot lead others astray by them.
    @Test
    void clientsDoNotChooseTheAddress() {
        HttpApi.Answer answer = this.api.get("/v3/api-docs", "X-Forwarded-Host", "evil.example", "Forwarded",
                "host=evil.example;proto=https", "X-Forwarded-Prefix", "/evil", "X-Forwarded-Port", "666",
                "X-Forwarded-Proto", "gopher", "X-Forwarded-Ssl", "on");
        assertThat(answer.json().at("/servers/0/url").asString()).isEqualTo(this.nginx.base());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            X-Forwarded-Port   | 99999999999
            X-Forwarded-Port   | 65536
            X-Forwarded-Port   | port
            X-Forwarded-Host   | a b
            X-Forwarded-Host   | evil.example:port
            X-Forwarded-Host   | evil.example:65536
            X-Forwarded-Host   | evil.example/path
            X-Forwarded-Host   | user@evil.example
            X-Forwarded-Host   | [::1
            X-Forwarded-Host   | "><script>
            X-Forwarded-Proto  | javascript
            X-Forwarded-Proto  | http://
            X-Forwarded-Ssl    | maybe
            X-Forwarded-Prefix | //evil.example
            X-Forwarded-Prefix | /a{b}
            X-Forwarded-Prefix | /%zz
            X-Forwarded-Prefix | prefix
            X-Forwarded-For    | a:b:c:d:e:g
            Forwarded          | host="a;proto
            Forwarded          | host=a:b:c;proto=1
            Forwarded          | nonsense
            """)
    void forwardedHeadersThatAreNoneAreRefused(String name, String value) {
        HttpApi direct = new HttpApi(this.port);
        for (String path : List.of("/v3/api-docs", "/v1/rules/none", "/", "/v3/api-docs/swagger-config")) {
            HttpApi.Answer answer = direct.get(path, name, value);
            assertThat(answer.problem()).isEqualTo("bad-request");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/detail").asString()).contains("`" + name + "` is malformed");
            assertThat(answer.json().at("/requestId").asString()).hasSize(36);
        }
        assertThat(direct.post("/v1/analyses", Documents.ROLE_AS_PROFILE, name, value).problem())
            .isEqualTo("bad-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    X-Forwarded-Host   | tools.example.com, inner.example.com | http://tools.example.com
                    X-Forwarded-Host   | [2001:db8::1]:8443                   | http://[2001:db8::1]:8443
                    X-Forwarded-Port   | 65535                                | http://localhost:65535
                    X-Forwarded-Prefix | /                                    | http://localhost:PORT
                    X-Forwarded-Prefix | /a, /b                               | http://localhost:PORT/a/b
                    X-Forwarded-For    | 2001:db8::1, 192.0.2.1:4711, unknown | http://localhost:PORT
                    Forwarded          | for=192.0.2.1;proto=https;host=tools.example.com, for="[2001:db8::1]:4711" | https://tools.example.com
                    """)
    void everyWayOfSayingItIsUnderstood(String name, String value, String address) {
        HttpApi direct = new HttpApi(this.port);
        assertThat(direct.get("/v3/api-docs", name, value).json().at("/servers/0/url").asString())
            .isEqualTo(address.replace("PORT", String.valueOf(this.port)));
    }

    @Test
    void schemeHostPortAndPrefixAreFollowed() {
        HttpApi direct = new HttpApi(this.port);
        assertThat(direct
            .get("/v3/api-docs", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "tools.example.com",
                    "X-Forwarded-Prefix", "/tools/rolewire")
            .json()
            .at("/servers/0/url")
            .asString()).isEqualTo("https://tools.example.com/tools/rolewire");
        assertThat(direct
            .post("/v1/analyses", Documents.ROLE_AS_PROFILE, "X-Forwarded-Proto", "https", "X-Forwarded-Host",
                    "tools.example.com", "X-Forwarded-Port", "8443", "X-Forwarded-Prefix", "/tools/rolewire/")
            .json()
            .at("/findings/0/ruleUrl")
            .asString()).isEqualTo("https://tools.example.com:8443/tools/rolewire/v1/rules/role-as-instance-profile");
    }

    @Test
    void requestIdIsTakenOver() {
        HttpApi.Answer answer = this.api.post("/v1/analyses?nonsense=1", "", "X-Request-Id", "7f3a-Gateway_1.2");
        assertThat(answer.header("X-Request-Id")).isEqualTo("7f3a-Gateway_1.2");
        answer.problem();
        assertThat(answer.json().at("/requestId").asString()).isEqualTo("7f3a-Gateway_1.2");
        assertThat(this.api.get("/missing", "X-Request-Id", "lost").json().at("/requestId").asString())
            .isEqualTo("lost");
        assertThat(this.api.post("/v1/analyses", Documents.PROFILE, "X-Request-Id", "ok").header("X-Request-Id"))
            .isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = { "with space", "quote\"quote", "<script>", "%0d%0aSet-Cookie:x=1", "a,b", "{\"a\":1}",
            "\u00e9", "", "${jndi:ldap://x}" })
    void requestIdThatIsNotPlainIsReplaced(String hostile) {
        assertReplaced(hostile);
    }

    @Test
    void requestIdThatIsLongIsReplaced() {
        assertReplaced("a".repeat(129));
        String longest = "a".repeat(128);
        assertThat(this.api.get("/livez", "X-Request-Id", longest).header("X-Request-Id")).isEqualTo(longest);
        HttpApi.Answer several = this.api.get("/livez", "X-Request-Id", "one", "X-Request-Id", "two");
        assertThat(several.header("X-Request-Id")).hasSize(36);
    }

    private void assertReplaced(String hostile) {
        HttpApi direct = new HttpApi(this.port);
        HttpApi.Answer answer = direct.post("/v1/analyses", "", "X-Request-Id", hostile);
        String id = answer.header("X-Request-Id");
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(answer.json().at("/requestId").asString()).isEqualTo(id);
        assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void largeAnswersAreCompressed() throws Exception {
        HttpResponse<byte[]> packed = bytes(HttpRequest.newBuilder(URI.create(this.nginx.base() + "/v1/catalog"))
            .header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary"))
            .anyMatch((vary) -> vary.toLowerCase(Locale.ROOT).contains("accept-encoding"));
        String plain = this.api.get("/v1/catalog").body();
        assertThat(unpacked(packed.body())).isEqualTo(plain);
        assertThat(packed.body().length).isLessThan(plain.length() / 4);

        StringBuilder many = new StringBuilder("Resources:\n");
        for (int i = 0; i < 300; i++) {
            many.append("  R%d:\n    Type: AWS::Lambda::Function\n    Properties: {Role: name}\n".formatted(i));
        }
        HttpResponse<byte[]> report = bytes(HttpRequest.newBuilder(URI.create(this.nginx.base() + "/v1/analyses"))
            .header("Accept-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofString(many.toString())));
        assertThat(report.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(report.body())).contains("\"R299\"").endsWith("}");
    }

    @Test
    void everyFormatIsCompressed() {
        assertThat(this.compressed).containsAll(ReportFormat.mediaTypes());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/rules", "/v1/rules/role-as-instance-profile", "/v1/catalog",
            "/v1/catalog/AWS::EC2::Instance", "/v1/report-schema" })
    void whatDoesNotChangeIsKept(String path) {
        HttpApi.Answer first = this.api.get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(first.header("ETag")).startsWith("W/\"");
        HttpApi.Answer again = this.api.get(path, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(this.api.get(path, "If-None-Match", "W/\"other\"").status()).isEqualTo(200);
    }

    @Test
    void representationsHaveTagsOfTheirOwn() {
        String path = "/v1/rules/role-as-instance-profile";
        HttpApi.Answer json = this.api.get(path, "Accept", "application/json");
        HttpApi.Answer page = this.api.get(path, "Accept", "text/html", "If-None-Match", json.header("ETag"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("ETag")).isNotEqualTo(json.header("ETag"));
        assertThat(page.response().headers().allValues("Vary"))
            .anyMatch((vary) -> List.of(vary.toLowerCase(Locale.ROOT).split(",")).contains("accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v3/api-docs", "/swagger-ui/swagger-ui.css", "/swagger-ui/swagger-ui-bundle.js" })
    void whatDependsOnTheCallIsAskedForEachTime(String path) {
        HttpApi.Answer first = this.api.get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(this.api.get(path, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void nothingOfARequestIsKept() {
        assertThat(this.api.post("/v1/analyses", Documents.PROFILE).header("Cache-Control")).isEqualTo("no-store");
        assertThat(this.api.post("/v1/analyses", "").header("Cache-Control")).isEqualTo("no-store");
        HttpApi.Answer missing = this.api.get("/v1/rules/no-such-rule");
        assertThat(missing.problem()).isEqualTo("rule-not-found");
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
        assertThat(missing.header("ETag")).isEmpty();
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

}
