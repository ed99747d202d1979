package dev.rolewire.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.rolewire.testing.ReadmeCommands;
import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The commands of README run as they are printed, in a repository with what they name: one that has the mistake, and one
/// that has not.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReadmeCommandsTests {

    private static final String FIXTURES = "src/test/resources/fixtures/role-as-instance-profile/";

    private static final String FAILING_PLAN = "fail-role-only";

    private static final int HTTP_ERROR = 22;

    @LocalServerPort
    private int port;

    /// What a command printed and how it ended.
    private record Run(int status, String output) {

    }

    @BeforeAll
    static void needsCurl() throws Exception {
        for (String tool : List.of("bash", "curl", "git", "tar")) {
            assumeTrue(run(Path.of("."), tool + " --version", "").status() == 0, tool + " is not there");
        }
    }

    static Stream<String> commands() {
        return ReadmeCommands.read().stream();
    }

    @Test
    void findsTheCommandsOfEverySystem() {
        assertThat(ReadmeCommands.read()).hasSizeGreaterThan(14)
            .anyMatch((command) -> command.startsWith("terraform"))
            .anyMatch((command) -> command.contains("format=sarif"))
            .anyMatch((command) -> command.contains("format=gitlab"))
            .anyMatch((command) -> command.contains("format=junit"))
            .anyMatch((command) -> command.contains("format=markdown"))
            .anyMatch((command) -> command.startsWith("jq"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void failsWhereTheMistakeIs(String command, @TempDir Path directory) throws Exception {
        assumeTrue(!command.startsWith("jq ") || run(directory, "jq --version", "").status() == 0, "jq is not there");
        repository(directory, "fail-article");
        Run run = run(directory, command);
        boolean fails = command.contains("--fail-with-body") && command.contains("failOn");
        assertThat(run.status()).as(run.output()).isEqualTo(fails ? HTTP_ERROR : 0);
        assertThat(answer(directory, command, run)).contains("role-as-instance-profile")
            .doesNotContain("\"status\":400");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void passesWhereItIsNot(String command, @TempDir Path directory) throws Exception {
        assumeTrue(!command.startsWith("jq ") || run(directory, "jq --version", "").status() == 0, "jq is not there");
        assumeTrue(!command.contains("fail-article"), "names a file with the mistake");
        repository(directory, "pass-profile");
        Run run = run(directory, command);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(answer(directory, command, run)).isNotBlank().doesNotContain("rolewire.dev/problems");
    }

    private Run run(Path directory, String command) throws IOException, InterruptedException {
        String service = "localhost:" + this.port;
        return run(directory, "set -o pipefail; " + command.replace("localhost:8080", service), "http://" + service);
    }

    /// What a job reads afterwards: the file that the command writes, or what it prints.
    private static String answer(Path directory, String command, Run run) throws IOException {
        String[] words = command.split(" ");
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals("-o") || (words[i].equals(">") && words[i + 1].endsWith(".json"))) {
                return Files.readString(directory.resolve(words[i + 1]));
            }
        }
        return run.output();
    }

    private static Run run(Path directory, String command, String service) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(directory.toFile())
            .redirectErrorStream(true);
        builder.environment().put("ROLEWIRE", service);
        builder.environment().merge("PATH", directory.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.redirectOutput(directory.resolve(".output").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
        String output = Files.readString(directory.resolve(".output"));
        Files.delete(directory.resolve(".output"));
        return new Run(process.exitValue(), output);
    }

    /// A repository with all that the commands name; its `terraform` shows a plan.
    private void repository(Path directory, String fixture) throws Exception {
        Path root = Repository.root();
        String template = Repository.read(root.resolve(FIXTURES + fixture + ".cfn.yaml"));
        Files.createDirectories(directory.resolve("a"));
        Files.createDirectories(directory.resolve("stacks"));
        Files.createDirectories(directory.resolve("bin"));
        Files.createDirectories(directory.resolve("test-results"));
        Files.createDirectories(directory.resolve(FIXTURES));
        for (String file : List.of("template.yaml", "a/network.yaml", "stacks/web.yaml",
                FIXTURES + fixture + ".cfn.yaml")) {
            Files.writeString(directory.resolve(file), template);
        }
        Path plan = Files.copy(
                root.resolve(FIXTURES + (fixture.startsWith("fail") ? FAILING_PLAN : fixture) + ".plan.json"),
                directory.resolve("plan.json"));
        Files.writeString(directory.resolve("bin/terraform"), "#!/bin/sh\nexec cat '" + plan.toAbsolutePath() + "'\n");
        Files.setPosixFilePermissions(directory.resolve("bin/terraform"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(root.resolve("src/test/resources/inventories/details.json"), directory.resolve("account.json"));
        Files.writeString(directory.resolve("profiles.json"), "{\"InstanceProfiles\": []}");
        String before = Repository.read(root.resolve(FIXTURES + "pass-profile.cfn.yaml"));
        Files.writeString(directory.resolve("baseline.json"),
                new HttpApi(this.port).post("/v1/analyses", before).body());
        assertThat(run(directory, "git init -q . && git add -A && git -c user.name=a -c user.email=a@example.com "
                + "-c commit.gpgsign=false commit -qm a", ""))
            .extracting(Run::status)
            .isEqualTo(0);
    }

}
