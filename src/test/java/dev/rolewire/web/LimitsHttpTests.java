package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.rolewire.web.HttpApi.Answer;
import dev.rolewire.web.request.Limits;
import dev.rolewire.web.request.TestLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// Small limits, and an analysis that fails or does not end.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.limits.max-document-size=2KB", "rolewire.limits.max-plan-size=4KB",
                "rolewire.limits.max-request-size=8KB", "rolewire.limits.max-files=3" })
class LimitsHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final CountDownLatch RELEASE = new CountDownLatch(1);

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @TestBean
    private @Nullable AnalysisExecutor analysisExecutor;

    static AnalysisExecutor analysisExecutor() {
        Limits limits = TestLimits.of(DataSize.ofKilobytes(2), DataSize.ofKilobytes(4), DataSize.ofKilobytes(8), 3,
                DataSize.ofBytes(0), Duration.ofMillis(500), 1, 0, Duration.ofMillis(500));
        return new AnalysisExecutor(limits, (files, options, observer) -> {
            if (files.getFirst().uri().equals("flaw.yaml")) {
                throw new IllegalStateException(new String(files.getFirst().bytes(), StandardCharsets.UTF_8));
            }
            try {
                boolean released = RELEASE.await(1, TimeUnit.MINUTES);
                throw new IllegalStateException("released: " + released);
            }
            catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void answersBusyAndLateCallsWithRetryAfter() {
        List<CompletableFuture<Answer>> calls = List.of(call(), call());
        List<String> problems = calls.stream().map(CompletableFuture::join).map((answer) -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            return answer.problem();
        }).toList();
        assertThat(problems).containsExactlyInAnyOrder("deadline-exceeded", "overloaded");
        assertThat(this.api.get("/livez").status()).isEqualTo(200);
    }

    @Test
    void tellsNothingOfTheDocumentWhenTheServiceItselfFails(CapturedOutput output) {
        Answer answer = this.api.post(ANALYSES + "?filename=flaw.yaml", "Password: hunter2\n");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal-error");
        assertThat(answer.body()).doesNotContain("hunter2");
        assertThat(output.getAll()).contains("a request met a flaw", "java.lang.IllegalStateException")
            .doesNotContain("hunter2", "flaw.yaml");
    }

    @Test
    void refusesADocumentAboveItsLimit() {
        Answer template = this.api.post(ANALYSES, "# " + "x".repeat(3000));
        assertThat(template.status()).isEqualTo(413);
        assertThat(template.problem()).isEqualTo("document-too-large");
        assertThat(template.json().at("/limit").asInt()).isEqualTo(2048);
        Answer plan = this.api.post(ANALYSES, "{\"format_version\": \"" + "x".repeat(5000));
        assertThat(plan.status()).isEqualTo(413);
        assertThat(plan.problem()).isEqualTo("request-too-large");
        assertThat(plan.json().at("/limit").asInt()).isEqualTo(4096);
        byte[] part = new Form().file("a.yaml", "x".repeat(3000)).body();
        assertThat(this.api.post(ANALYSES, part, "Content-Type", Form.TYPE).problem()).isEqualTo("document-too-large");
        byte[] planPart = new Form().file("a.json", "{\"format_version\": \"" + "x".repeat(5000)).body();
        Answer planAnswer = this.api.post(ANALYSES, planPart, "Content-Type", Form.TYPE);
        assertThat(planAnswer.problem()).isEqualTo("document-too-large");
        assertThat(planAnswer.json().at("/limit").asInt()).isEqualTo(4096);
    }

    @Test
    void refusesAFormAboveItsLimits() {
        Form large = new Form();
        for (int i = 0; i < 3; i++) {
            large.file("a" + i, "x".repeat(2000))
                .part("Content-Disposition: form-data; name=options", " ".repeat(1000));
        }
        Answer answer = this.api.post(ANALYSES, large.body(), "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request-too-large");
        byte[] many = new Form().file("a", "x").file("b", "x").file("c", "x").file("d", "x").body();
        Answer files = this.api.post(ANALYSES, many, "Content-Type", Form.TYPE);
        assertThat(files.status()).isEqualTo(413);
        assertThat(files.problem()).isEqualTo("too-many-files");
        assertThat(files.json().at("/limit").asInt()).isEqualTo(3);
        byte[] more = new Form().file("a", "x").file("b", "x").file("c", "x").file("d", "x").file("e", "x").body();
        assertThat(this.api.post(ANALYSES, more, "Content-Type", Form.TYPE).problem()).isEqualTo("too-many-files");
    }

    private CompletableFuture<Answer> call() {
        return CompletableFuture.supplyAsync(() -> this.api.post(ANALYSES, Documents.PROFILE),
                (task) -> Thread.ofPlatform().start(task));
    }

}
