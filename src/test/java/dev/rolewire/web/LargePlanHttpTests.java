package dev.rolewire.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import dev.rolewire.web.HttpApi.Answer;
import dev.rolewire.web.request.MemoryBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// A plan that is larger than a template may be goes through a file, of which nothing is left.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.limits.max-document-size=4KB", "rolewire.limits.max-plan-size=1MB",
                "rolewire.limits.max-request-size=8KB", "rolewire.limits.max-memory=16KB" })
class LargePlanHttpTests {

    private static final String ANALYSES = "/v1/analyses?filename=plan.json";

    @LocalServerPort
    private int port;

    @Autowired
    private MemoryBudget memory;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map((file) -> file.getFileName().toString()))
                .noneMatch((name) -> name.startsWith("rolewire-") && name.endsWith(".spool"));
        }
        assertThat(this.memory.held()).isZero();
    }

    private static String plan(int size) {
        return """
                {"format_version":"1.2","variables":{"filler":{"value":"%s"}},
                 "resource_changes":[{"address":"aws_lambda_function.f","mode":"managed","type":"aws_lambda_function","name":"f",
                  "provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,
                  "after":{"function_name":"ünnamed","role":"a-name"},"after_unknown":{}}}]}"""
            .formatted("x".repeat(size));
    }

    @Test
    void answersAsForASmallOne() {
        for (String format : List.of("json", "text")) {
            Answer small = this.api.post(ANALYSES + "&format=" + format, plan(10));
            Answer large = this.api.post(ANALYSES + "&format=" + format, plan(10_000));
            assertThat(large.status()).isEqualTo(200);
            assertThat(large.body()).contains("wrong-identity-form").isEqualTo(small.body());
        }
    }

    @Test
    void takesWhatPowerShellWrites() {
        Answer expected = this.api.post(ANALYSES + "&format=text", plan(10_000));
        byte[] utf16 = ("\uFEFF" + plan(10_000)).getBytes(StandardCharsets.UTF_16LE);
        assertThat(this.api.post(ANALYSES + "&format=text", utf16).body()).isEqualTo(expected.body());
        byte[] marked = ("\uFEFF" + plan(10_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(this.api.post(ANALYSES + "&format=text", marked).body()).isEqualTo(expected.body());
    }

    @Test
    void namesTheFaultOfATruncatedOne() {
        String plan = plan(10_000);
        Answer answer = this.api.post(ANALYSES + "&format=text", plan.substring(0, plan.length() - 4));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("error[syntax-error]: the text ends inside the object that starts at line 3")
            .contains("--> plan.json:4:");
    }

    @Test
    void refusesOneBeyondTheLimitAndALargeTemplate() {
        assertThat(this.api.post(ANALYSES, plan(1 << 20)).problem()).isEqualTo("request-too-large");
        assertThat(this.api.post(ANALYSES, "{\"Resources\":{\"A\":\"" + "x".repeat(9000) + "\"}}").problem())
            .isEqualTo("document-too-large");
    }

    @Test
    void unpacksIntoTheFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plan(100_000).getBytes(StandardCharsets.UTF_8));
        }
        Answer answer = this.api.post(ANALYSES, packed.toByteArray(), "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(200);
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 20);
        assertThat(this.api.post(ANALYSES, cut, "Content-Encoding", "gzip").problem()).isEqualTo("malformed-gzip");
    }

}
