package dev.rolewire.frontend.cloudformation;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.cloudformation.stack.StackFiles;
import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// Makes deployments of the templates of a bundle: a template that is the template of a nested stack is a part of its
/// parent's, every other one is a deployment of its own.
final class Deployments {

    private final Bundle bundle;

    private final List<BundleFile> templates;

    private final StackFiles stackFiles;

    private final TemplateFiles files;

    private @Nullable Exporters exporters;

    private final StackLimits limits = new StackLimits();

    private final Set<SourceFile> judged = Collections.newSetFromMap(new IdentityHashMap<>());

    Deployments(Bundle bundle, FrontendOptions options) {
        this.bundle = bundle;
        this.templates = bundle.files(Set.of(Dialect.CLOUDFORMATION));
        this.stackFiles = new StackFiles(bundle, options);
        this.files = new TemplateFiles(bundle, this.stackFiles);
    }

    void lower(Frontend.Receiver receiver) {
        Set<BundleFile> parents = new LinkedHashSet<>();
        Set<BundleFile> nested = new HashSet<>();
        if (this.bundle.files().size() > 1) {
            for (BundleFile file : this.templates) {
                Set<BundleFile> opened = opened(file);
                nested.addAll(opened);
                if (!opened.isEmpty()) {
                    parents.add(file);
                }
            }
        }
        List<BundleFile> roots = this.templates.stream().filter((file) -> !nested.contains(file)).toList();
        this.stackFiles.readParameters(roots);
        if (!this.templates.isEmpty()) {
            this.stackFiles.used().forEach(receiver::auxiliary);
        }
        this.exporters = this.templates.size() < 2 ? null : new Exporters(roots, this.files, this.stackFiles);
        // parents first: a template that only they open is not judged by itself
        for (BundleFile file : parents) {
            if (!nested.contains(file)) {
                lower(file, receiver);
            }
        }
        for (BundleFile file : this.templates) {
            if (!nested.contains(file)) {
                lowerUnjudged(file, receiver);
            }
        }
        // what is left opens each other in a circle
        for (BundleFile file : this.templates) {
            lowerUnjudged(file, receiver);
        }
    }

    private void lowerUnjudged(BundleFile file, Frontend.Receiver receiver) {
        if (!this.judged.contains(file.source())) {
            lower(file, receiver);
        }
    }

    private void lower(BundleFile file, Frontend.Receiver receiver) {
        Node tree = file.tree();
        if (tree != null) {
            Template template = CloudFormationFrontend.lower(root(file), file.source(), tree);
            this.judged.addAll(template.sources());
            receiver.template(template);
        }
    }

    /// The files that a template opens as nested stacks or includes, as far as it says so
    /// by itself.
    private Set<BundleFile> opened(BundleFile file) {
        String text = file.source().text();
        boolean stacks = text.contains("AWS::CloudFormation::Stack") || text.contains("AWS::Serverless::Application");
        boolean includes = Includes.mayInclude(text);
        if ((!stacks && !includes) || !(file.tree() instanceof Mapping root)) {
            return Set.of();
        }
        Lowering lowering = new Lowering(root(file), file.source(), root);
        Set<BundleFile> opened = new LinkedHashSet<>(lowering.includes().files());
        opened.forEach(this.stackFiles::useFragment);
        opened.addAll(lowering.stacks().files());
        return opened;
    }

    private Scope root(BundleFile file) {
        return Scope.root(new Deployment(this.files, this.limits, this.exporters), file,
                this.stackFiles.settings(file));
    }

}
