package dev.rolewire.web.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a working copy carries along and nobody means when they post it: it is listed by its directory and not read.
final class IgnoredPaths {

    private static final Map<String, String> DIRECTORIES = new LinkedHashMap<>();

    static {
        DIRECTORIES.put(".git", "the repository of Git");
        DIRECTORIES.put(".hg", "the repository of Mercurial");
        DIRECTORIES.put(".svn", "the working data of Subversion");
        DIRECTORIES.put(".terraform", "what `terraform init` downloaded");
        DIRECTORIES.put(".terragrunt-cache", "what Terragrunt downloaded");
        DIRECTORIES.put("node_modules", "packages of Node.js");
        DIRECTORIES.put("__MACOSX", "metadata of macOS");
    }

    /// Something that is left out.
    ///
    /// @param path the directory, or the file
    /// @param reason why; lower-case start, no full stop
    record Ignored(String path, String reason) {

    }

    private IgnoredPaths() {
    }

    /// What is left out with a path: the outermost such directory, or the file itself.
    /// @param path relative, with forward slashes
    /// @param directory whether it is a directory itself
    static Optional<Ignored> of(String path, boolean directory) {
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = (slash < 0) ? path.length() : slash;
            String reason = (slash >= 0 || directory) ? DIRECTORIES.get(path.substring(start, end)) : null;
            if (reason != null) {
                return Optional.of(new Ignored(path.substring(0, end), reason + ", not looked into"));
            }
            start = end + 1;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean metadata = !directory && (name.equals(".DS_Store") || name.startsWith("._"));
        return metadata ? Optional.of(new Ignored(path, "metadata of macOS")) : Optional.empty();
    }

}
