package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.terraform.function.Files;

/// The files of the bundle as a root module sees them.
///
/// @param root the directory of the root module
record BundleFiles(Bundle bundle, String root) implements Files {

    @Override
    public Optional<byte[]> read(String path) {
        return Bundle.resolve(this.root, path).flatMap(this.bundle::file).map(BundleFile::bytes);
    }

    @Override
    public List<String> below(String directory) {
        List<String> found = new ArrayList<>();
        Bundle.resolve(this.root, directory).ifPresent((resolved) -> {
            String prefix = resolved.isEmpty() ? "" : resolved + "/";
            this.bundle.files()
                .stream()
                .map(BundleFile::uri)
                .filter((uri) -> uri.startsWith(prefix))
                .forEach((uri) -> found.add(uri.substring(prefix.length())));
        });
        return found;
    }

}
