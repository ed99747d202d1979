package dev.rolewire.analysis.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Which file of a bundle is its configuration: the one in the directory that holds all other files. One that is deeper
/// says nothing of the files beside its directory, so it has no effect.
public final class ConfigurationFiles {

    private static final List<String> NAMES = List.of(".rolewire.yaml", ".rolewire.yml");

    /// What becomes of a configuration file that is not used.
    public static final String NOT_USED = "a configuration of Rolewire that is not used; it must stand in the directory"
            + " that holds all files of the request, once";

    private ConfigurationFiles() {
    }

    /// Whether a file is meant as a configuration.
    public static boolean isConfiguration(String path) {
        return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /// The path of the configuration of a bundle, or null when it has none.
    /// @param paths of all files, those that are skipped too
    public static @Nullable String find(List<String> paths) {
        String first = null;
        for (String name : NAMES) {
            for (String path : paths) {
                boolean named = path.equals(name) || path.endsWith("/" + name);
                String directory = path.substring(0, path.lastIndexOf('/') + 1);
                if (first == null && named && paths.stream().allMatch((other) -> other.startsWith(directory))) {
                    first = path;
                }
            }
        }
        return first;
    }

}
