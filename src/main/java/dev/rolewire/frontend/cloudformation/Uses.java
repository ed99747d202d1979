package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import org.jspecify.annotations.Nullable;

/// Which resource uses which, wherever a name stands: the edges that order a deployment, each with the guard under
/// which it is there. A name of a resource that does not exist where it is used is reported at once.
final class Uses {

    /// Sections in which names of resources mean nothing.
    private static final Set<String> WITHOUT_RESOURCES = Set.of("Conditions", "Rules", "Mappings", "Parameters");

    private final Lowering lowering;

    private final SequencedMap<String, SequencedMap<String, Edge>> edges = new LinkedHashMap<>();

    private final List<Waiting> waiting = new ArrayList<>();

    private @Nullable SequencedMap<String, Resource> made;

    /// A reference to what the SAM transform may make, of which it is not known yet when
    /// it does.
    private record Waiting(String name, Site site, Origin origin) {

    }

    Uses(Lowering lowering) {
        this.lowering = lowering;
    }

    /// That one resource uses another.
    ///
    /// @param guard when
    /// @param origin where, the first place of several
    record Edge(Guard guard, Origin origin) {

    }

    /// Takes note of a reference.
    /// @param name a resource that the template declares
    /// @param site where it is referred to
    void use(String name, Site site, Origin origin) {
        if (this.lowering.isMuted() || WITHOUT_RESOURCES.contains(site.section())) {
            return;
        }
        record(name, site, origin);
        if (!this.lowering.resources().mayBeMade(name)) {
            check(name, site, origin, this.lowering.resources().conditionOf(name), null);
        }
        else if (this.made == null) {
            this.waiting.add(new Waiting(name, site, origin));
        }
        else {
            checkMade(name, site, origin, this.made);
        }
    }

    /// Says what the SAM transform makes, so that what refers to it can be judged.
    /// @param resources what is made, by address
    void settle(SequencedMap<String, Resource> resources) {
        this.made = resources;
        this.waiting.forEach((use) -> checkMade(use.name(), use.site(), use.origin(), resources));
        this.waiting.clear();
    }

    private void checkMade(String name, Site site, Origin origin, SequencedMap<String, Resource> resources) {
        Resource resource = resources.get(this.lowering.scope().address(name));
        if (resource != null) {
            check(name, site, origin, resource.condition(), resource.maker());
        }
    }

    private void check(String name, Site site, Origin origin, Guard exists, @Nullable String maker) {
        GuardSpace guards = this.lowering.guards();
        Guard absent = exists == Guard.TRUE ? Guard.FALSE : guards.and(site.guard(), guards.not(exists));
        if (absent != Guard.FALSE) {
            String why = maker != null && exists == Guard.FALSE
                    ? "`, which the transform does not make: `" + maker + "` is given its own role"
                    : "` also when the condition under which that exists does not hold";
            this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE, site.describe() + " refers to `" + name + why,
                    site.under(absent), name, origin);
        }
    }

    /// Takes note that a resource is made after another, without a need for that to
    /// exist.
    void record(String name, Site site, Origin origin) {
        Subject subject = site.subject();
        if (subject == null || this.lowering.isMuted()) {
            return;
        }
        this.edges.computeIfAbsent(this.lowering.scope().nameOf(subject.address()), (address) -> new LinkedHashMap<>())
            .merge(name, new Edge(site.guard(), origin), (one, two) -> one.guard() == Guard.TRUE ? one
                    : new Edge(this.lowering.guards().or(one.guard(), two.guard()), one.origin()));
    }

    /// The resources of the template that one of them uses, in the order of the first
    /// use.
    SequencedMap<String, Edge> of(String address) {
        return this.edges.getOrDefault(address, new LinkedHashMap<>());
    }

    /// The names of the resources that a resource uses so far.
    List<String> namesOf(String address) {
        Map<String, Edge> known = this.edges.get(address);
        return known == null ? List.of() : List.copyOf(known.keySet());
    }

}
