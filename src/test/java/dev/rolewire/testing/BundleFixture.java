package dev.rolewire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

import dev.rolewire.analysis.InputFile;

/// One directory of `src/test/resources/bundles/`: files that are analysed in one request.
///
/// YAML and HCL files have markers like any fixture ([Markers]), other files a sidecar ([Sidecar]) beside them. The
/// directives of all files hold for the request.
///
/// @param directory the bundle's root
record BundleFixture(Path directory) {

    private static final String SIDECAR = ".expected";

    private static final List<String> WITH_MARKERS = List.of(".yaml", ".yml", ".template", ".tf", ".toml");

    /// All bundles, sorted by path.
    static List<BundleFixture> all() {
        Path root = Repository.testResources().resolve("bundles");
        try (Stream<Path> directories = Files.list(root)) {
            return directories.filter(Files::isDirectory).sorted().map(BundleFixture::new).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    String name() {
        return this.directory.getFileName().toString();
    }

    /// The files as they are sent, sorted by path.
    List<InputFile> inputs() {
        return files().filter((file) -> !file.toString().endsWith(SIDECAR)).map(this::input).toList();
    }

    /// What is expected of each file, by its path in the bundle.
    SequencedMap<String, Expectations> expectations() {
        SequencedMap<String, Expectations> expectations = new LinkedHashMap<>();
        files().forEach((file) -> {
            String path = path(file);
            if (path.endsWith(SIDECAR)) {
                expectations.put(path.substring(0, path.length() - SIDECAR.length()),
                        Sidecar.parse(Repository.read(file)));
            }
            else if (hasMarkers(path)) {
                expectations.put(path, Markers.parse(Repository.read(file)));
            }
        });
        return expectations;
    }

    static boolean hasMarkers(String path) {
        return WITH_MARKERS.stream().anyMatch(path::endsWith);
    }

    private Stream<Path> files() {
        try (Stream<Path> files = Files.walk(this.directory)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private InputFile input(Path file) {
        try {
            return new InputFile(path(file), Files.readAllBytes(file));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private String path(Path file) {
        return this.directory.relativize(file).toString().replace('\\', '/');
    }

}
