package dev.rolewire.frontend.cloudformation.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.syntax.Mapping;

/// Finds the template that parameter values are for: the one that their file names, else the one that declares them all
/// and is nearest by name and directory.
final class ParameterOwners {

    private static final int SAME_NAME = 4;

    private static final int SAME_DIRECTORY = 2;

    private static final int RELATED_DIRECTORY = 1;

    private static final List<String> DEFAULT_NAMES = List.of("template.yaml", "template.yml", "template.json");

    private final Bundle bundle;

    private final List<BundleFile> templates;

    ParameterOwners(Bundle bundle, List<BundleFile> templates) {
        this.bundle = bundle;
        this.templates = templates;
    }

    Optional<BundleFile> of(ParameterSet set) {
        String named = set.template();
        if (named != null) {
            Optional<BundleFile> template = this.bundle.file(set.file(), named)
                .or(() -> Bundle.resolve("", named).flatMap(this.bundle::file))
                .filter(this.templates::contains);
            if (template.isPresent()) {
                return template;
            }
        }
        if (set.environment() != null) {
            return DEFAULT_NAMES.stream()
                .flatMap((name) -> this.bundle.file(set.file(), name).stream())
                .filter(this.templates::contains)
                .findFirst();
        }
        return set.values().isEmpty() ? Optional.empty() : nearest(set);
    }

    private Optional<BundleFile> nearest(ParameterSet set) {
        List<BundleFile> best = new ArrayList<>();
        int highest = 1;
        for (BundleFile template : this.templates) {
            int score = declared(template).containsAll(set.values().keySet()) ? score(set.file(), template) : 0;
            if (score > highest) {
                best.clear();
                highest = score;
            }
            if (score == highest) {
                best.add(template);
            }
        }
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static Set<String> declared(BundleFile template) {
        return Trees.mapping(template.tree(), "Parameters")
            .entries()
            .stream()
            .map(Mapping.Entry::name)
            .collect(Collectors.toSet());
    }

    private static int score(BundleFile file, BundleFile template) {
        String one = Bundle.directory(file.uri());
        String other = Bundle.directory(template.uri());
        int near = 0;
        if (one.equals(other)) {
            near = SAME_DIRECTORY;
        }
        else if (isIn(one, other) || isIn(other, one)) {
            near = RELATED_DIRECTORY;
        }
        return near + (isNamedAfter(stem(file), stem(template)) ? SAME_NAME : 0);
    }

    private static boolean isIn(String directory, String parent) {
        return parent.isEmpty() || directory.startsWith(parent + "/");
    }

    private static boolean isNamedAfter(String file, String template) {
        List<String> words = List.of(file.split("[-._]"));
        List<String> name = List.of(template.split("[-._]"));
        return Collections.indexOfSubList(words, name) >= 0;
    }

    private static String stem(BundleFile file) {
        String name = file.uri().substring(file.uri().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

}
