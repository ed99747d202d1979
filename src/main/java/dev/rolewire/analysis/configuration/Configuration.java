package dev.rolewire.analysis.configuration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.analysis.suppression.Wildcard;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import org.jspecify.annotations.Nullable;

/// What the configuration file of a bundle says, as far as it can be understood.
///
/// @param parameters CloudFormation parameter values or Terraform variables, by name
/// @param region AWS Region code, or null when not given
/// @param accountId twelve digits, or null when not given
/// @param enabled rules to run besides those that run by default
/// @param disabled rules not to run
/// @param severities other severities for rules, by id
/// @param suppressions findings that are known
/// @param exclude paths of files that are not to be looked at
/// @param baseline the file that holds the baseline, or null
/// @param problems what is wrong with it
public record Configuration(SequencedMap<String, String> parameters, @Nullable String region,
        @Nullable String accountId, SequencedSet<String> enabled, SequencedSet<String> disabled,
        SequencedMap<String, Severity> severities, List<Suppression> suppressions, List<Wildcard> exclude,
        @Nullable FileReference baseline, List<ModelProblem> problems) {

    /// Says nothing.
    public static final Configuration NONE = new Configuration(new LinkedHashMap<>(), null, null, new LinkedHashSet<>(),
            new LinkedHashSet<>(), new LinkedHashMap<>(), List.of(), List.of(), null, List.of());

    /// A file that the configuration names.
    ///
    /// @param path relative to the bundle's root
    /// @param origin where it is named
    public record FileReference(String path, Origin origin) {

    }

    /// Whether a file is not to be looked at.
    /// @param path relative to the bundle's root
    public boolean excludes(String path) {
        return this.exclude.stream().anyMatch((pattern) -> pattern.matches(path));
    }

}
