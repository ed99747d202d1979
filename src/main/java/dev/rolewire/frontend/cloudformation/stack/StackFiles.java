package dev.rolewire.frontend.cloudformation.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.FrontendOptions;
import org.jspecify.annotations.Nullable;

/// The files of a bundle that say how its templates are deployed: manifests of the CDK, parameter files.
public final class StackFiles {

    /// The word for the files of a cloud assembly in reports.
    public static final String ASSEMBLY = "cdk-assembly";

    /// The word for parameter files in reports.
    public static final String PARAMETERS = "cloudformation-parameters";

    /// The word for files that `AWS::Include` puts into a template in reports.
    public static final String FRAGMENT = "cloudformation-fragment";

    private final Bundle bundle;

    private final FrontendOptions options;

    private final CloudAssemblies assemblies;

    private final Map<BundleFile, List<ParameterSet>> parameters = new HashMap<>();

    private final SequencedMap<BundleFile, String> used = new LinkedHashMap<>();

    /// Reads the cloud assemblies.
    public StackFiles(Bundle bundle, FrontendOptions options) {
        this.bundle = bundle;
        this.options = options;
        this.assemblies = new CloudAssemblies(bundle);
        this.assemblies.files().forEach((file) -> this.used.put(file, ASSEMBLY));
    }

    /// Takes note that a file is put into a template.
    public void useFragment(BundleFile file) {
        this.used.put(file, FRAGMENT);
    }

    /// Reads the parameter files.
    /// @param roots the templates that deployments start from
    public void readParameters(List<BundleFile> roots) {
        ParameterOwners owners = new ParameterOwners(this.bundle, roots);
        for (BundleFile file : this.bundle.files()) {
            if (!this.used.containsKey(file) && file.dialect() == null && mayHoldParameters(file)) {
                for (ParameterSet set : sets(file)) {
                    owners.of(set).ifPresent((template) -> {
                        this.used.put(file, PARAMETERS);
                        this.parameters.computeIfAbsent(template, (key) -> new ArrayList<>()).add(set);
                    });
                }
            }
        }
    }

    private static boolean mayHoldParameters(BundleFile file) {
        String name = file.uri().toLowerCase(Locale.ROOT);
        return SamConfiguration.isOne(file) || name.endsWith(".json") || name.endsWith(".yaml")
                || name.endsWith(".yml");
    }

    private static List<ParameterSet> sets(BundleFile file) {
        if (SamConfiguration.isOne(file)) {
            return SamConfiguration.read(file);
        }
        ParameterSet set = ParameterSet.of(file);
        return set == null ? List.of() : List.of(set);
    }

    /// The files that were used, each with what it was used as.
    public SequencedMap<BundleFile, String> used() {
        return this.used;
    }

    /// The template that is uploaded under an object key of a cloud assembly.
    /// @param name the last part of the key
    public Optional<BundleFile> asset(String name) {
        return this.assemblies.asset(name);
    }

    /// What is known of the deployment that starts from a template.
    public StackSettings settings(BundleFile template) {
        StackSettings settings = this.assemblies.of(template, StackSettings.of(this.options));
        List<ParameterSet> sets = this.parameters.getOrDefault(template, List.of());
        return settings.at(common(sets, ParameterSet::region), null)
            .named(common(sets, ParameterSet::stackName))
            .assigned(sets.stream().map((set) -> new StackSettings.Assignment(set.name(), set.values())).toList());
    }

    /// What all say alike; null when one says another or nothing.
    private static @Nullable String common(List<ParameterSet> sets, Function<ParameterSet, @Nullable String> part) {
        String first = sets.isEmpty() ? null : part.apply(sets.getFirst());
        return first != null && sets.stream().allMatch((set) -> first.equals(part.apply(set))) ? first : null;
    }

}
