package dev.rolewire.frontend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.model.Dialect;

/// All files of one request. They are analysed together: a nested stack, a module or a parameter file is found by its
/// path.
public final class Bundle {

    private final List<BundleFile> files = new ArrayList<>();

    private final Map<String, BundleFile> byPath = new HashMap<>();

    /// Makes a bundle.
    /// @param files at least one, in the order of the request; of two with one path the
    /// first is found by it
    public Bundle(List<BundleFile> files) {
        this.files.addAll(files);
        List<BundleFile> present = files.stream().filter((file) -> !file.isSkipped()).toList();
        for (BundleFile file : present) {
            this.byPath.putIfAbsent(file.uri(), file);
        }
        if (present.size() == 1) {
            present.getFirst().markAlone();
        }
    }

    /// The files in the order of the request.
    public List<BundleFile> files() {
        return List.copyOf(this.files);
    }

    /// The files of some dialects, in the order of the request.
    public List<BundleFile> files(Set<Dialect> dialects) {
        List<BundleFile> found = new ArrayList<>();
        for (BundleFile file : this.files) {
            Dialect dialect = file.dialect();
            if (dialect != null && dialects.contains(dialect)) {
                found.add(file);
            }
        }
        return found;
    }

    /// The file of a path, or empty when the bundle has none.
    /// @param path relative to the bundle's root, without `.` and `..`
    public Optional<BundleFile> file(String path) {
        return Optional.ofNullable(this.byPath.get(path));
    }

    /// The file that a path in another file means.
    /// @param from the file that the path is written in
    /// @param path relative to that file's directory, with forward or backward slashes
    /// @return the file, or empty when it is not in the bundle or the path leaves the
    /// bundle
    public Optional<BundleFile> file(BundleFile from, String path) {
        return resolve(directory(from.uri()), path).flatMap(this::file);
    }

    /// The directory of a path, without a slash at its end; empty for the root.
    public static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// Puts a directory and a path relative to it together.
    /// @return the path relative to the bundle's root, or empty when it is absolute or
    /// leaves the bundle
    public static Optional<String> resolve(String directory, String path) {
        String text = path.replace('\\', '/');
        if (text.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (directory + "/" + text).split("/")) {
            if (segment.equals("..") && segments.pollLast() == null) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

}
