package dev.rolewire.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rolewire.testing.NodeTools;
import dev.rolewire.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// The linters of Spectral and Redocly have nothing to say against the OpenAPI document.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiLintersTests {

    @TempDir
    private Path directory = Path.of("");

    @LocalServerPort
    private int port;

    @BeforeEach
    void fetch() throws IOException {
        // The linters want no address that is this machine's.
        String document = new HttpApi(this.port)
            .get("/v3/api-docs", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "rolewire.dev", "X-Forwarded-Port",
                    "443")
            .body();
        Files.writeString(this.directory.resolve("openapi.json"), document);
    }

    @Test
    void spectralIsContent() throws IOException {
        Files.writeString(this.directory.resolve(".spectral.yaml"), "extends: [\"spectral:oas\"]\n");
        Tool.Result result = NodeTools.run(this.directory, "@stoplight/spectral-cli/dist/index.js", "lint",
                "openapi.json", "--fail-severity=hint");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void redoclyIsContent() {
        Tool.Result result = NodeTools.run(this.directory, "@redocly/cli/bin/cli.js", "lint", "openapi.json",
                "--extends=recommended-strict");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

}
