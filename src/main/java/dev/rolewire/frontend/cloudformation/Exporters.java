package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.StackSettings;

/// The stacks of a bundle that export outputs, and the counted work of looking into them.
final class Exporters {

    private final List<BundleFile> files;

    private final Function<BundleFile, StackSettings> settings;

    private final StackLimits limits = new StackLimits();

    /// Takes the templates from which deployments start, with what is known of each.
    Exporters(List<BundleFile> roots, Function<BundleFile, StackSettings> settings) {
        this.files = roots.stream().filter((file) -> file.source().text().contains("Export")).toList();
        this.settings = settings;
    }

    List<BundleFile> files() {
        return this.files;
    }

    StackLimits limits() {
        return this.limits;
    }

    StackSettings settings(BundleFile file) {
        return this.settings.apply(file);
    }

    /// Takes what looking into a file costs.
    boolean take(BundleFile file) {
        return this.limits.take(file, Set.of());
    }

}
