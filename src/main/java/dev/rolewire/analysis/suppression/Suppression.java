package dev.rolewire.analysis.suppression;

import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.model.Origin;
import dev.rolewire.source.Location;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Says of the findings of one rule in some places that they are known and do not count.
///
/// @param kind where it stands
/// @param rule the id of the rule, as it is written
/// @param reason why, or null when it does not say
/// @param scope what it covers
/// @param origin where it is written, or null for one of the request
public record Suppression(Kind kind, String rule, @Nullable String reason, Scope scope, @Nullable Origin origin) {

    /// Where suppressions stand.
    public enum Kind {

        /// In the document that is judged.
        IN_SOURCE("inSource"),
        /// In the configuration file of the bundle.
        CONFIGURATION("configuration"),
        /// In the options of the request.
        REQUEST("request");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// The word in reports.
        public String id() {
            return this.id;
        }

    }

    /// What a suppression covers.
    public sealed interface Scope permits Part, Selection {

        /// Whether it covers a finding.
        boolean covers(Target target);

    }

    /// Parts of one document.
    ///
    /// @param uri its path
    /// @param spans what starts in one of them is covered
    /// @param block the block of a resource that it is about, or null
    public record Part(String uri, List<Span> spans, @Nullable Span block) implements Scope {

        @Override
        public boolean covers(Target target) {
            return target.places().stream().anyMatch(this::covers);
        }

        private boolean covers(Location place) {
            int start = place.span().start();
            return place.source().uri().equals(this.uri)
                    && this.spans.stream().anyMatch((span) -> span.start() <= start && start < span.end());
        }

    }

    /// Addresses and paths by patterns.
    ///
    /// @param address of the resource that a finding judges, or null for any and none
    /// @param path of the document that it is found in, or null for any
    public record Selection(@Nullable Wildcard address, @Nullable Wildcard path) implements Scope {

        @Override
        public boolean covers(Target target) {
            Finding.Subject subject = target.finding().subject();
            boolean rightResource = this.address == null
                    || (subject != null && this.address.matches(subject.address()));
            return rightResource && (this.path == null || this.path.matches(target.finding().uri()));
        }

    }

    /// A finding with all places that it belongs to.
    ///
    /// @param finding the finding
    /// @param places where it is found, and where the resource stands that it judges
    public record Target(Finding finding, List<Location> places) {

    }

    /// How many steps it takes to hold it against a finding of its rule.
    long steps(Target target) {
        return switch (this.scope) {
            case Part part -> part.spans().size();
            case Selection selection -> {
                Finding.Subject subject = target.finding().subject();
                long address = selection.address() == null || subject == null ? 0
                        : selection.address().steps(subject.address());
                yield address + (selection.path() == null ? 0 : selection.path().steps(target.finding().uri()));
            }
        };
    }

    boolean covers(Target target) {
        return target.finding().ruleId().equals(this.rule) && this.scope.covers(target);
    }

    /// The same as a part of a finding.
    Finding.Suppression asPartOfFinding() {
        return new Finding.Suppression(this.kind.id(), this.reason);
    }

    /// A reason as it is reported: null when there is none.
    static @Nullable String reason(String text) {
        String bare = text.strip().replaceAll("\\s+", " ");
        return bare.isEmpty() ? null : bare;
    }

}
