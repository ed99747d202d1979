package dev.rolewire.analysis;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import org.jspecify.annotations.Nullable;

/// The answer to one request. Its parts are in a fixed order: the same request gives the same report.
///
/// @param catalogVersion which catalog was used
/// @param verdict of all documents
/// @param summary counts over all documents
/// @param documents every file of the request, in its order
/// @param findings sorted by document, position, rule
/// @param slots every identity slot that was found, in document order
/// @param wiring who takes what from whom
/// @param requirements what the deployment needs
/// @param threshold which findings make the verdict `fail`
/// @param inventory what the inventory of the request has, by account; empty when none was sent
public record Report(String catalogVersion, Verdict verdict, Summary summary, List<Document> documents,
        List<Finding> findings, List<Slot> slots, Graph wiring, Requirements requirements, Threshold threshold,
        List<AccountInventory> inventory) {

    /// A report on a request without an inventory.
    public Report(String catalogVersion, Verdict verdict, Summary summary, List<Document> documents,
            List<Finding> findings, List<Slot> slots, Graph wiring, Requirements requirements, Threshold threshold) {
        this(catalogVersion, verdict, summary, documents, findings, slots, wiring, requirements, threshold, List.of());
    }

    /// Pass or fail.
    public enum Verdict {

        PASS("pass"), FAIL("fail");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        public String id() {
            return this.id;
        }

    }

    /// The outcome of a slot.
    public enum Outcome {

        WIRED("wired"), BROKEN("broken"), UNCHECKED("unchecked");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        public String id() {
            return this.id;
        }

    }

    /// Which findings make the verdict `fail`.
    ///
    /// @param severity from which severity on
    /// @param exempt the rules whose findings never do
    public record Threshold(Severity severity, Set<String> exempt) {

        /// Whether a finding makes the verdict `fail`.
        public boolean fails(Finding finding) {
            return finding.suppressed() == null && finding.severity().isAtLeast(this.severity)
                    && !this.exempt.contains(finding.ruleId());
        }

    }

    /// Counts. Suppressed findings are counted as `suppressed` only.
    ///
    /// @param resources how many resources were judged
    /// @param slots how many slots have which outcome; all three outcomes are there
    public record Summary(int error, int warning, int note, int suppressed, int resources,
            SequencedMap<Outcome, Integer> slots) {

    }

    /// One file of the request.
    ///
    /// @param uri its name
    /// @param dialect what it was detected as (`cloudformation`, `terraform-plan`, ...),
    /// or null
    /// @param skipped why it was not looked at, or null when it was
    public record Document(String uri, @Nullable String dialect, Verdict verdict, int error, int warning, int note,
            int resources, @Nullable String skipped) {

    }

    /// One identity slot.
    ///
    /// @param uri the file that the resource is written in
    /// @param address the resource
    /// @param type its type
    /// @param property the property path, with list indices as numbers
    /// @param outcome how it was judged
    /// @param identity the address of the identity in the document, or the name or ARN
    /// written out; null when there is
    /// none or several
    /// @param reason why it is unchecked, one of the words of
    /// [dev.rolewire.model.Reason]; null otherwise
    public record Slot(String uri, String address, String type, String property, Outcome outcome,
            @Nullable String identity, @Nullable String reason) {

    }

    /// Who takes what from whom.
    ///
    /// @param nodes consumers, identities and services, sorted by id
    /// @param edges sorted by ends and relation
    public record Graph(List<GraphNode> nodes, List<GraphEdge> edges) {

    }

    /// One end of an edge.
    ///
    /// @param id the address, or for an external identity its name or ARN
    /// @param kind `consumer`, `role`, `instance-profile`, `policy`, `user`, `group`,
    /// `service`
    /// @param address the address in the document, or null for what is external
    public record GraphNode(String id, String kind, @Nullable String address) {

    }

    /// One link.
    ///
    /// @param relation `takes` (consumer to identity), `contains` (profile to role),
    /// `trusts` (role to service)
    /// @param location where the link is written
    public record GraphEdge(String from, String to, String relation, Location location) {

    }

    /// What the deployment needs.
    ///
    /// @param capabilities what `aws cloudformation deploy --capabilities` must
    /// acknowledge
    /// @param passRole the roles that the deploying principal must be allowed to pass,
    /// and to which services
    /// @param passRoleUnknown slots that are given a role which cannot be known:
    /// `passRole` lacks it
    public record Requirements(List<String> capabilities, List<PassRole> passRole, List<UnknownRole> passRoleUnknown) {

        /// Without slots whose roles are not known.
        public Requirements(List<String> capabilities, List<PassRole> passRole) {
            this(capabilities, passRole, List.of());
        }

    }

    /// A slot that is given a role, or a profile with a role, which cannot be known.
    ///
    /// @param uri the file that the resource is written in
    /// @param address the resource
    /// @param property the property path
    /// @param reason why, one of the words of [dev.rolewire.model.Reason]
    /// @param services the values of `iam:PassedToService`
    public record UnknownRole(String uri, String address, String property, String reason, List<String> services) {

    }

    /// One role to pass.
    ///
    /// @param role an ARN, with `*` for what is not known
    /// @param services the values of `iam:PassedToService`
    public record PassRole(String role, List<String> services) {

    }

    /// What the inventory has of one account.
    ///
    /// @param account twelve digits, or null when nothing in it says which
    /// @param kinds every kind of identity
    public record AccountInventory(@Nullable String account, List<KindInventory> kinds) {

    }

    /// What the inventory has of one kind of identity.
    ///
    /// @param kind `role`, `instance-profile`, `policy`, `user`, `group`
    /// @param count how many it has
    /// @param listing whether what is not in it is taken not to exist: `complete`;
    /// `with-role` (an instance profile that
    /// is not in it does not exist or holds no role); `partial`, where it may exist all
    /// the same
    public record KindInventory(String kind, int count, String listing) {

    }

}
