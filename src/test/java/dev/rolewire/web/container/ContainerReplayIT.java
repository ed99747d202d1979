package dev.rolewire.web.container;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Builds what the image holds from the packaged jar, trains its AOT cache, and runs it with its own entry point, as a
/// user that may write nowhere but below the directory for temporary files.
class ContainerReplayIT {

    private static final String USER = "10001";

    @TempDir
    private Path directory;

    @Test
    void imageIsBuiltTrainedAndServes() throws Exception {
        // The second run takes the cache or fails: it is run with -XX:AOTMode=on.
        assertThat(step(Map.of(), "extract", "train", "check").waitFor()).as(this::log).isZero();
        Path application = this.directory.resolve("application");
        assertThat(application.resolve("app.aot")).isNotEmptyFile();
        assertThat(application.resolve("lib")).isDirectoryContaining((file) -> file.toString().endsWith(".jar"));
        List<Path> before = files(application);

        Path temporary = Files.createDirectory(this.directory.resolve("tmp"));
        temporary.toFile().setWritable(true, false);
        this.directory.toFile().setExecutable(true, false);
        // The chart sets the number of processors; with -XX:AOTMode=on a cache that does
        // not fit
        // ends the start.
        Map<String, String> environment = Map.of("SERVER_PORT", port(), "MANAGEMENT_SERVER_PORT", port(),
                "SERVER_TOMCAT_BASEDIR", temporary.resolve("tomcat").toString(), "JDK_JAVA_OPTIONS",
                "-XX:ActiveProcessorCount=2 -XX:AOTMode=on");
        Process service = run(application, environment);
        try {
            awaitHealth(environment, service);
            assertServes(environment);
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(service.exitValue()).as("ends in order on SIGTERM").isEqualTo(143);
        }
        finally {
            service.destroyForcibly();
        }
        assertThat(files(application)).as("writes nothing beside the application").isEqualTo(before);
        assertThat(log()).contains("\"message\":\"Graceful shutdown complete\"").doesNotContain("[error][aot]");
        assertThat(step(withoutOptions(environment), "health").waitFor()).isEqualTo(1);
    }

    private static void assertServes(Map<String, String> environment) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest analysis = HttpRequest
                .newBuilder(
                        URI.create("http://localhost:" + environment.get("SERVER_PORT") + "/v1/analyses?format=text"))
                .POST(HttpRequest.BodyPublishers.ofFile(Repository.root()
                    .resolve("src/main/resources/dev/rolewire/web/openapi/ec2-takes-the-role.yaml")))
                .build();
            assertThat(client.send(analysis, HttpResponse.BodyHandlers.ofString()).body())
                .contains("error[role-as-instance-profile]");
            HttpRequest scrape = HttpRequest
                .newBuilder(URI
                    .create("http://localhost:" + environment.get("MANAGEMENT_SERVER_PORT") + "/actuator/prometheus"))
                .build();
            assertThat(client.send(scrape, HttpResponse.BodyHandlers.ofString()).body())
                .contains("rolewire_analyses_seconds_count");
        }
    }

    private void awaitHealth(Map<String, String> environment, Process service) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (step(withoutOptions(environment), "health").waitFor() != 0) {
            assertThat(service.isAlive()).as(this::log).isTrue();
            assertThat(System.nanoTime()).as(this::log).isLessThan(end);
            Thread.sleep(200);
        }
    }

    /// The health check has no cache.
    private static Map<String, String> withoutOptions(Map<String, String> environment) {
        Map<String, String> without = new LinkedHashMap<>(environment);
        without.remove("JDK_JAVA_OPTIONS");
        return without;
    }

    private Process step(Map<String, String> environment, String... steps) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Repository.root().resolve("src/docker/replay.sh").toString());
        command.add(this.directory.toString());
        command.addAll(List.of(steps));
        return start(command, Repository.root(), environment);
    }

    /// The entry point, by itself: the user of the image need not see the repository.
    private Process run(Path application, Map<String, String> environment) throws IOException {
        ReplayScript script = ReplayScript.parse(Repository.read(Repository.root().resolve("src/docker/replay.sh")));
        List<String> command = new ArrayList<>(unprivileged());
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(script.command("run").subList(1, script.command("run").size()));
        Map<String, String> whole = new LinkedHashMap<>(script.environment());
        whole.putAll(environment);
        return start(command, application, whole);
    }

    private Process start(List<String> command, Path directory, Map<String, String> environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(this.directory.resolve("log").toFile()));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().putAll(environment);
        return process.start();
    }

    /// Who is root steps down, as the image does.
    private static List<String> unprivileged() {
        boolean able = System.getProperty("user.name").equals("root") && new File("/usr/bin/setpriv").canExecute();
        return able ? List.of("/usr/bin/setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups") : List.of();
    }

    private static String port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }

    private String log() {
        return Repository.read(this.directory.resolve("log"));
    }

}
