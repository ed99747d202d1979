package dev.rolewire.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/// A program that some tests need and not every machine has. Without it they are skipped and say so; where
/// `ROLEWIRE_TOOLS` is `required`, as in CI, they fail instead.
///
/// @param path of the program
public record Tool(Path path) {

    /// What a run gave.
    ///
    /// @param exitCode of the process
    /// @param output standard output and errors
    public record Result(int exitCode, String output) {

    }

    /// Finds a program on the path.
    /// @param name of the program, such as `nginx`
    /// @param source where it comes from, for who has not got it
    public static Tool require(String name, String source) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
            .map((directory) -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst()
            .map(Tool::new)
            .orElseGet(() -> missing(name + " is not installed: " + source));
    }

    /// Whether a condition holds; skips the test otherwise, or fails it in CI.
    public static void requireThat(boolean condition, String complaint) {
        if (!condition) {
            missing(complaint);
        }
    }

    private static Tool missing(String complaint) {
        if ("required".equals(System.getenv("ROLEWIRE_TOOLS"))) {
            throw new AssertionError(complaint);
        }
        return Assumptions.abort(complaint);
    }

    /// Runs it to its end.
    public Result run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(this.path.toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
