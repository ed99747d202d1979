package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value.Reference;
import org.jspecify.annotations.Nullable;

/// What the references of one expression lead to.
///
/// @param candidates the resource attributes, in the order of the references
/// @param single whether one reference at every step is all there is
/// @param opaque whether some reference leads to what a plan does not show (a local, a splat over a module)
record Resolution(List<Candidate> candidates, boolean single, boolean opaque) {

    static final Resolution KNOWN = new Resolution(List.of(), true, false);

    static final Resolution OPAQUE = new Resolution(List.of(), false, true);

    private static final int MAX_CANDIDATES = 64;

    /// A resource attribute.
    ///
    /// @param resource the instance
    /// @param path the attribute's path; empty when the plan does not show it
    /// @param exact whether instance and attribute are certain
    record Candidate(PlannedResource resource, List<Step> path, boolean exact) {

        /// The attribute as the model has it.
        String attribute() {
            return this.path.size() == 1 && !this.path.getFirst().isKey() ? this.path.getFirst().text()
                    : Traversal.render(this.path);
        }

        /// What the plan knows of it.
        PlannedResource.Known known() {
            return this.resource.known(this.path);
        }

        Reference reference(Origin origin) {
            return new Reference(this.resource.address(), attribute(), origin);
        }

    }

    static Resolution of(Candidate candidate) {
        return new Resolution(List.of(candidate), true, false);
    }

    /// Several references side by side.
    static Resolution of(List<Resolution> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        SequencedSet<Candidate> candidates = new LinkedHashSet<>();
        boolean opaque = false;
        for (Resolution part : parts) {
            opaque |= part.opaque;
            candidates.addAll(part.candidates);
        }
        List<Candidate> kept = new ArrayList<>(candidates);
        boolean cut = kept.size() > MAX_CANDIDATES;
        return new Resolution(List.copyOf(cut ? kept.subList(0, MAX_CANDIDATES) : kept), parts.isEmpty(), opaque | cut);
    }

    /// The one attribute that the expression is, or null when that is not certain.
    @Nullable Candidate certain() {
        boolean one = this.single && !this.opaque && this.candidates.size() == 1;
        return one && this.candidates.getFirst().exact() ? this.candidates.getFirst() : null;
    }

}
