package dev.rolewire.web.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// What trains the AOT cache is answered as it expects, and covers what the service does.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrainingTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Analyzer analyzer;

    @Test
    void everyRequestIsAnsweredAsExpected() throws Exception {
        String base = "http://localhost:" + this.port;
        List<String> queries = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (TrainingRequests.Exchange exchange : new TrainingRequests(base, base, this.analyzer.rules()).all()) {
                URI uri = exchange.request().uri();
                int status = client.send(exchange.request(), HttpResponse.BodyHandlers.discarding()).statusCode();
                assertThat(status).as("%s %s", exchange.request().method(), uri).isEqualTo(exchange.status());
                queries.add(String.valueOf(uri.getQuery()));
            }
        }
        assertThat(queries).hasSizeGreaterThan(100);
        for (String format : ReportFormat.ids()) {
            assertThat(queries).anyMatch((query) -> query.contains("format=" + format + "&filename=main.tf"))
                .anyMatch((query) -> query.contains("format=" + format + "&filename=template.yaml"));
        }
    }

    @Test
    void healthCheckTellsReadyFromNot() {
        assertThat(HealthCheck.isReady("localhost", Map.of("SERVER_PORT", String.valueOf(this.port)))).isTrue();
        assertThat(HealthCheck.isReady("localhost",
                Map.of("SERVER_PORT", String.valueOf(this.port), "SERVER_SERVLET_CONTEXT_PATH", "/elsewhere")))
            .isFalse();
        assertThat(HealthCheck.isReady("localhost", Map.of("SERVER_PORT", "1"))).isFalse();
        assertThat(HealthCheck.isReady("localhost", Map.of("SERVER_PORT", "none"))).isFalse();
    }

}
