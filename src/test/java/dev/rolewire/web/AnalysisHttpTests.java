package dev.rolewire.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AnalysisHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void findsTheRoleThatStandsForAProfile() {
        Answer answer = this.api.post(ANALYSES + "?filename=template.yaml", Documents.ROLE_AS_PROFILE, "Content-Type",
                "application/yaml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(answer.json().at("/verdict").asString()).isEqualTo("fail");
        assertThat(answer.json().at("/findings/0/deployError").asString())
            .contains("Invalid IAM Instance Profile name");
        assertThat(answer.json().at("/findings/0/location/startLine").asInt()).isEqualTo(8);
        assertThat(answer.json().at("/slots/0/outcome").asString()).isEqualTo("broken");
        assertThat(answer.json().at("/documents/0/dialect").asString()).isEqualTo("cloudformation");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server-Timing")).matches("analysis;dur=[0-9.]+, render;dur=[0-9.]+");
    }

    @Test
    void judgesTheOtherExamples() {
        assertThat(this.api.post(ANALYSES, Documents.PROFILE).rules()).isEmpty();
        assertThat(this.api.post(ANALYSES, Documents.SHARED_NAME).rules()).containsExactly("dependency-by-name");
        assertThat(this.api.post(ANALYSES, Documents.NOT_TRUSTED, "Content-Type", "application/json").rules())
            .containsExactly("service-not-trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "application/yaml", "text/yaml", "application/x-yaml", "text/plain", "application/octet-stream",
                    "text/yaml; charset=utf-8", "application/x-www-form-urlencoded", "TEXT/YAML", "text/x-yaml" })
    void takesARawDocument(String type) {
        Answer answer = this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE, "Content-Type", type);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(answer.json().at("/documents/0/uri").asString()).isEqualTo("template.yaml");
    }

    @Test
    void takesARawDocumentWithoutAContentType() {
        Answer answer = this.api.post(ANALYSES + "?region=eu-west-1", Documents.NOT_TRUSTED);
        assertThat(answer.rules()).containsExactly("service-not-trusted");
        assertThat(answer.json().at("/documents/0/uri").asString()).isEqualTo("template.json");
    }

    @Test
    void translatesOtherCharsets() {
        String template = Documents.ROLE_AS_PROFILE.replace("web-server", "sant\u00e9");
        Answer answer = this.api.post(ANALYSES, template.getBytes(StandardCharsets.ISO_8859_1), "Content-Type",
                "text/yaml; charset=iso-8859-1");
        assertThat(answer.rules()).containsExactly("role-as-instance-profile", "malformed-identity-name");
        assertThat(answer.body()).contains("sant\u00e9");
        assertThat(this.api.post(ANALYSES, template, "Content-Type", "text/yaml; charset=klingon").problem())
            .isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stacks/web.yaml          | stacks/web.yaml
            stacks%5Cweb.yaml        | stacks/web.yaml
            C%3A%5Crepo%5Cweb.yaml   | repo/web.yaml
            .%2Fweb.yaml             | web.yaml
            %2Fetc%2F..%2Fweb.yaml   | etc/web.yaml
            ''                       | template.yaml
            """)
    void keepsTheFileName(String sent, String uri) {
        Answer answer = this.api.post(ANALYSES + "?filename=" + sent, Documents.ROLE_AS_PROFILE);
        assertThat(answer.json().at("/documents/0/uri").asString()).isEqualTo(uri);
        assertThat(answer.json().at("/findings/0/location/uri").asString()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                                   | application/json
            */*                                                                | application/json
            application/*                                                      | application/json
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8    | application/json
            text/plain                                                         | text/plain;charset=UTF-8
            text/*                                                             | text/plain;charset=UTF-8
            application/json;q=0.1, text/plain                                 | text/plain;charset=UTF-8
            application/json;q=0, */*                                          | application/yaml
            image/png, text/plain;q=0.1                                        | text/plain;charset=UTF-8
            """)
    void givesTheFormatThatTheClientAccepts(String accept, String type) {
        Answer answer = this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE, "Accept", accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void letsTheFormatParameterWin() {
        Answer answer = this.api.post(ANALYSES + "?format=text", Documents.ROLE_AS_PROFILE, "Accept",
                "application/json");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.body()).startsWith("error[role-as-instance-profile]: ")
            .contains("--> template.yaml:8:27")
            .contains("      IamInstanceProfile: {Ref: WebServerRole}\n")
            .contains("^")
            .contains("AWS answers: ")
            .contains("fail: 1 error");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/pdf", "image/*", "json", "text/html", "application/json;q=0" })
    void refusesOtherFormats(String accept) {
        Answer answer = this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE, "Accept", accept);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
        assertThat(answer.json().at("/supported").valueStream().map(JsonNode::asString))
            .containsExactlyElementsOf(ReportFormat.mediaTypes());
    }

    @Test
    void unpacksGzip() {
        byte[] packed = HttpApi.gzip(Documents.ROLE_AS_PROFILE.getBytes(StandardCharsets.UTF_8));
        Answer answer = this.api.post(ANALYSES, packed, "Content-Type", "text/yaml", "Content-Encoding", "gzip");
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
    }

    @ParameterizedTest
    @CsvSource({ "never, 200", "error, 422", "warning, 422", "note, 422" })
    void failsOnASeverity(String failOn, int status) {
        Answer answer = this.api.post(ANALYSES + "?failOn=" + failOn, Documents.ROLE_AS_PROFILE);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
    }

    @Test
    void failsOnWarningsOnlyWhenAsked() {
        Answer onError = this.api.post(ANALYSES + "?failOn=error", Documents.SHARED_NAME);
        assertThat(onError.status()).isEqualTo(200);
        assertThat(onError.json().at("/verdict").asString()).isEqualTo("pass");
        Answer onWarning = this.api.post(ANALYSES + "?failOn=warning", Documents.SHARED_NAME);
        assertThat(onWarning.status()).isEqualTo(422);
        assertThat(onWarning.json().at("/verdict").asString()).isEqualTo("fail");
    }

    @Test
    void failsOnUncheckedSlots() {
        assertThat(this.api.post(ANALYSES, Documents.UNCHECKED).status()).isEqualTo(200);
        for (String flag : new String[] { "failOnUnchecked", "failOnUnchecked=true" }) {
            Answer answer = this.api.post(ANALYSES + "?" + flag, Documents.UNCHECKED);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/summary/slots/unchecked").asInt()).isEqualTo(1);
        }
        assertThat(this.api.post(ANALYSES + "?failOnUnchecked=false", Documents.UNCHECKED).status()).isEqualTo(200);
        assertThat(this.api.post(ANALYSES + "?failOnUnchecked", Documents.PROFILE).status()).isEqualTo(200);
    }

    @Test
    void passesTheOptionsOn() {
        String path = ANALYSES + "?severity=role-as-instance-profile=note&minSeverity=warning";
        assertThat(this.api.post(path, Documents.ROLE_AS_PROFILE).rules()).isEmpty();
        assertThat(this.api.post(ANALYSES + "?disable=role-as-instance-profile", Documents.ROLE_AS_PROFILE).rules())
            .isEmpty();
    }

    @Test
    void answersTheSameRequestWithTheSameBytes() {
        String first = this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE).body();
        assertThat(this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE).body()).isEqualTo(first);
    }

    @Test
    void streamsALargeReport() {
        StringBuilder template = new StringBuilder(Documents.ROLE_AS_PROFILE);
        String instance = "  Server%d: {Type: AWS::EC2::Instance, Properties: {IamInstanceProfile: !Ref WebServerRole}}\n";
        for (int i = 0; i < 1000; i++) {
            template.append(instance.formatted(i));
        }
        Answer answer = this.api.post(ANALYSES, template.toString());
        assertThat(answer.body().length()).isGreaterThan(1_000_000);
        assertThat(answer.json().at("/summary/error").asInt()).isEqualTo(1001);
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.header("Server-Timing")).matches("analysis;dur=[0-9.]+");
        Answer text = this.api.post(ANALYSES + "?format=text", template.toString());
        assertThat(text.body())
            .endsWith("fail: 1001 errors, 0 warnings, 0 notes; slots: 0 wired, 1001 broken, 0 unchecked\n");
    }

    @Test
    void packsAnswersForClientsThatAskForIt() {
        Answer answer = this.api.get("/v1/catalog", "Accept-Encoding", "gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(this.api.get("/v1/catalog").header("Content-Encoding")).isEmpty();
    }

    @Test
    void takesSeveralFilesAndTheirPaths() {
        byte[] form = new Form().file("a/template.yaml", Documents.ROLE_AS_PROFILE)
            .file("b\\c\\template.yaml", Documents.PROFILE)
            .file("d\\\\e.json", Documents.NOT_TRUSTED)
            .body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("documents").valueStream().map((each) -> each.at("/uri").asString()))
            .containsExactly("a/template.yaml", "b/c/template.yaml", "d/e.json");
        assertThat(answer.rules()).containsExactly("role-as-instance-profile", "service-not-trusted");
    }

    @Test
    void takesFileNamesAsClientsWriteThem() {
        byte[] form = new Form()
            .part("content-disposition: form-data; filename*=UTF-8''na%C3%AFve%2Byaml; name=file", Documents.PROFILE)
            .part("Content-Disposition: form-data; name=\"file\"; filename=\"a\\\"b;c=d.yaml\"", Documents.PROFILE)
            .part("Content-Disposition: form-data; name=\"file\"; filename=\"e%22f.yaml\"", Documents.PROFILE)
            .part("Content-Disposition: form-data; name=\"file\"", Documents.PROFILE)
            .body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.json().required("documents").valueStream().map((each) -> each.at("/uri").asString()))
            .containsExactly("na\u00efve+yaml", "a\"b;c=d.yaml", "e\"f.yaml", "template.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"failOn\": \"error\", \"rules\": {\"severity\": {\"role-as-instance-profile\": \"warning\"}}}",
            "failOn: error\nrules:\n  severity: {role-as-instance-profile: warning}\naccountId: 012345678901\n" })
    void takesOptionsAsJsonAndYaml(String options) {
        byte[] form = new Form().options(options).file("template.yaml", Documents.ROLE_AS_PROFILE).body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/findings/0/severity").asString()).isEqualTo("warning");
    }

    @Test
    void takesOptionsOfTheQueryWithAFormAndLetsThePartWin() {
        byte[] form = new Form().file("template.yaml", Documents.ROLE_AS_PROFILE).body();
        assertThat(this.api.post(ANALYSES + "?failOn=error", form, "Content-Type", Form.TYPE).status()).isEqualTo(422);
        byte[] with = new Form().file("template.yaml", Documents.ROLE_AS_PROFILE).options("failOn: never").body();
        assertThat(this.api.post(ANALYSES + "?failOn=error", with, "Content-Type", Form.TYPE).status()).isEqualTo(200);
    }

    @Test
    void givesParametersToTheAnalysis() {
        assertThat(this.api.post(ANALYSES + "?parameter=Profile=web", Documents.UNCHECKED).body())
            .contains("\"reason\":\"external-name\"");
        byte[] form = new Form().file("t.yaml", Documents.UNCHECKED).options("parameters: {Profile: web}").body();
        assertThat(this.api.post(ANALYSES, form, "Content-Type", Form.TYPE).body())
            .contains("\"reason\":\"external-name\"");
    }

    @Test
    void countsWhatItFindsWithoutNamingWhoseItIs() {
        this.api.post(ANALYSES + "?filename=secret-name.yaml", Documents.ROLE_AS_PROFILE);
        String metrics = this.api.get("/actuator/prometheus").body();
        assertThat(metrics).contains("rolewire_findings_total{rule=\"role-as-instance-profile\",severity=\"error\"}")
            .contains("rolewire_analyses_seconds_count{dialect=\"cloudformation\",verdict=\"fail\"}")
            .contains("rolewire_stages_seconds_count{stage=\"parse\"}",
                    "rolewire_stages_seconds_count{stage=\"judge\"}", "rolewire_stages_seconds_count{stage=\"read\"}",
                    "rolewire_stages_seconds_count{stage=\"render\"}",
                    "rolewire_queue_wait_seconds_bucket{le=\"0.001\"}", "rolewire_queue_length 0.0",
                    "rolewire_queue_capacity 32.0", "rolewire_analyses_limit", "rolewire_memory_limit_bytes",
                    "rolewire_rejected_total{reason=\"queue-full\"} 0.0")
            .doesNotContain("secret-name", "WebServer");
    }

    @Test
    void hasAsManyTimeSeriesWhateverIsAskedFor() {
        String before = this.api.get("/actuator/prometheus").body();
        for (int i = 0; i < 30; i++) {
            this.api.get("/nothing/" + i);
            this.api.get("/v1/rules/unknown-" + i);
            this.api.get("/v1/catalog/type-" + i);
            this.api.send(this.api.request("/v1/analyses").method("METHOD" + i, HttpRequest.BodyPublishers.noBody()));
            this.api.post(ANALYSES + "?filename=f" + i + "&option" + i + "=1", Documents.ROLE_AS_PROFILE);
        }
        String after = this.api.get("/actuator/prometheus").body();
        assertThat(after).doesNotContain("METHOD7", "unknown-7", "nothing/7", "type-7", "option7");
        assertThat(after.lines().count() - before.lines().count()).isLessThan(120);
    }

}
