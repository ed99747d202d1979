package dev.rolewire.web.container;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rolewire.testing.Repository;
import dev.rolewire.web.container.Dockerfile.Instruction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The Dockerfile keeps what is promised of the image, and says the same as the script that replays it, which
/// `ContainerReplayIT` runs.
class DockerfileTests {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+\\.\\d+\\.\\d+\\S*");

    private final Dockerfile file = Dockerfile.parse(Repository.read(Repository.root().resolve("Dockerfile")));

    private final Dockerfile image = this.file.finalStage();

    private final ReplayScript script = ReplayScript
        .parse(Repository.read(Repository.root().resolve("src/docker/replay.sh")));

    @Test
    void scriptRunsTheCommandsOfTheDockerfile() {
        List<List<String>> runs = this.file.all("RUN")
            .stream()
            .map(Instruction::command)
            .filter((command) -> !command.getFirst().equals("sh"))
            .toList();
        assertThat(runs).containsExactly(this.script.command("build"), this.script.command("extract"),
                this.script.command("train"), this.script.command("check"));
        assertThat(this.image.only("ENTRYPOINT").command()).isEqualTo(this.script.command("run"));
        assertThat(this.image.only("HEALTHCHECK").command()).isEqualTo(this.script.command("health"));
    }

    @Test
    void scriptCopiesTheLayersOfTheDockerfile() {
        List<String> copies = this.image.all("COPY").stream().map(Instruction::arguments).toList();
        assertThat(copies).containsExactlyElementsOf(
                Stream
                    .concat(this.script.command("layers")
                        .stream()
                        .map((layer) -> "--from=extract /build/extracted/" + layer + "/ ./"),
                            Stream.of("src/docker/jvm.options LICENSE ./"))
                    .toList());
    }

    @Test
    void scriptHasTheEnvironmentOfTheDockerfile() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String pair : this.image.only("ENV").arguments().split("\\s+")) {
            environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        assertThat(this.script.environment()).isEqualTo(environment);
    }

    @Test
    void cacheIsTrainedWithTheOptionsOfTheEntryPoint() {
        List<String> run = this.image.only("ENTRYPOINT").command();
        List<String> train = this.image.all("RUN").getFirst().command();
        List<String> check = this.image.all("RUN").getLast().command();
        assertThat(train.subList(0, run.size()))
            .isEqualTo(run.stream().map((word) -> word.replace("-XX:AOTCache=", "-XX:AOTCacheOutput=")).toList());
        assertThat(check).containsSubsequence(run).contains("-XX:AOTMode=on");
        assertThat(train.subList(run.size(), train.size())).startsWith("--spring.profiles.active=training")
            .allMatch((word) -> word.startsWith("--"));
    }

    @Test
    void imageRunsAsAUserWithoutRightsAndWithoutAShell() {
        assertThat(this.image.only("USER").arguments()).matches("[1-9]\\d{4,}:[1-9]\\d{4,}");
        assertThat(this.image.only("ENTRYPOINT").command()).startsWith("java").doesNotContain("sh", "-c", "bash");
        assertThat(this.image.only("HEALTHCHECK").command()).startsWith("java").endsWith(HealthCheck.class.getName());
        assertThat(this.image.only("STOPSIGNAL").arguments()).isEqualTo("SIGTERM");
        assertThat(this.image.only("EXPOSE").arguments()).isEqualTo("8080 8081");
        List<String> names = this.image.instructions().stream().map(Instruction::name).toList();
        assertThat(names.indexOf("USER")).as("nothing is written as that user").isGreaterThan(names.lastIndexOf("RUN"));
        assertThat(this.image.all("RUN"))
            .allMatch((run) -> run.arguments().startsWith("--mount=type=tmpfs,target=/tmp ["));
    }

    @Test
    void baseImagesArePinned() {
        String java = this.file.all("ARG").getFirst().arguments();
        assertThat(java).startsWith("JAVA_IMAGE=eclipse-temurin:25.");
        assertThat(java.substring("JAVA_IMAGE=".length())).matches(PINNED);
        assertThat(this.file.all("FROM").stream().map((from) -> from.arguments().split(" ")[0]))
            .containsExactly("maven:3.9.16-eclipse-temurin-25-noble", "build", "${JAVA_IMAGE}")
            .first()
            .asString()
            .matches(PINNED);
    }

    @Test
    void labelsComeFromArguments() {
        String labels = this.image.only("LABEL").arguments();
        assertThat(labels).contains("opencontainers.image.title", "opencontainers.image.description",
                "opencontainers.image.licenses=\"Apache-2.0\"");
        for (String argument : List.of("VERSION", "REVISION", "CREATED", "SOURCE", "JAVA_IMAGE")) {
            assertThat(labels).contains("${" + argument + "}");
            assertThat(this.image.all("ARG").stream().map((arg) -> arg.arguments().split("=")[0])).contains(argument);
        }
    }

    @Test
    void contextIsWhatTheBuildNeeds() {
        List<String> ignored = Repository.read(Repository.root().resolve(".dockerignore"))
            .lines()
            .filter((line) -> !line.startsWith("#"))
            .toList();
        assertThat(ignored).startsWith("*")
            .contains("!pom.xml", "!src/main", "!src/docker", "!.springjavaformatconfig");
        assertThat(ignored.stream().skip(1)).allMatch((line) -> line.startsWith("!"))
            .allMatch((line) -> Files.exists(Repository.root().resolve(line.substring(1))));
    }

    @Test
    void optionsOfTheVirtualMachineAreLeftToTheContainer() {
        List<String> options = Arrays
            .stream(Repository.read(Repository.root().resolve("src/docker/jvm.options")).split("\n"))
            .filter((line) -> !line.startsWith("#"))
            .toList();
        assertThat(options).contains("-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=75")
            .noneMatch((option) -> option.startsWith("-Xmx"));
    }

}
