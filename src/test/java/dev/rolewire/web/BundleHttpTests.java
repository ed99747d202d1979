package dev.rolewire.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// Bundles with a flaw in one file: it is told with its place, and the other files are judged all the same.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BundleHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String BYSTANDER = "other/web.yaml";

    private static final String CHILD = """
            Parameters:
              Name: {Type: String}
            Resources:
              Topic:
                Type: AWS::SNS::Topic
                Properties: {TopicName: !Ref Name}
            """;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    static Stream<Arguments> flaws() {
        String root = stack("child.yaml", "Name: a");
        return Stream
            .of(flaw("a dangling reference in a nested template", "undefined-reference", "child.yaml", "root.yaml",
                    root, "child.yaml", CHILD.replace("!Ref Name", "!Ref Nome")),
                    flaw("nested stacks that open each other", "cyclic-reference", "child.yaml", "root.yaml",
                            stack("child.yaml", ""), "child.yaml", stack("child.yaml", "")),
                    flaw("nested stacks in a circle without a start", "cyclic-reference", "b.yaml", "a.yaml",
                            stack("b.yaml", ""), "b.yaml", stack("a.yaml", "")),
                    flaw("a parameter that the nested template does not declare", "undefined-reference", "root.yaml",
                            "root.yaml", stack("child.yaml", "Nome: a, Name: b"), "child.yaml", CHILD),
                    flaw("a parameter that is not passed", "undefined-reference", "root.yaml", "root.yaml",
                            stack("child.yaml", ""), "child.yaml", CHILD),
                    flaw("a value that the nested template does not allow", "malformed-configuration", "root.yaml",
                            "root.yaml", root, "child.yaml",
                            CHILD.replace("Type: String", "Type: String, AllowedValues: [b]")),
                    flaw("a nested template that is no YAML", "syntax-error", "child.yaml", "root.yaml", root,
                            "child.yaml", CHILD + "  Broken: [\n"),
                    flaw("a parent that is no YAML", "syntax-error", "root.yaml", "root.yaml", root + "  Broken: [\n",
                            "child.yaml", CHILD),
                    flaw("an included file that is no YAML", "syntax-error", "part.yaml", "root.yaml",
                            "Resources:\n  T: {Type: 'AWS::SNS::Topic'}\n  Fn::Transform:"
                                    + " {Name: 'AWS::Include', Parameters: {Location: part.yaml}}\n",
                            "part.yaml", "U: {Type: [\n"),
                    flaw("an included file that includes itself", "malformed-function", "part.yaml", "root.yaml",
                            "Resources:\n  T: {Type: 'AWS::SNS::Topic'}\n  Fn::Transform:"
                                    + " {Name: 'AWS::Include', Parameters: {Location: part.yaml}}\n",
                            "part.yaml", "Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: part.yaml}}\n"))
            .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void tellsTheFlawAndJudgesTheRest(String what, String rule, String uri, List<String> files) {
        String[] archive = Stream.concat(files.stream(), Stream.of(BYSTANDER, Documents.ROLE_AS_PROFILE))
            .toArray(String[]::new);
        Form form = new Form();
        for (int i = 0; i < archive.length; i += 2) {
            form.file(archive[i], archive[i + 1]);
        }
        Answer zipped = this.api.post(ANALYSES, Archive.zip(archive), "Content-Type", "application/zip");
        Answer sent = this.api.post(ANALYSES, form.body(), "Content-Type", Form.TYPE);
        for (Answer answer : List.of(zipped, sent)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(places(answer)).contains(rule + " " + uri, "role-as-instance-profile " + BYSTANDER);
        }
        assertThat(sent.body()).isEqualTo(zipped.body());
    }

    @Test
    void refusesTwoFilesOfOnePath() {
        Form form = new Form().file("a.yaml", CHILD).file("a.yaml", Documents.ROLE_AS_PROFILE);
        Answer answer = this.api.post(ANALYSES, form.body(), "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("duplicate-path");
        assertThat(answer.body()).contains("a.yaml");
    }

    private static Stream<Arguments> flaw(String what, String rule, String uri, String... files) {
        return Stream.of(Arguments.of(what, rule, uri, List.of(files)));
    }

    private static String stack(String template, String parameters) {
        return """
                Resources:
                  Stack:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: %s
                      Parameters: {%s}
                """.formatted(template, parameters);
    }

    /// The rules of the findings, each with its file; all have a position.
    private static List<String> places(Answer answer) {
        return answer.json().path("findings").valueStream().map((finding) -> {
            assertThat(finding.path("location").path("startLine").asInt()).isPositive();
            return finding.path("ruleId").asString() + " " + finding.path("location").path("uri").asString();
        }).toList();
    }

}
