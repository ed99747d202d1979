package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Suppressions, baselines and the configuration file, as clients send them.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class KnownFindingsHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String ENVELOPE = "application/vnd.rolewire.request+json";

    private static final String RULE = "role-as-instance-profile";

    private static final String HYGIENE = """
            Resources:
              Instance:
                Type: AWS::EC2::Instance
                Properties:
                  IamInstanceProfile: web
                  MetadataOptions: {HttpTokens: optional}
            """;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{rule: " + RULE + ", reason: known}",
            "{rule: " + RULE + ", address: 'W*', path: 'a/**', reason: known}" })
    void suppressesWhatTheOptionsName(String suppression) {
        Answer answer = post(new Form().file("a/t.yaml", Documents.ROLE_AS_PROFILE)
            .options("failOn: error\nsuppress: [" + suppression + "]"));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.at("/verdict").asString()).isEqualTo("pass");
        assertThat(report.at("/summary/error").asInt()).isZero();
        assertThat(report.at("/summary/suppressed").asInt()).isOne();
        assertThat(report.at("/summary/slots/broken").asInt()).isOne();
        assertThat(report.at("/findings/0/suppressed/kind").asString()).isEqualTo("request");
        assertThat(report.at("/findings/0/suppressed/reason").asString()).isEqualTo("known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suppress: {}                              | malformed-options | a list of objects
            suppress: [a]                             | malformed-options | a list of objects
            'suppress: [{address: a}]'                | malformed-options | `suppress[0]` names no `rule`
            'suppress: [{rule: role-as-profile}]'     | unknown-rule      | is no rule
            'suppress: [{rule: missing-identity, adress: a}]' | unknown-option | Did you mean `suppress[0].address`?
            'suppress: [{rule: missing-identity, path: ""}]'  | bad-option-value | `suppress.path`
            'suppress: [{rule: [a]}]'                 | malformed-options | takes a text
            'baseline: {}'                            | malformed-baseline | at `/baseline`: expected an earlier report
            'baseline: 3'                             | malformed-baseline | expected an earlier report
            'baseline: {findings: [{fingerprint: a}, 7]}' | malformed-baseline | at `/baseline/findings/1`
            """)
    void refusesOptionsThatMakeNoSense(String options, String problem, String detail) {
        Answer answer = post(new Form().file("t.yaml", Documents.ROLE_AS_PROFILE).options(options));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().at("/detail").asString()).contains(detail);
    }

    @Test
    void countsOnlyWhatIsNotInTheBaseline() {
        for (String format : List.of("json", "yaml")) {
            String baseline = this.api
                .post(ANALYSES + "?filename=t.yaml&format=" + format, Documents.ROLE_AS_PROFILE, "Content-Type",
                        "application/yaml")
                .body();
            Answer same = post(new Form().file("t.yaml", "# moved\n\n" + Documents.ROLE_AS_PROFILE)
                .part("Content-Disposition: form-data; name=\"baseline\"; filename=\"report\"", baseline)
                .options("failOn: note"));
            assertThat(same.status()).as(format).isEqualTo(200);
            assertThat(same.json().at("/findings/0/suppressed/kind").asString()).isEqualTo("baseline");
            Answer more = post(new Form().file("t.yaml", Documents.ROLE_AS_PROFILE)
                .file("u.yaml", Documents.ROLE_AS_PROFILE)
                .part("Content-Disposition: form-data; name=\"baseline\"", baseline)
                .options("failOn: error"));
            assertThat(more.status()).isEqualTo(422);
            assertThat(more.json().at("/summary/error").asInt()).isOne();
            assertThat(more.json().at("/summary/suppressed").asInt()).isOne();
        }
    }

    @Test
    void saysWhereTheOptionBelongs() {
        Answer answer = this.api.post(ANALYSES + "?baseline=x", Documents.ROLE_AS_PROFILE);
        assertThat(answer.problem()).isEqualTo("unknown-option");
        assertThat(answer.json().at("/detail").asString()).contains("`baseline` is no option of the query; send it in");
        assertThat(answer.json().at("/command").asString()).startsWith("jq ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{"findings": ['                | line 1, column
            '{"findings": []} x'            | line 1, column
            'a: [b'                         | line 1, column
            ''                              | neither JSON nor YAML
            '{"findings": [[[1]]]}'         | at `/findings/0`: an object is expected
            '{"findings": {"a": 1}}'        | expected an earlier report
            '{"runs": [{"tool": {"driver": {"name": "x", "rules": []}}, "results": []}]}' | a log of `x`
            """)
    void refusesABaselineThatIsNone(String baseline, String detail) {
        Answer answer = post(new Form().file("t.yaml", Documents.ROLE_AS_PROFILE)
            .part("Content-Disposition: form-data; name=\"baseline\"", baseline));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-baseline");
        assertThat(answer.json().at("/detail").asString()).contains(detail);
    }

    /// Most of a log is its rules, and most of a report its slots: nothing of it is held.
    @Test
    void takesALargeBaseline() {
        String report = this.api.post(ANALYSES + "?filename=t.yaml", Documents.ROLE_AS_PROFILE).body();
        String large = "{\"slots\": [" + "{\"address\": \"x\", \"type\": [[1, 2], {}]},".repeat(200_000) + "{}],"
                + report.substring(report.indexOf('{') + 1);
        Answer answer = post(new Form().file("t.yaml", Documents.ROLE_AS_PROFILE)
            .part("Content-Disposition: form-data; name=\"baseline\"; filename=\"baseline.json\"", large)
            .options("failOn: error"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/summary/suppressed").asInt()).isOne();
    }

    @Test
    void takesTheBaselineInTheEnvelope() {
        String report = this.api.post(ANALYSES + "?filename=t.yaml", Documents.ROLE_AS_PROFILE).body();
        for (Object baseline : List.of(JsonMapper.shared().readTree(report), report)) {
            Answer answer = this.api.post(ANALYSES, envelope(Map.of("failOn", "error", "baseline", baseline)),
                    "Content-Type", ENVELOPE);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/summary/suppressed").asInt()).isOne();
        }
        Answer malformed = this.api.post(ANALYSES,
                envelope(Map.of("baseline", Map.of("findings", List.of(Map.of("fingerprint", 7), Map.of())))),
                "Content-Type", ENVELOPE);
        assertThat(malformed.problem()).isEqualTo("malformed-baseline");
        assertThat(malformed.json().at("/pointer").asString()).isEqualTo("/options/baseline/findings/1");
    }

    @Test
    void followsTheConfigurationOfTheBundle() {
        String configuration = """
                rules: {disable: [dependency-by-name], severity: {imdsv1-with-instance-profile: error}}
                region: eu-west-1
                suppress:
                  - {rule: role-as-instance-profile, path: old, reason: nobody deploys it}
                exclude: [vendor]
                """;
        byte[] zip = Archive.zip("r/.rolewire.yaml", configuration, "r/old/t.yaml", Documents.ROLE_AS_PROFILE,
                "r/vendor/t.yaml", Documents.ROLE_AS_PROFILE, "r/hygiene.yaml", HYGIENE, "r/old/.rolewire.yaml",
                "rules: {disable: [imdsv1-with-instance-profile]}");
        Answer answer = this.api.post(ANALYSES + "?failOn=error", zip, "Content-Type", "application/zip");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(told(answer)).containsExactly("role-as-instance-profile r/old/t.yaml configuration",
                "unknown-identity r/hygiene.yaml null", "imdsv1-with-instance-profile r/hygiene.yaml null");
        assertThat(documents(answer)).containsExactly("r/.rolewire.yaml rolewire-configuration null",
                "r/old/t.yaml cloudformation null", "r/vendor/t.yaml null excluded by the configuration of the bundle",
                "r/hygiene.yaml cloudformation null",
                "r/old/.rolewire.yaml null a configuration of Rolewire that is not used; it must stand in the directory"
                        + " that holds all files of the request, once");
        Answer won = this.api.post(ANALYSES + "?failOn=error&severity=imdsv1-with-instance-profile=note", zip,
                "Content-Type", "application/zip");
        assertThat(won.status()).isEqualTo(200);
    }

    /// A rule that is off by default, turned on by the query, the options and the
    /// configuration.
    @Test
    void runsRulesThatAreOffByDefaultOnDemand() {
        String role = """
                Resources:
                  Schedule:
                    Type: AWS::Scheduler::Schedule
                    Properties:
                      FlexibleTimeWindow: {Mode: "OFF"}
                      ScheduleExpression: rate(1 hour)
                      Target:
                        Arn: arn:aws:lambda:eu-west-1:123456789012:function:app
                        RoleArn: !GetAtt Role.Arn
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement:
                          - {Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: "sts:AssumeRole"}
                """;
        assertThat(this.api.post(ANALYSES, role).rules()).isEmpty();
        Answer enabled = this.api.post(ANALYSES + "?enable=confused-deputy&failOn=note", role);
        assertThat(enabled.rules()).containsExactly("confused-deputy");
        assertThat(enabled.status()).isEqualTo(200);
        Answer raised = this.api.post(ANALYSES + "?severity=confused-deputy=error&failOn=error", role);
        assertThat(raised.rules()).containsExactly("confused-deputy");
        assertThat(raised.status()).isEqualTo(422);
        assertThat(post(new Form().file("t.yaml", role).file(".rolewire.yaml", "rules: {enable: [confused-deputy]}"))
            .rules()).containsExactly("confused-deputy");
        assertThat(this.api.get("/v1/rules/confused-deputy").json().at("/enabled").asBoolean(true)).isFalse();
        String silent = role.replace("AWS::IAM::Role", "AWS::IAM::Role # rolewire:ignore confused-deputy accepted");
        assertThat(this.api.post(ANALYSES, silent).rules()).isEmpty();
    }

    @Test
    void readsTheBaselineThatTheConfigurationNames() {
        String report = this.api.post(ANALYSES + "?filename=t.yaml", Documents.ROLE_AS_PROFILE).body();
        Answer answer = post(new Form().file(".rolewire.yaml", "baseline: known.json")
            .file("t.yaml", Documents.ROLE_AS_PROFILE)
            .file("known.json", report));
        assertThat(told(answer)).containsExactly(RULE + " t.yaml baseline");
        assertThat(documents(answer)).contains("known.json rolewire-baseline null");
        Answer missing = post(
                new Form().file(".rolewire.yaml", "baseline: known.json").file("t.yaml", Documents.ROLE_AS_PROFILE));
        assertThat(told(missing)).containsExactly("malformed-configuration .rolewire.yaml null", RULE + " t.yaml null");
        Answer broken = post(new Form().file(".rolewire.yaml", "baseline: known.json")
            .file("t.yaml", Documents.ROLE_AS_PROFILE)
            .file("known.json", "{\n\"findings\": [{}]}"));
        assertThat(broken.json().at("/findings/0/message").asString())
            .isEqualTo("`known.json:2` is no baseline: a finding has a `fingerprint`, which is a text");
    }

    @Test
    void tellsWhatIsWrongWithTheConfigurationAndGoesOn() {
        Answer answer = post(new Form()
            .file(".rolewire.yaml",
                    "rules:\n  disable: [malformed-configuration]\n  enabel: []\nregion: nowhere\n"
                            + "suppress:\n  - {rule: missing-identity, reason: none}\n")
            .file("t.yaml", Documents.ROLE_AS_PROFILE));
        assertThat(told(answer)).containsExactly("malformed-configuration .rolewire.yaml null",
                "malformed-configuration .rolewire.yaml null", "unused-suppression .rolewire.yaml null",
                RULE + " t.yaml null");
        JsonNode first = answer.json().at("/findings/0");
        assertThat(first.at("/message").asString()).isEqualTo("`enabel` is not known here; did you mean `enable`?");
        assertThat(first.at("/location/startLine").asInt()).isEqualTo(3);
        assertThat(first.at("/location/startColumn").asInt()).isEqualTo(3);
        assertThat(first.at("/location/pointer").asString()).isEqualTo("/rules/enabel");
    }

    @Test
    void publishesTheSchemaOfTheConfiguration() {
        Answer answer = this.api.get("/v1/config-schema");
        assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
        assertThat(answer.json().at("/$defs/RuleId/enum").valueStream().map(JsonNode::asString)).contains(RULE,
                "unused-suppression");
        assertThat(answer.json().at("/properties").propertyNames()).contains("rules", "suppress", "exclude");
        assertThat(this.api.get("/v1/config-schema", "Accept", "application/json").status()).isEqualTo(200);
    }

    private Answer post(Form form) {
        return this.api.post(ANALYSES, form.body(), "Content-Type", Form.TYPE);
    }

    private static String envelope(Map<String, Object> options) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("files", List.of(Map.of("path", "t.yaml", "content", Documents.ROLE_AS_PROFILE)));
        envelope.put("options", options);
        return new String(JsonMapper.shared().writeValueAsBytes(envelope), StandardCharsets.UTF_8);
    }

    private static List<String> told(Answer answer) {
        List<String> told = new ArrayList<>();
        for (JsonNode finding : answer.json().required("findings")) {
            told.add(finding.at("/ruleId").asString() + " " + finding.at("/location/uri").asString() + " "
                    + finding.at("/suppressed/kind").asString("null"));
        }
        return told;
    }

    private static List<String> documents(Answer answer) {
        List<String> documents = new ArrayList<>();
        for (JsonNode document : answer.json().required("documents")) {
            documents.add(document.at("/uri").asString() + " " + document.at("/dialect").asString("null") + " "
                    + document.at("/skipped").asString("null"));
        }
        return documents;
    }

}
