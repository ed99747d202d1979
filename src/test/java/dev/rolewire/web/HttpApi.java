package dev.rolewire.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import dev.rolewire.report.ReportSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// A client of the running service. Every report that it gets is checked by the published schema, and every problem by
/// RFC 9457.
final class HttpApi {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    private final int port;

    HttpApi(int port) {
        this(port, "");
    }

    HttpApi(int port, String contextPath) {
        this.port = port;
        this.base = "http://localhost:" + port + contextPath;
    }

    /// An answer.
    ///
    /// @param response as it came
    record Answer(HttpResponse<String> response) {

        int status() {
            return this.response.statusCode();
        }

        String body() {
            return this.response.body();
        }

        String header(String name) {
            return this.response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body());
        }

        /// The problem's slug, after a check of its shape.
        String problem() {
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.required("status").asInt()).isEqualTo(status());
            assertThat(problem.required("title").asString()).isNotBlank();
            assertThat(problem.required("detail").asString()).isNotBlank();
            assertThat(body()).doesNotContain("Exception", "dev.rolewire.web", "\\tat ");
            String type = problem.required("type").asString();
            assertThat(type).startsWith("https://rolewire.dev/problems/");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /// The rules of the findings, in order.
        List<String> rules() {
            return json().required("findings")
                .valueStream()
                .map((finding) -> finding.at("/ruleId").asString())
                .toList();
        }

    }

    /// Gets a path.
    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// Posts a document.
    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// Posts bytes.
    Answer post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Sends any request.
    Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            boolean report = answer.header("Content-Type").equals("application/json")
                    && request.build().uri().getPath().endsWith("/v1/analyses");
            if (report) {
                ReportSchema.check(answer.body());
            }
            return answer;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /// Starts a request.
    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /// Sends bytes as they are and closes the sending side, for requests that no client
    /// makes.
    /// @return the answer's head and body
    String raw(String request) {
        try (Socket socket = new Socket("localhost", this.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return packed.toByteArray();
    }

}
