package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.testing.fix.Patch;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// All safe fixes as one diff that `git apply` takes.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DiffHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String MODULE = """
            resource "aws_instance" "web" {
              iam_instance_profile = aws_iam_role.web.name
            }

            resource "aws_iam_role" "web" {
              assume_role_policy = jsonencode({
                Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
              })
            }
            """;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void mendsABundle() {
        String[] bundle = { "stacks/a b.yaml", Documents.ROLE_AS_PROFILE, "stacks/ü.json", Documents.NOT_TRUSTED,
                "infra/main.tf", MODULE };
        Answer answer = this.api.post(ANALYSES, Archive.zip(bundle), "Accept", "text/x-diff");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/x-diff;charset=UTF-8");
        assertThat(answer.body()).contains("--- a/infra/main.tf\n+++ b/infra/main.tf\n", "--- a/stacks/a b.yaml\t\n",
                "--- \"a/stacks/\\303\\274.json\"\n");
        List<InputFile> files = List.of(file(bundle[0], bundle[1]), file(bundle[2], bundle[3]),
                file(bundle[4], bundle[5]));
        String[] mended = Patch.apply(files, answer.body())
            .stream()
            .flatMap((file) -> List.of(file.uri(), text(file)).stream())
            .toArray(String[]::new);
        assertThat(this.api.post(ANALYSES, Archive.zip(mended)).json().at("/summary/error").asInt()).isZero();
        Answer again = this.api.post(ANALYSES + "?format=diff", Archive.zip(mended));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void namesADocumentWithoutAName() {
        assertThat(this.api.post(ANALYSES + "?format=diff", Documents.ROLE_AS_PROFILE).body())
            .startsWith("--- a/template.yaml\n+++ b/template.yaml\n@@ ");
    }

    @Test
    void isEmptyForWhatAToolHasWritten() {
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": [], "configuration": {}}
                """;
        assertThat(this.api.post(ANALYSES + "?format=diff", plan).body()).isEmpty();
    }

    @Test
    void givesTheSameEditsInTheReport() {
        JsonNode finding = this.api.post(ANALYSES + "?filename=t.yaml", Documents.ROLE_AS_PROFILE)
            .json()
            .at("/findings/0");
        JsonNode fix = finding.at("/fixes/0");
        assertThat(fix.at("/applicability").asString()).isEqualTo("safe");
        assertThat(fix.at("/edits").size()).isEqualTo(2);
        assertThat(fix.at("/edits/0/uri").asString()).isEqualTo("t.yaml");
        assertThat(fix.at("/edits/0/startLine").asInt()).isEqualTo(finding.at("/location/startLine").asInt());
        assertThat(fix.at("/edits/1/newText").asString()).contains("AWS::IAM::InstanceProfile");
    }

    private static InputFile file(String path, String text) {
        return new InputFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(InputFile file) {
        return new String(file.content().bytes(), StandardCharsets.UTF_8);
    }

}
