package dev.rolewire.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import org.jspecify.annotations.Nullable;

/// Collects the findings of stacks. A template may be the template of several nested stacks: what is wrong in all of
/// them alike is found once, in the first.
final class StackFindings {

    private final SequencedMap<Key, Finding> findings = new LinkedHashMap<>();

    /// What makes findings of two stacks the same.
    ///
    /// @param message with addresses as the stack itself has them
    /// @param suppressed why it does not count: what is known of one stack is not known
    /// of
    /// another
    private record Key(String rule, Severity severity, String uri, @Nullable Location location,
            @Nullable String address, @Nullable String property, String message,
            Finding.@Nullable Suppression suppressed) {

    }

    /// Takes a finding. One that always happens is kept before the same one that happens
    /// under some values only.
    void add(Finding finding) {
        this.findings.merge(key(finding), finding,
                (known, other) -> !known.witness().isEmpty() && other.witness().isEmpty() ? other : known);
    }

    List<Finding> all() {
        return List.copyOf(this.findings.sequencedValues());
    }

    private static Key key(Finding finding) {
        Finding.Subject subject = finding.subject();
        String address = subject == null ? "" : subject.address();
        String stack = address.substring(0, address.lastIndexOf('/') + 1);
        String message = stack.isEmpty() ? finding.message() : finding.message().replace("`" + stack, "`");
        return new Key(finding.ruleId(), finding.severity(), finding.uri(), finding.location(),
                address.substring(stack.length()), subject == null ? null : subject.property(), message,
                finding.suppressed());
    }

}
