package dev.rolewire.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/// Golden files: what a test expects, as a file that a reviewer reads. `-Dgolden.update=true` rewrites them.
public final class Golden {

    private static final String UPDATE = "golden.update";

    private Golden() {
    }

    /// Compares a text with a golden file; in update mode writes it.
    /// @param resource the file below `src/test/resources`, such as
    /// `golden/report/article.json`
    /// @param actual the text that came
    public static void check(Path resource, String actual) {
        check(Repository.testResources(), resource, actual, UPDATE);
    }

    /// Compares a text with a generated file.
    /// @param base the directory that `file` is in
    /// @param file the path in it
    /// @param actual the text that came
    /// @param update the system property that makes it write
    static void check(Path base, Path file, String actual, String update) {
        Path path = base.resolve(file);
        if (Boolean.getBoolean(update)) {
            if (!Files.exists(path) || !Repository.read(path).equals(actual)) {
                Repository.write(path, actual);
            }
            return;
        }
        String command = "`mvn -B test -D" + update + "=true` writes it";
        assertThat(path).as("%s is missing; %s", file, command).exists();
        assertThat(actual).as("%s is out of date; %s", file, command).isEqualTo(Repository.read(path));
    }

}
