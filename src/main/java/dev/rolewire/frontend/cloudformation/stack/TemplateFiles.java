package dev.rolewire.frontend.cloudformation.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;

/// Finds the file of a bundle that the `TemplateURL` of a nested stack or the `Location` of an include means.
///
/// A path is relative to the template that it is written in. Of a URL the end is compared: the bucket says nothing of
/// where the file stands in the bundle.
public final class TemplateFiles {

    private final Bundle bundle;

    private final StackFiles stackFiles;

    private final Map<String, List<BundleFile>> byName = new HashMap<>();

    private final Map<String, List<BundleFile>> fragments = new HashMap<>();

    /// Reads the names of a bundle's templates.
    public TemplateFiles(Bundle bundle, StackFiles stackFiles) {
        this.bundle = bundle;
        this.stackFiles = stackFiles;
        for (BundleFile file : bundle.files(Set.of(Dialect.CLOUDFORMATION))) {
            this.byName.computeIfAbsent(nameOf(file.uri()), (name) -> new ArrayList<>()).add(file);
        }
        for (BundleFile file : bundle.files()) {
            if (file.mayBeDocument()) {
                this.fragments.computeIfAbsent(nameOf(file.uri()), (name) -> new ArrayList<>()).add(file);
            }
        }
    }

    /// What a location comes to.
    public sealed interface Answer {

        /// One file.
        ///
        /// @param certain false when only the last part of a URL agrees, so that another
        /// file may be meant
        record Found(BundleFile file, boolean certain) implements Answer {

        }

        /// Several files, none of which is nearer than the others.
        record Ambiguous(List<BundleFile> files) implements Answer {

        }

        /// No file of the bundle.
        record None() implements Answer {

        }

    }

    /// The file of a path relative to a template.
    public Optional<BundleFile> relative(BundleFile from, String path) {
        return this.bundle.file(from, path).filter((file) -> file.dialect() == Dialect.CLOUDFORMATION);
    }

    /// Finds a file.
    /// @param from the template that the location is written in
    /// @param location a path or URL, or the end of one when its start is not known
    /// @param whole whether it is all of the location
    /// @param excluded files that cannot be meant, unless their path is written out
    public Answer find(BundleFile from, String location, boolean whole, Set<BundleFile> excluded) {
        String path = withoutQuery(location.strip());
        boolean url = !whole || path.contains("://");
        if (!url) {
            Optional<BundleFile> file = relative(from, path);
            if (file.isPresent()) {
                return new Answer.Found(file.get(), true);
            }
        }
        Optional<BundleFile> asset = this.stackFiles.asset(nameOf(path));
        if (asset.isPresent() && asset.get().dialect() == Dialect.CLOUDFORMATION) {
            return new Answer.Found(asset.get(), true);
        }
        List<BundleFile> candidates = new ArrayList<>(this.byName.getOrDefault(nameOf(path), List.of()));
        candidates.removeIf(excluded::contains);
        return nearest(from, path, candidates);
    }

    /// Finds a file that is a part of a template.
    /// @param from the template that the location is written in
    /// @param location a path or an S3 URI, or the end of one when its start is not known
    /// @param whole whether it is all of the location
    public Answer findFragment(BundleFile from, String location, boolean whole) {
        String path = withoutQuery(location.strip());
        if (whole && !path.contains("://")) {
            Optional<BundleFile> file = this.bundle.file(from, path).filter(BundleFile::mayBeDocument);
            if (file.isPresent()) {
                return new Answer.Found(file.get(), true);
            }
        }
        List<BundleFile> candidates = new ArrayList<>(this.fragments.getOrDefault(nameOf(path), List.of()));
        candidates.remove(from);
        return nearest(from, path, candidates);
    }

    private static Answer nearest(BundleFile from, String path, List<BundleFile> candidates) {
        if (candidates.isEmpty() || nameOf(path).isEmpty()) {
            return new Answer.None();
        }
        int best = candidates.stream().mapToInt((file) -> commonEnd(file.uri(), path)).max().orElse(0);
        List<BundleFile> nearest = candidates.stream().filter((file) -> commonEnd(file.uri(), path) == best).toList();
        boolean certain = best > 1;
        if (nearest.size() == 1) {
            return new Answer.Found(nearest.getFirst(), certain);
        }
        String directory = Bundle.directory(from.uri());
        Set<BundleFile> beside = new LinkedHashSet<>(
                nearest.stream().filter((file) -> Bundle.directory(file.uri()).equals(directory)).toList());
        return beside.size() == 1 ? new Answer.Found(beside.iterator().next(), certain) : new Answer.Ambiguous(nearest);
    }

    /// How many of the last segments of two paths agree.
    private static int commonEnd(String one, String other) {
        String[] left = one.split("/");
        String[] right = other.split("/");
        int count = 0;
        while (count < Math.min(left.length, right.length)
                && left[left.length - 1 - count].equals(right[right.length - 1 - count])) {
            count++;
        }
        return count;
    }

    private static String withoutQuery(String location) {
        int end = location.indexOf('?');
        return end < 0 ? location : location.substring(0, end);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

}
