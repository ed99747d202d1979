package dev.rolewire.frontend.terraform.hcl.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.HclDetector;
import dev.rolewire.frontend.terraform.hcl.TerraformHclFrontend;
import dev.rolewire.model.Template;

/// One root module of a repository.
final class Roots {

    private Roots() {
    }

    /// Lowers one root.
    static Template lower(List<InputFile> files, String directory, FrontendOptions options) {
        List<Template> found = new ArrayList<>();
        new TerraformHclFrontend().lower(bundle(files(files, directory)), options, new Frontend.Receiver() {

            @Override
            public void template(Template template) {
                found.add(template);
            }

            @Override
            public void auxiliary(BundleFile file, String as) {
                // What was read for the root is of no interest here.
            }

        });
        return found.stream()
            .filter((template) -> Bundle.directory(template.sources().getFirst().uri()).equals(directory))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no root in " + directory));
    }

    /// The files that a root uses: those of the directories that it reaches, and all that
    /// is no configuration.
    static List<InputFile> files(List<InputFile> files, String directory) {
        Set<String> reached = TerraformHclFrontend.directories(bundle(files), directory);
        return files.stream()
            .filter((file) -> HclDetector.ofName(file.uri()) == null || reached.contains(Bundle.directory(file.uri())))
            .filter((file) -> !file.uri().endsWith(".json") || !file.uri().contains("plan"))
            .toList();
    }

    private static Bundle bundle(List<InputFile> files) {
        return new Bundle(files.stream().map((file) -> new BundleFile(file.uri(), file.bytes())).toList());
    }

}
