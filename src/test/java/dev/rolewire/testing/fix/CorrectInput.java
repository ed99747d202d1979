package dev.rolewire.testing.fix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.cloudformation.CloudFormationFrontend;
import dev.rolewire.frontend.terraform.joined.TerraformFrontend;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.wiring.Wiring;

/// Files of which some slots are broken.
///
/// @param name what they are called
/// @param files the files
public record CorrectInput(String name, List<InputFile> files) {

    private static final Catalog CATALOG = Catalogs.bundled();

    /// The wiring of each of its deployments.
    List<Wiring> wirings() {
        Bundle bundle = new Bundle(this.files.stream()
            .map((file) -> new BundleFile(file.uri(), file.content(), file.skipped(), Long.MAX_VALUE))
            .toList());
        List<Wiring> wirings = new ArrayList<>();
        FrontendOptions options = new FrontendOptions(new LinkedHashMap<>(), null, null);
        for (Frontend frontend : List.of(new CloudFormationFrontend(), new TerraformFrontend())) {
            frontend.lower(bundle, options, new Frontend.Receiver() {

                @Override
                public void template(Template template) {
                    wirings.add(Wiring.of(template, CATALOG));
                }

                @Override
                public void auxiliary(BundleFile file, String as) {
                }

            });
        }
        return wirings;
    }

    /// The files with a part of one of them replaced.
    List<InputFile> with(SourceFile source, Span span, String text) {
        String all = source.text();
        return with(source, all.substring(0, span.start()) + text + all.substring(span.end()));
    }

    List<InputFile> with(SourceFile source, String text) {
        return this.files.stream()
            .map((file) -> file.uri().equals(source.uri())
                    ? new InputFile(file.uri(), text.getBytes(StandardCharsets.UTF_8)) : file)
            .toList();
    }

}
