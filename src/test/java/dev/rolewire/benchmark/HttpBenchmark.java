package dev.rolewire.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import dev.rolewire.RolewireApplication;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Whole requests to the running service, one client with one kept connection, client and server in one process.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 1)
public class HttpBenchmark {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private @Nullable ConfigurableApplicationContext service;

    private String base = "";

    /// A document to post, apart so that the empty endpoint is measured once.
    @State(Scope.Benchmark)
    public static class Document {

        @Param
        BenchmarkInput input = BenchmarkInput.ARTICLE;

        private byte[] bytes = {};

        @Setup
        public void read() {
            this.bytes = this.input.bytes();
        }

    }

    @Setup
    public void start() {
        this.service = SpringApplication.run(RolewireApplication.class, "--server.port=0", "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
        String port = this.service.getEnvironment().getRequiredProperty("local.server.port");
        this.base = String.format(Locale.ROOT, "http://localhost:%s", port);
    }

    @TearDown
    public void stop() {
        if (this.service != null) {
            this.service.close();
        }
    }

    @Benchmark
    public int emptyEndpoint() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(this.base + "/livez")).GET());
    }

    @Benchmark
    public int request(Document document) throws IOException, InterruptedException {
        URI uri = URI.create(this.base + "/v1/analyses?filename=" + document.input.uri());
        return send(HttpRequest.newBuilder(uri)
            .header("Content-Type", document.input.isJson() ? "application/json" : "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(document.bytes)));
    }

    /// Sends a request.
    /// @return the size of the answer
    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the service answered " + response.statusCode());
        }
        return response.body().length;
    }

}
