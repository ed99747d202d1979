package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.HclFile;

/// Which files of a bundle are configuration, and how they are read.
final class ConfigurationFiles {

    private ConfigurationFiles() {
    }

    /// Whether a file is configuration.
    static boolean isConfiguration(BundleFile file) {
        return !isHidden(file.uri()) && file.dialect() == Dialect.TERRAFORM_HCL;
    }

    /// Editors and Terraform itself leave files behind that it does not read.
    private static boolean isHidden(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return name.startsWith(".") || name.startsWith("#") || uri.startsWith(".terraform/")
                || uri.contains("/.terraform/");
    }

    /// The files of a directory in the order in which Terraform reads them.
    static List<ConfigurationReader.ParsedFile> parsed(List<BundleFile> files) {
        List<BundleFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(BundleFile::uri));
        List<ConfigurationReader.ParsedFile> parsed = new ArrayList<>();
        for (BundleFile file : sorted) {
            if (!isReplaced(file, files)) {
                HclFile tree = file.configuration();
                if (tree != null) {
                    parsed.add(new ConfigurationReader.ParsedFile(file.source(), tree.body(), isOverride(file.uri())));
                }
            }
        }
        return parsed;
    }

    /// OpenTofu reads `x.tofu` in place of `x.tf`.
    private static boolean isReplaced(BundleFile file, List<BundleFile> files) {
        String uri = file.uri();
        String other = uri.endsWith(".tf") ? uri.substring(0, uri.length() - ".tf".length()) + ".tofu"
                : uri.endsWith(".tf.json") ? uri.substring(0, uri.length() - ".tf.json".length()) + ".tofu.json" : null;
        return other != null && files.stream().anyMatch((candidate) -> candidate.uri().equals(other));
    }

    private static boolean isOverride(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return stem.equals("override") || stem.endsWith("_override");
    }

    /// The values of a file of variables; empty when it is none.
    static Body values(BundleFile file) {
        HclFile tree = file.configuration();
        return tree == null ? Body.empty(Span.at(0)) : tree.body();
    }

}
