package dev.rolewire.finding;

import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.source.Location;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong, in the words of the person who gets it.
///
/// @param ruleId the rule's kebab-case id
/// @param severity how bad
/// @param message what is wrong, with the names of both sides; lower-case or quoted start, no full stop
/// @param deployError the exact text that AWS, CloudFormation or Terraform will answer with, or null when no confirmed
/// text is known
/// @param subject the resource and property judged, or null when the document itself is
/// @param location where, or null when the document has no position for it (an unrecognised binary)
/// @param uri the document's name
/// @param pointer JSON Pointer into the document, or null
/// @param related places that explain the finding
/// @param witness under which values it happens; empty when it always happens
/// @param help what to do
/// @param fixes the edits that mend it
/// @param suppressed why it does not count, or null
/// @param fingerprint stable over moved lines: of rule, document, subject and what was found
public record Finding(String ruleId, Severity severity, String message, @Nullable String deployError,
        @Nullable Subject subject, @Nullable Location location, String uri, @Nullable String pointer,
        List<Related> related, Witness witness, String help, List<Fix> fixes, @Nullable Suppression suppressed,
        String fingerprint) {

    /// The same with another severity.
    public Finding withSeverity(Severity other) {
        return new Finding(this.ruleId, other, this.message, this.deployError, this.subject, this.location, this.uri,
                this.pointer, this.related, this.witness, this.help, this.fixes, this.suppressed, this.fingerprint);
    }

    /// The same, which does not count.
    public Finding suppressedBy(Suppression suppression) {
        return new Finding(this.ruleId, this.severity, this.message, this.deployError, this.subject, this.location,
                this.uri, this.pointer, this.related, this.witness, this.help, this.fixes, suppression,
                this.fingerprint);
    }

    /// The same with another fingerprint.
    public Finding withFingerprint(String other) {
        return new Finding(this.ruleId, this.severity, this.message, this.deployError, this.subject, this.location,
                this.uri, this.pointer, this.related, this.witness, this.help, this.fixes, this.suppressed, other);
    }

    /// The resource and property that a finding judges.
    ///
    /// @param address the resource's address
    /// @param type its type
    /// @param property the property path with `/` between segments and list indices as
    /// numbers, or null for the resource
    /// @param label what the program that makes the template calls the resource (the
    /// construct path of the CDK), or null
    public record Subject(String address, String type, @Nullable String property, @Nullable String label) {

    }

    /// A place that explains a finding.
    ///
    /// @param message what is there
    /// @param address the resource that stands there, or null
    /// @param location where
    public record Related(String message, @Nullable String address, Location location) {

    }

    /// Under which values a finding happens.
    ///
    /// @param parameters parameter or variable values, by name
    /// @param instanceKey the `count` or `for_each` key, or null
    public record Witness(SequencedMap<String, String> parameters, @Nullable String instanceKey) {

        public boolean isEmpty() {
            return this.parameters.isEmpty() && this.instanceKey == null;
        }

    }

    /// Why a finding does not count.
    ///
    /// @param kind where the suppression stands: `inSource`, `configuration`, `request`
    /// or `baseline`
    /// @param reason the reason given, or null
    public record Suppression(String kind, @Nullable String reason) {

    }

    /// One way to mend a finding.
    ///
    /// @param title what it does, imperative
    /// @param applicability whether it can be applied unseen
    /// @param edits the changes, sorted, not overlapping
    public record Fix(String title, Applicability applicability, List<Edit> edits) {

    }

    /// Whether a fix can be applied unseen.
    public enum Applicability {

        SAFE("safe"), UNSAFE("unsafe");

        private final String id;

        Applicability(String id) {
            this.id = id;
        }

        public String id() {
            return this.id;
        }

    }

    /// One replacement.
    ///
    /// @param location what is replaced
    /// @param newText what stands there afterwards
    public record Edit(Location location, String newText) {

    }

}
