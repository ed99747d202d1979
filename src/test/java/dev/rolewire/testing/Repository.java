package dev.rolewire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of this repository, as tests see them: surefire runs in its root.
public final class Repository {

    private Repository() {
    }

    /// The root directory.
    public static Path root() {
        return Path.of("").toAbsolutePath();
    }

    /// The test resources.
    public static Path testResources() {
        return root().resolve("src/test/resources");
    }

    /// A file's text, read as UTF-8.
    public static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// Writes a file as UTF-8, with its directories.
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
