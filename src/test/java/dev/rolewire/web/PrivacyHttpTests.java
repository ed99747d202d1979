package dev.rolewire.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Everything logs all that it can, and traces go to a collector; documents with a mark come in every form, good and bad.
/// The mark is in no log, metric, trace or problem.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "logging.level.root=trace", "logging.level.org.apache=trace",
                "logging.level.org.springframework.web=trace", "logging.level.org.apache.coyote.http11=trace",
                "logging.level.org.apache.catalina.core.ContainerBase=trace", "spring.mvc.log-request-details=true",
                "management.tracing.sampling.probability=1.0",
                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                "rolewire.limits.max-document-size=100KB", "rolewire.limits.max-request-size=300KB" })
class PrivacyHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String MARK = "Xq7SecretMark";

    private static final ByteArrayOutputStream TRACES = new ByteArrayOutputStream();

    private static final HttpServer COLLECTOR = collector();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry properties) {
        properties.add("management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://localhost:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
        // The levels are those of the whole JVM and would stay for the tests after this
        // one.
        for (Logger logger : ((LoggerContext) LoggerFactory.getILoggerFactory()).getLoggerList()) {
            if (logger.getLevel() == Level.TRACE) {
                logger.setLevel(logger.getName().equals(Logger.ROOT_LOGGER_NAME) ? Level.INFO : null);
            }
        }
    }

    @Test
    void tellsNobody(CapturedOutput output) throws IOException {
        HttpApi api = new HttpApi(this.port);
        for (String document : documents()) {
            everyForm(api, document).forEach(PrivacyHttpTests::checkProblem);
        }
        broken(api);
        assertThat(api.get("/actuator/prometheus").body()).contains("rolewire_analyses_seconds_count")
            .doesNotContainIgnoringCase(MARK);
        await().atMost(30, TimeUnit.SECONDS).until(() -> traces().contains("analyse"));
        assertThat(traces()).contains("read", "render").doesNotContainIgnoringCase(MARK);
        assertThat(output.getAll()).contains("DEBUG").doesNotContainIgnoringCase(MARK);
    }

    private static List<String> documents() {
        String role = Documents.PROFILE.replace("web-server", MARK);
        assertThat(role).contains(MARK);
        return List.of(role, Documents.ROLE_AS_PROFILE + "# " + MARK + "\n",
                "{\"Resources\": {\"" + MARK + "\": {\"Type\": \"" + MARK + "\"}}}",
                "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":[{\"address\":\"" + MARK
                        + "\"}]}},\"resource_changes\":[],\"configuration\":{}}",
                "resource \"aws_iam_role\" \"" + MARK + "\" {\n  name = \"" + MARK + "\"\n}\n",
                "Resources:\n  A: \"" + MARK + "\n", "Resources: [" + MARK + ", {" + MARK + ": *" + MARK + "\n",
                "{\"" + MARK + "\": " + MARK + "}", MARK + "\u0000" + MARK, "%" + MARK + "=" + MARK + "&" + MARK,
                "resource {{{ \"" + MARK + "\" = ${\n", "--" + MARK + "\r\n" + MARK + "\r\n", MARK.repeat(9000));
    }

    private static List<Answer> everyForm(HttpApi api, String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        byte[] packed = HttpApi.gzip(bytes);
        List<Answer> answers = new ArrayList<>();
        for (String type : List.of("application/yaml", "application/json", "text/plain", "text/x-hcl",
                "application/octet-stream", "application/x-www-form-urlencoded", "application/zip", "application/gzip",
                "application/x-tar", "multipart/form-data; boundary=x", "application/vnd.rolewire.request+json",
                "image/png", "nonsense")) {
            answers.add(api.post(ANALYSES + "?failOn=error", bytes, "Content-Type", type));
        }
        answers.add(api.post(ANALYSES, packed, "Content-Encoding", "gzip"));
        answers.add(api.post(ANALYSES, Arrays.copyOf(packed, packed.length / 2), "Content-Encoding", "gzip"));
        answers.add(api.post(ANALYSES, bytes, "Content-Encoding", "gzip"));
        answers.add(api.post(ANALYSES, new Form().file("a/t.yaml", document).file("b.tf", document).body(),
                "Content-Type", Form.TYPE));
        answers.add(api.post(ANALYSES, new Form().file("a.yaml", document).options(document).body(), "Content-Type",
                Form.TYPE));
        answers.add(api.post("/v1/rules", bytes));
        answers.add(api.post("/nothing", bytes));
        answers.add(api.post("/actuator/health", bytes));
        return answers;
    }

    /// A problem quotes what the client called its options, files and types, and never
    /// what is in a document.
    private static void checkProblem(Answer answer) {
        boolean quotesOptions = answer.body().contains("unknown-option") || answer.body().contains("malformed-options");
        if (answer.header("Content-Type").equals("application/problem+json") && !quotesOptions) {
            assertThat(answer.body()).doesNotContainIgnoringCase(MARK);
        }
    }

    private static void broken(HttpApi api) {
        for (String request : List.of("POST /v1/analyses HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n" + MARK,
                "POST /v1/analyses HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz" + MARK + "\r\n",
                "POST /v1/analyses HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello" + MARK + " {}\r\n\r\n",
                MARK + " " + MARK + "\r\n\r\n", "POST /v1/analyses?" + MARK + "={}<> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /" + MARK + "\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=" + MARK + "\u0001;;=\r\n" + MARK + "\r\n\r\n")) {
            assertThat(api.raw(request)).doesNotContainIgnoringCase("\tat ");
        }
    }

    private static String traces() {
        synchronized (TRACES) {
            return TRACES.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", PrivacyHttpTests::collect);
            server.start();
            return server;
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void collect(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        synchronized (TRACES) {
            TRACES.write(packed ? new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes() : body);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

}
