package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.StackFiles;
import dev.rolewire.frontend.cloudformation.stack.StackSettings;
import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.syntax.Mapping;
import org.jspecify.annotations.Nullable;

/// What the stacks of a bundle export, read once, and the counted work of looking into them.
final class Exporters {

    private static final int MAX_EXPORTS = 50_000;

    private final List<BundleFile> files;

    private final TemplateFiles templates;

    private final StackFiles settings;

    private final StackLimits limits = new StackLimits();

    private final Map<ExportName, List<Match>> matches = new HashMap<>();

    private @Nullable List<Export> exports;

    /// Takes the templates from which deployments start, with what is known of each.
    Exporters(List<BundleFile> roots, TemplateFiles templates, StackFiles settings) {
        this.files = roots.stream().filter(Exporters::mayExport).toList();
        this.templates = templates;
        this.settings = settings;
    }

    private static boolean mayExport(BundleFile file) {
        String text = file.source().text();
        return text.contains("Export") || Includes.mayInclude(text);
    }

    /// One exported output.
    ///
    /// @param file the template from which its deployment starts
    /// @param stack what the addresses of the exporting stack start with
    /// @param output the output
    /// @param name a name under which it is exported
    record Export(BundleFile file, String stack, String output, ExportName name) {

    }

    /// An export whose name agrees with that of an import.
    ///
    /// @param agreement how well
    record Match(Export export, int agreement) {

    }

    StackLimits limits() {
        return this.limits;
    }

    StackSettings settings(BundleFile file) {
        return this.settings.settings(file);
    }

    /// Takes what looking into a file costs.
    boolean take(BundleFile file) {
        return this.limits.take(file, Set.of());
    }

    /// The exports that an import may mean.
    List<Match> matching(ExportName name) {
        return this.matches.computeIfAbsent(name, this::match);
    }

    private List<Match> match(ExportName name) {
        List<Match> found = new ArrayList<>();
        for (Export export : all()) {
            int agreement = name.compare(export.name());
            if (agreement > ExportName.DIFFERENT) {
                found.add(new Match(export, agreement));
            }
        }
        return found;
    }

    private List<Export> all() {
        List<Export> known = this.exports;
        if (known == null) {
            known = new ArrayList<>();
            for (BundleFile file : this.files) {
                if (file.tree() instanceof Mapping root && take(file)) {
                    Deployment alone = new Deployment(this.templates, this.limits, null);
                    add(file, new Lowering(Scope.foreign(alone, file, settings(file)), file.source(), root), known);
                }
            }
            this.exports = known;
        }
        return known;
    }

    private static void add(BundleFile file, Lowering lowering, List<Export> exports) {
        lowering.outputs().exports().forEach((output, names) -> {
            for (ExportName name : names) {
                if (exports.size() < MAX_EXPORTS) {
                    exports.add(new Export(file, lowering.scope().prefix(), output, name));
                }
            }
        });
        for (NestedStack stack : lowering.stacks().all()) {
            add(file, stack.lowering(), exports);
        }
    }

}
