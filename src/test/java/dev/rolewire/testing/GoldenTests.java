package dev.rolewire.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GoldenTests {

    private static final String PROPERTY = "golden.test.update";

    @Test
    void failsOnDriftAndPrintsTheCommand(@TempDir Path directory) throws IOException {
        Path file = Path.of("a.txt");
        assertThatThrownBy(() -> Golden.check(directory, file, "new", PROPERTY)).isInstanceOf(AssertionError.class)
            .hasMessageContaining("a.txt is missing; `mvn -B test -Dgolden.test.update=true` writes it");
        Files.writeString(directory.resolve(file), "old");
        assertThatThrownBy(() -> Golden.check(directory, file, "new", PROPERTY)).isInstanceOf(AssertionError.class)
            .hasMessageContaining("a.txt is out of date");
        assertThatCode(() -> Golden.check(directory, file, "old", PROPERTY)).doesNotThrowAnyException();
    }

    @Test
    void writesInUpdateMode(@TempDir Path directory) {
        System.setProperty(PROPERTY, "true");
        try {
            Golden.check(directory, Path.of("below/a.txt"), "new", PROPERTY);
        }
        finally {
            System.clearProperty(PROPERTY);
        }
        assertThat(directory.resolve("below/a.txt")).hasContent("new");
    }

}
