package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.HclParser;

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
            boolean replaced = file.uri().endsWith(".tf")
                    && files.stream().anyMatch((other) -> other.uri().equals(stem(file.uri()) + ".tofu"));
            if (!replaced) {
                HclFile tree = file.configuration();
                if (tree != null) {
                    parsed.add(new ConfigurationReader.ParsedFile(file.source(), tree.body(), isOverride(file.uri())));
                }
            }
        }
        return parsed;
    }

    private static String stem(String uri) {
        return uri.substring(0, uri.lastIndexOf('.'));
    }

    private static boolean isOverride(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return stem.equals("override") || stem.endsWith("_override");
    }

    /// The values of a file of variables.
    static Parsed<Body> variables(BundleFile file) {
        Parsed<HclFile> tree = HclParser.parse(file.source(), ParseLimits.DEFAULT);
        return new Parsed<>(tree.value().body(), tree.problems());
    }

    static ModelProblem.Kind kind(SyntaxProblem problem) {
        return switch (problem.kind()) {
            case SYNTAX -> ModelProblem.Kind.SYNTAX;
            case DUPLICATE_KEY -> ModelProblem.Kind.DUPLICATE_KEY;
            case ALIAS -> ModelProblem.Kind.YAML_ALIAS;
            case LIMIT -> ModelProblem.Kind.LIMIT;
        };
    }

}
