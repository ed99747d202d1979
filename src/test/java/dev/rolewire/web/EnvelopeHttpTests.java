package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The JSON envelope.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EnvelopeHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String TYPE = "application/vnd.rolewire.request+json";

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void takesFilesAndOptions() {
        String body = envelope(Map.of("failOn", "error", "rules", Map.of("disable", List.of("service-not-trusted"))),
                "a/web.yaml", Documents.ROLE_AS_PROFILE, "a/function.json", Documents.NOT_TRUSTED, "README.md", "# A");
        Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(answer.json().required("documents").valueStream().map((each) -> each.at("/uri").asString()))
            .containsExactly("a/web.yaml", "a/function.json", "README.md");
        Answer packed = this.api.post(ANALYSES, HttpApi.gzip(body.getBytes(StandardCharsets.UTF_8)), "Content-Type",
                TYPE, "Content-Encoding", "gzip");
        assertThat(packed.body()).isEqualTo(answer.body());
        Answer text = this.api.post(ANALYSES + "?format=text", body, "Content-Type", TYPE + "; charset=utf-8");
        assertThat(text.body()).contains("--> a/web.yaml:8:27");
    }

    @Test
    void letsTheOptionsOfTheObjectWin() {
        String body = envelope(Map.of("failOn", "never"), "a.yaml", Documents.ROLE_AS_PROFILE);
        assertThat(this.api.post(ANALYSES + "?failOn=error", body, "Content-Type", TYPE).status()).isEqualTo(200);
        String silent = envelope(Map.of(), "a.yaml", Documents.ROLE_AS_PROFILE);
        assertThat(this.api.post(ANALYSES + "?failOn=error", silent, "Content-Type", TYPE).status()).isEqualTo(422);
    }

    @Test
    void takesBase64() {
        byte[] latin = Documents.ROLE_AS_PROFILE.getBytes(StandardCharsets.UTF_16);
        String lines = Base64.getMimeEncoder().encodeToString(latin);
        String body = JsonMapper.shared()
            .writeValueAsString(
                    Map.of("files", List.of(Map.of("encoding", "base64", "path", "a.yaml", "content", lines))));
        assertThat(post(body).rules()).containsExactly("role-as-instance-profile");
    }

    @Test
    void namesAFileThatHasNoPath() {
        Answer answer = post(JsonMapper.shared()
            .writeValueAsString(Map.of("files", List.of(Map.of("content", Documents.NOT_TRUSTED)))));
        assertThat(answer.json().at("/documents/0/uri").asString()).isEqualTo("template.json");
    }

    @Test
    void leavesArchivesInItClosed() {
        String jar = Base64.getEncoder().encodeToString(Archive.zip("a", "b"));
        String body = JsonMapper.shared()
            .writeValueAsString(Map.of("files", List.of(Map.of("path", "a.yaml", "content", Documents.ROLE_AS_PROFILE),
                    Map.of("path", "code.jar", "encoding", "base64", "content", jar))));
        Answer answer = post(body);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(answer.json().at("/documents/1/skipped").asString()).startsWith("an archive (zip)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    ''                                                                   | empty-body         | Send a
                    ' '                                                                  | empty-body         | Send a
                    '{}'                                                                 | empty-body         | no file
                    '{"files": []}'                                                      | empty-body         | no file
                    '{"files": [{"path": "a", "content": " "}]}'                         | empty-body         | no file
                    '[]'                                                                 | malformed-envelope | an object with `files` is expected
                    'null'                                                               | malformed-envelope | an object with `files` is expected
                    '{"files": {}}'                                                      | malformed-envelope | takes a list
                    '{"files": ["a"]}'                                                   | malformed-envelope | takes a list of objects
                    '{"files": [{"path": "a"}]}'                                         | malformed-envelope | `files[0]` has no `content`
                    '{"files": [{"content": "a: b"}, {"content": {"a": 1}}]}'            | malformed-envelope | `files[1].content` takes the file as a text
                    '{"files": [{"content": null}]}'                                     | malformed-envelope | `files[0].content`
                    '{"files": [{"path": 1, "content": "a"}]}'                           | malformed-envelope | `files[0].path` takes a text
                    '{"files": [{"content": "*", "encoding": "base64"}]}'                | malformed-envelope | no base64
                    '{"files": [{"content": "a", "encoding": "base64"}]}'                | malformed-envelope | no base64
                    '{"files": [{"content": "a", "encoding": "hex"}]}'                   | bad-option-value   | one of utf-8, base64
                    '{"files": [{"content": "a", "name": "b"}]}'                         | unknown-option     | files[0].path, files[0].content
                    '{"file": []}'                                                       | unknown-option     | files, options
                    '{"files": [{"content": "a: b"}]'                                    | malformed-envelope | no JSON
                    '{"files": [{"content": "a: b"}]} x'                                 | malformed-envelope | no JSON
                    '{"files": [{"content": "a: b"}]} 1'                                 | malformed-envelope | nothing is expected
                    '{"files": [], "files": []}'                                         | malformed-envelope | no JSON
                    '{"files": [{"content": "a: b"}], "options": []}'                    | malformed-options  | an object is expected
                    '{"files": [{"content": "a: b"}], "options": {"failOm": "error"}}'   | unknown-option     | Did you mean `failOn`?
                    '{"options": {"failOn": "fatal"}, "files": [{"content": "a: b"}]}'   | bad-option-value   | one of error
                    '{"files": [{"path": "../a", "content": "a: b"}]}'                   | unsafe-path        | contains `..`
                    '{"files": [{"path": "/a", "content": "a: b"}]}'                     | unsafe-path        | is absolute
                    '{"files": [{"path": "c:\\\\a", "content": "a: b"}]}'                | unsafe-path        | is absolute
                    '{"files": [{"path": "a", "content": "b"}, {"path": "./a", "content": "c"}]}' | duplicate-path | named `a`
                    """)
    void refusesEnvelopesThatMakeNoSense(String body, String problem, String detail) {
        Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.json().at("/detail").asString()).contains(detail);
    }

    @Test
    void refusesWhatIsTooLarge() {
        Answer template = post(envelope(Map.of(), "a.yaml", "x".repeat(6 << 20)));
        assertThat(template.status()).isEqualTo(413);
        assertThat(template.problem()).isEqualTo("document-too-large");
        assertThat(template.json().at("/entry").asString()).isEqualTo("a.yaml");
        String deep = post("{\"files\": " + "[".repeat(100_000)).problem();
        assertThat(deep).isEqualTo("malformed-envelope");
        String options = "{\"options\": " + "{\"rules\":".repeat(100_000);
        assertThat(post(options).status()).isEqualTo(400);
    }

    private Answer post(String body) {
        return this.api.post(ANALYSES, body, "Content-Type", TYPE);
    }

    private static String envelope(Map<String, Object> options, String... pathsAndContents) {
        List<Map<String, String>> files = new java.util.ArrayList<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            Map<String, String> file = new LinkedHashMap<>();
            file.put("path", pathsAndContents[i]);
            file.put("content", pathsAndContents[i + 1]);
            files.add(file);
        }
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("files", files);
        envelope.put("options", options);
        return JsonMapper.shared().writeValueAsString(envelope);
    }

}
