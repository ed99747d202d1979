package dev.rolewire.web;

import java.nio.charset.StandardCharsets;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failOm=error                    | unknown-option   | Did you mean `failOn`?
            parameters=A=b                  | unknown-option   | Did you mean `parameter`?
            verbose=1                       | unknown-option   | is no option. The options are parameter,
            failOn=fatal                    | bad-option-value | one of error, warning, note, never, and not `fatal`
            failOn=                         | bad-option-value | one of
            failOn=error&failOn=note        | bad-option-value | given 2 times
            minSeverity=never               | bad-option-value | one of error, warning, note, and not
            failOnUnchecked=maybe           | bad-option-value | `true` or `false`
            region=Ireland                  | bad-option-value | Region code
            accountId=1234                  | bad-option-value | twelve digits
            parameter=Env                   | bad-option-value | `Name=value`
            severity=role-as-instance-profile | bad-option-value | `rule=level`
            severity=role-as-instance-profile=bad | bad-option-value | one of
                                format=pdf                      | bad-option-value | one of json, yaml,
                                disable=role-as-profile         | unknown-rule     | is no rule
            enable=x                        | unknown-rule     | is no rule
            filename=a%00b                  | bad-option-value | control characters
            filename=%zz                    | bad-request      | hexadecimal
            """)
    void refusesOptionsThatMakeNoSense(String query, String problem, String detail) {
        String raw = this.api.raw("POST " + ANALYSES + "?" + query
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\na: b\n");
        assertThat(raw).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "/problems/" + problem);
        assertThat(raw).contains(detail);
    }

    @Test
    void namesTheRulesThatMayBeMeant() {
        Answer answer = this.api.post(ANALYSES + "?disable=role-as-instance-profil", Documents.PROFILE);
        assertThat(answer.problem()).isEqualTo("unknown-rule");
        assertThat(answer.json().at("/nearest/0").asString()).isEqualTo("role-as-instance-profile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{"failOm": "error"}'                       | unknown-option
            'rules: {only: [a]}'                        | unknown-option
            '{"failOn": "error"'                        | malformed-options
            '{"failOn": "error"} x'                     | malformed-options
            '{"failOn": {"a": 1}}'                      | malformed-options
            '{"failOn": null}'                          | malformed-options
            '{"rules": []}'                             | malformed-options
            '{"rules": {"disable": "a"}}'               | malformed-options
            '{"rules": {"disable": [["a"]]}}'           | malformed-options
            '{"failOn": "error", "failOn": "note"}'     | malformed-options
            'just a text'                               | malformed-options
            '- a list'                                  | malformed-options
            '"failOn: error'                             | malformed-options
            '&a [*a]'                                   | malformed-options
            '{"rules": {"disable": ["nothing"]}}'       | unknown-rule
            '{"accountId": 12}'                         | bad-option-value
            """)
    void refusesAnOptionsPartThatMakesNoSense(String options, String problem) {
        byte[] form = new Form().file("a.yaml", Documents.PROFILE).options(options).body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void refusesBrokenForms() {
        assertThat(this.api.post(ANALYSES, new Form().file("a", "b").open(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("malformed-multipart");
        assertThat(this.api.post(ANALYSES, Documents.PROFILE, "Content-Type", Form.TYPE).problem())
            .isEqualTo("malformed-multipart");
        assertThat(this.api.post(ANALYSES, Documents.PROFILE, "Content-Type", "multipart/form-data").problem())
            .isEqualTo("malformed-multipart");
        assertThat(this.api.post(ANALYSES, new Form().part("X: y", "b").body(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("malformed-multipart");
        assertThat(this.api
            .post(ANALYSES, new Form().part("Content-Disposition: form-data", "b").body(), "Content-Type", Form.TYPE)
            .problem()).isEqualTo("malformed-multipart");
        String encoded = "Content-Disposition: form-data; name=file\r\nContent-Transfer-Encoding: base64";
        assertThat(
                this.api.post(ANALYSES, new Form().part(encoded, "YTog").body(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("malformed-multipart");
    }

    @Test
    void refusesFormsWithoutAFile() {
        assertThat(this.api.post(ANALYSES, new Form().body(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("empty-body");
        assertThat(this.api.post(ANALYSES, new Form().options("{}").body(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("empty-body");
        assertThat(this.api.post(ANALYSES, new Form().file("a", " \n").body(), "Content-Type", Form.TYPE).problem())
            .isEqualTo("empty-body");
        assertThat(this.api.post(ANALYSES, "", "Content-Type", Form.TYPE).problem()).isEqualTo("empty-body");
        String other = "Content-Disposition: form-data; name=\"template\"; filename=\"a\"";
        Answer unknown = this.api.post(ANALYSES, new Form().part(other, "a: b").body(), "Content-Type", Form.TYPE);
        assertThat(unknown.problem()).isEqualTo("unknown-option");
        assertThat(unknown.json().at("/command").asString()).contains("curl -F 'file=@");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        byte[] form = new Form().file("t.yaml", Documents.PROFILE).file("t.yaml", Documents.PROFILE).body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("duplicate-path");
        assertThat(answer.json().at("/command").asString()).contains(";filename=");
    }

    @Test
    void printsTheCommandForWhatCurlMangles() {
        String form = "application/x-www-form-urlencoded";
        String mangled = Documents.ROLE_AS_PROFILE.replace("\n", "");
        Answer answer = this.api.post(ANALYSES, mangled, "Content-Type", form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("mangled-body");
        assertThat(answer.json().at("/command").asString()).contains("--data-binary @");
        String field = "template=" + java.net.URLEncoder.encode(Documents.PROFILE, StandardCharsets.UTF_8);
        assertThat(this.api.post(ANALYSES, field, "Content-Type", form).problem()).isEqualTo("mangled-body");
        String json = Documents.NOT_TRUSTED.replace("\n", "");
        assertThat(this.api.post(ANALYSES, json, "Content-Type", form).rules()).containsExactly("service-not-trusted");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/pdf", "image/png", "text/html", "application/xml", "nonsense",
            "application/x-7z-compressed", "application/vnd.rolewire+json" })
    void refusesOtherMediaTypes(String type) {
        Answer answer = this.api.post(ANALYSES, Documents.PROFILE, "Content-Type", type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
        assertThat(answer.json().at("/supported").size()).isGreaterThan(5);
    }

    @Test
    void printsCommandsWithTheAddressThatWasCalled() {
        Answer direct = this.api.post(ANALYSES, "");
        assertThat(direct.json().at("/command").asString())
            .contains("'http://localhost:" + this.port + "/v1/analyses?filename=");
        Answer forwarded = this.api.post(ANALYSES, "", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
                "rolewire.example.com", "X-Forwarded-Port", "8443", "X-Forwarded-Prefix", "/tools");
        assertThat(forwarded.json().at("/command").asString())
            .contains("'https://rolewire.example.com:8443/tools/v1/analyses?filename=");
        Answer odd = this.api.post(ANALYSES, "", "X-Forwarded-Host", "x'$(reboot)");
        assertThat(odd.body()).doesNotContain("reboot");
    }

    @Test
    void refusesOtherContentEncodings() {
        Answer brotli = this.api.post(ANALYSES, Documents.PROFILE, "Content-Encoding", "br");
        assertThat(brotli.status()).isEqualTo(415);
        assertThat(brotli.problem()).isEqualTo("unsupported-content-encoding");
        assertThat(brotli.header("Accept-Encoding")).isEqualTo("gzip");
        Answer plain = this.api.post(ANALYSES, Documents.PROFILE, "Content-Encoding", "gzip");
        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.problem()).isEqualTo("malformed-gzip");
        byte[] whole = HttpApi.gzip(Documents.PROFILE.getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(this.api.post(ANALYSES, half, "Content-Encoding", "gzip").problem()).isEqualTo("malformed-gzip");
    }

    @Test
    void answersWhatIsNotThere() {
        Answer missing = this.api.get("/v2/analyses");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.problem()).isEqualTo("not-found");
        Answer method = this.api.get(ANALYSES);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.problem()).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("POST");
        Answer accept = this.api.get("/v1/rules", "Accept", "application/pdf");
        assertThat(accept.status()).isEqualTo(406);
        assertThat(accept.problem()).isEqualTo("not-acceptable");
        assertThat(this.api.get("/error").status()).isEqualTo(404);
        for (String hidden : new String[] { "env", "beans", "configprops", "heapdump", "loggers", "shutdown" }) {
            assertThat(this.api.get("/actuator/" + hidden).status()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    void answersProblemsWhateverTheClientAccepts() {
        Answer answer = this.api.post(ANALYSES, "", "Accept", "text/plain");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("empty-body");
    }

    @ParameterizedTest
    @ValueSource(strings = { "BAD\u0001 / HTTP/1.1\r\n\r\n", "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /..%2f HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "POST /v1/analyses HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            "POST /v1/analyses HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /v1/analyses HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab" })
    void answersBrokenHttpWithAProblem(String request) {
        String answer = this.api.raw(request);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/bad-request");
        assertThat(answer).doesNotContain("Exception", "<html");
    }

    @Test
    void answersHeadersThatAreTooLargeWithAProblem() {
        String answer = this.api.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void refusesAQueryThatIsNone() {
        for (String path : new String[] { "/v1/rules/malformed-policy?=&a=", "/v1/catalog?%ZZ=1",
                "/v1/catalog?a=%E4" }) {
            String answer = this.api.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("bad-request");
        }
    }

}
