package dev.rolewire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// A real plan with secrets at every place that a plan prints in clear (sensitive variables, arguments and outputs,
/// write-only arguments, settings of the provider): none is in any answer, whatever becomes of the call.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.limits.max-document-size=64KB", "rolewire.limits.max-plan-size=96KB" })
class SecretHttpTests {

    private static final String ANALYSES = "/v1/analyses?filename=plan.json";

    private static final String SECRET = "hunter2";

    private static String plan = "";

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeAll
    static void read() throws IOException {
        plan = Files.readString(Path.of("src/test/resources/terraform/plan/secrets/secrets.plan.json"));
        assertThat(plan.split(SECRET, -1)).hasSizeGreaterThan(20);
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noFormatShowsOne(ReportFormat format) {
        Answer answer = this.api.post(ANALYSES, plan, "Accept", format.mediaType());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(proof(format)).doesNotContain(SECRET);
        String oneLine = plan.replaceAll("\n *", "");
        assertThat(this.api.post(ANALYSES, oneLine, "Accept", format.mediaType()).body()).contains(proof(format))
            .doesNotContain(SECRET);
    }

    /// A slot of the plan, where the format tells of slots that no finding is about.
    private static String proof(ReportFormat format) {
        return switch (format) {
            case JSON, YAML, SARIF, JUNIT, TEXT, MARKDOWN -> "aws_lambda_function.sensitive_role";
            case GITLAB, RDJSON, GITHUB -> "aws_";
            case MERMAID -> "no identity is wired";
            case DIFF -> "";
        };
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noPlanThatIsCutShortShowsOne(ReportFormat format) {
        List<Integer> ends = new ArrayList<>();
        for (int at = plan.indexOf(SECRET); at >= 0; at = plan.indexOf(SECRET, at + 1)) {
            ends.add(at + SECRET.length() + 1);
        }
        for (int end : ends) {
            Answer answer = this.api.post(ANALYSES, plan.substring(0, end), "Accept", format.mediaType());
            assertThat(answer.body()).as("cut at %d", end).doesNotContain(SECRET);
            assertThat(answer.body().isEmpty()).as("cut at %d", end).isEqualTo(format == ReportFormat.DIFF);
        }
    }

    @Test
    void noProblemShowsOne() {
        byte[] bytes = plan.getBytes(StandardCharsets.UTF_8);
        byte[] packed = HttpApi.gzip(bytes);
        List<Answer> answers = List.of(this.api.post(ANALYSES + "&region=nowhere&nothing=1", plan),
                this.api.post(ANALYSES, plan, "Content-Type", "image/png"),
                this.api.post(ANALYSES, plan, "Content-Type", "application/zip"),
                this.api.post(ANALYSES, plan, "Content-Type", "application/gzip"),
                this.api.post(ANALYSES, plan, "Content-Type", "multipart/form-data; boundary=x"),
                this.api.post(ANALYSES, plan, "Content-Type", "application/vnd.rolewire.request+json"),
                this.api.post(ANALYSES, plan, "Content-Type", "application/yaml", "Accept", "image/png"),
                this.api.post(ANALYSES, plan, "Content-Encoding", "br"),
                this.api.post(ANALYSES, plan, "Content-Encoding", "gzip"),
                this.api.post(ANALYSES, Arrays.copyOf(packed, packed.length - 9), "Content-Encoding", "gzip"),
                this.api.post(ANALYSES, plan + " ".repeat(100_000)),
                this.api.post(ANALYSES, plan.replace("{", "x: {").repeat(2), "Content-Type", "application/yaml"));
        for (Answer answer : answers) {
            assertThat(answer.body()).isNotEmpty().doesNotContain(SECRET);
        }
        assertThat(answers).filteredOn((answer) -> answer.status() >= 400).hasSizeGreaterThan(8);
    }

}
