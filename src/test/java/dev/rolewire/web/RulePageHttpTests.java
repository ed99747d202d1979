package dev.rolewire.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

import dev.rolewire.report.RuleExample;
import dev.rolewire.report.RuleHtml;
import dev.rolewire.report.RulePage;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.testing.Repository;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RulePageHttpTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String RULE = "/v1/rules/role-as-instance-profile";

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                             | ''               | application/json
            application/json                | ''               | application/json
            text/markdown                   | ''               | text/markdown;charset=UTF-8
            text/html                       | ''               | text/html;charset=UTF-8
            text/*                          | ''               | text/markdown;charset=UTF-8
            text/*, text/markdown;q=0       | ''               | text/html;charset=UTF-8
            text/html                       | ?format=json     | application/json
            image/png                       | ?format=markdown | text/markdown;charset=UTF-8
            application/json                | ?format=html     | text/html;charset=UTF-8
            """)
    void isWhatTheClientAsksFor(String accept, String query, String contentType) {
        Answer answer = this.api.get(RULE + query, "Accept", accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(contentType);
        assertThat(answer.header("Vary")).containsIgnoringCase("accept");
    }

    @Test
    void refusesWhatItHasNot() {
        assertThat(this.api.get(RULE, "Accept", "image/png").problem()).isEqualTo("not-acceptable");
        assertThat(this.api.get(RULE, "Accept", "image").problem()).isEqualTo("not-acceptable");
        Answer word = this.api.get(RULE + "?format=pdf");
        assertThat(word.problem()).isEqualTo("bad-option-value");
        assertThat(word.body()).contains("json, markdown, html");
        assertThat(this.api.get("/v1/rules/no-such-rule", "Accept", BROWSER).problem()).isEqualTo("rule-not-found");
    }

    @Test
    void servesThePagesOfTheRepository() {
        for (JsonNode rule : this.api.get("/v1/rules").json().required("rules")) {
            String id = rule.at("/id").asString();
            String page = Repository.read(Repository.root().resolve("src/docs/rules/" + id + ".md"));
            assertThat(page).endsWith("-->\n\n" + this.api.get("/v1/rules/" + id + "?format=markdown").body());
        }
    }

    @Test
    void showsABrowserAPageThatLoadsNothing() throws Exception {
        Answer page = this.api.get(RULE, "Accept", BROWSER);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).startsWith("<!doctype html>")
            .contains("<h1><code>role-as-instance-profile</code></h1>", "<h2>How to suppress</h2>",
                    "Invalid IAM Instance Profile name", "<td>Severity</td>", "&lt;role name&gt;")
            .doesNotContain("<script", "<img", "<link");
        String style = page.body().substring(page.body().indexOf("<style>") + 7, page.body().indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page.response().headers().allValues("Content-Security-Policy")).singleElement()
            .asString()
            .contains("default-src 'none'", "style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void escapesWhatARuleSays() {
        RuleMetadata rule = RuleMetadata.builder("sound", Severity.ERROR)
            .summary("<script>alert(1)</script>")
            .why("<img src=x onerror=alert(1)> [x](javascript:alert(1))")
            .deployError("</code></pre><script>")
            .reference("A & B", "https://example.com/?a=1&b=2")
            .build();
        RulePage page = new RulePage(rule, List.of(new RuleExample("terraform", "</pre><b>", "<i>")));
        assertThat(RuleHtml.of(page, "\"><b>")).doesNotContain("<script", "<img", "javascript:", "<b>", "<i>")
            .contains("&lt;script&gt;", "A &amp; B");
    }

    @Test
    void isLinkedFromEveryFinding() {
        Answer report = this.api.post("/v1/analyses", Documents.ROLE_AS_PROFILE);
        URI link = URI.create(report.json().at("/findings/0/ruleUrl").asString());
        assertThat(link).isEqualTo(URI.create("http://localhost:" + this.port + RULE));
        assertThat(this.api.get(link.getPath()).json().at("/id").asString())
            .isEqualTo(report.json().at("/findings/0/ruleId").asString());
    }

    @Test
    void isLinkedThroughAGateway() {
        String[] headers = { "X-Forwarded-Proto", "https", "X-Forwarded-Host", "rolewire.example.com",
                "X-Forwarded-Port", "8443", "X-Forwarded-Prefix", "/tools" };
        Answer report = this.api.post("/v1/analyses", Documents.ROLE_AS_PROFILE, headers);
        assertThat(report.json().at("/findings/0/ruleUrl").asString())
            .isEqualTo("https://rolewire.example.com:8443/tools" + RULE);
    }

}
