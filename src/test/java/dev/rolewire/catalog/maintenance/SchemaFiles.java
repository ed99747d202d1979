package dev.rolewire.catalog.maintenance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The files of a package: a directory, a zip archive (a Python wheel is one) or a gzipped tar archive.
final class SchemaFiles {

    private static final int BLOCK = 512;

    private SchemaFiles() {
    }

    /// Reads the files whose names are wanted, in the order of their names where the
    /// package has one.
    static void forEach(Path source, Predicate<String> wanted, BiConsumer<String, String> reader) throws IOException {
        String name = String.valueOf(source.getFileName());
        if (Files.isDirectory(source)) {
            walk(source, wanted, reader);
        }
        else if (name.endsWith(".tgz") || name.endsWith(".tar.gz")) {
            try (InputStream tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
                untar(tar, wanted, reader);
            }
        }
        else {
            try (FileSystem zip = FileSystems.newFileSystem(source)) {
                walk(zip.getPath("/"), wanted, reader);
            }
        }
    }

    private static void walk(Path root, Predicate<String> wanted, BiConsumer<String, String> reader)
            throws IOException {
        List<Path> files;
        try (Stream<Path> below = Files.walk(root)) {
            files = below.filter((file) -> wanted.test(file.toString().replace('\\', '/')))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
        }
        for (Path file : files) {
            reader.accept(file.toString().replace('\\', '/'), Files.readString(file));
        }
    }

    private static void untar(InputStream tar, Predicate<String> wanted, BiConsumer<String, String> reader)
            throws IOException {
        byte[] header = tar.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            String name = field(header, 0, 100);
            String prefix = field(header, 345, 155);
            String path = prefix.isEmpty() ? name : prefix + "/" + name;
            int size = Integer.parseInt(field(header, 124, 12).strip(), 8);
            int padded = (size + BLOCK - 1) / BLOCK * BLOCK;
            if (wanted.test(path)) {
                byte[] content = tar.readNBytes(padded);
                reader.accept(path, new String(content, 0, size, StandardCharsets.UTF_8));
            }
            else {
                tar.skipNBytes(padded);
            }
            header = tar.readNBytes(BLOCK);
        }
    }

    private static String field(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }

}
