package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.analysis.configuration.Configuration;
import dev.rolewire.analysis.suppression.Baseline;
import dev.rolewire.analysis.suppression.Suppression;
import dev.rolewire.finding.Severity;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.rule.RuleMetadata;
import org.jspecify.annotations.Nullable;

/// What a request asks for.
///
/// @param parameters CloudFormation parameter values or Terraform variables, by name
/// @param region AWS Region code, or null when not given
/// @param accountId twelve digits, or null when not given
/// @param enabled rules to run besides those that run by default
/// @param disabled rules not to run, whatever else is said of them
/// @param severities other severities for rules, by id; they run then
/// @param minSeverity findings below it are left out of the report; outcomes do not change
/// @param failOn the severity from which on a finding makes the verdict `fail`; null for errors
/// @param suppressions findings that are known, by rule, address and path
/// @param baseline findings of an earlier analysis, which do not count
/// @param inventory what the accounts hold
public record AnalysisOptions(SequencedMap<String, String> parameters, @Nullable String region,
        @Nullable String accountId, SequencedSet<String> enabled, SequencedSet<String> disabled,
        SequencedMap<String, Severity> severities, Severity minSeverity, @Nullable Severity failOn,
        List<Suppression> suppressions, Baseline baseline, Inventory inventory) {

    /// Nothing given.
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(new LinkedHashMap<>(), null, null,
            new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>(), Severity.NOTE, null);

    /// Options without suppressions, baseline and inventory.
    public AnalysisOptions(SequencedMap<String, String> parameters, @Nullable String region, @Nullable String accountId,
            SequencedSet<String> enabled, SequencedSet<String> disabled, SequencedMap<String, Severity> severities,
            Severity minSeverity, @Nullable Severity failOn) {
        this(parameters, region, accountId, enabled, disabled, severities, minSeverity, failOn, List.of(),
                Baseline.EMPTY, Inventory.NONE);
    }

    /// Options without an inventory.
    public AnalysisOptions(SequencedMap<String, String> parameters, @Nullable String region, @Nullable String accountId,
            SequencedSet<String> enabled, SequencedSet<String> disabled, SequencedMap<String, Severity> severities,
            Severity minSeverity, @Nullable Severity failOn, List<Suppression> suppressions, Baseline baseline) {
        this(parameters, region, accountId, enabled, disabled, severities, minSeverity, failOn, suppressions, baseline,
                Inventory.NONE);
    }

    /// Whether a rule is to run: by default, because it is enabled or because it is given
    /// a severity. The findings of a disabled one are left out, but what it finds breaks
    /// slots all the same.
    public boolean runs(RuleMetadata rule) {
        return rule.enabled() || this.enabled.contains(rule.id()) || this.severities.containsKey(rule.id());
    }

    /// The same with an inventory.
    public AnalysisOptions with(Inventory inventory) {
        return new AnalysisOptions(this.parameters, this.region, this.accountId, this.enabled, this.disabled,
                this.severities, this.minSeverity, this.failOn, this.suppressions, this.baseline, inventory);
    }

    /// The same with what a configuration says besides; these options win.
    /// @param named the baseline that the configuration names; findings of either
    /// baseline do not count
    AnalysisOptions over(Configuration configuration, Baseline named) {
        SequencedMap<String, String> values = new LinkedHashMap<>(configuration.parameters());
        values.putAll(this.parameters);
        SequencedSet<String> on = new LinkedHashSet<>(configuration.enabled());
        on.removeAll(this.disabled);
        on.addAll(this.enabled);
        SequencedSet<String> off = new LinkedHashSet<>(configuration.disabled());
        off.removeAll(this.enabled);
        off.removeAll(this.severities.keySet());
        off.addAll(this.disabled);
        SequencedMap<String, Severity> levels = new LinkedHashMap<>(configuration.severities());
        levels.putAll(this.severities);
        List<Suppression> all = new ArrayList<>(configuration.suppressions());
        all.addAll(this.suppressions);
        return new AnalysisOptions(values, this.region == null ? configuration.region() : this.region,
                this.accountId == null ? configuration.accountId() : this.accountId, on, off, levels, this.minSeverity,
                this.failOn, List.copyOf(all), this.baseline.and(named), this.inventory);
    }

}
