package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;

/// Which resource uses which, wherever a name stands: the edges that order a deployment, each with the guard under
/// which it is there. A name of a resource that does not exist where it is used is reported at once.
final class Uses {

    /// Sections in which names of resources mean nothing.
    private static final Set<String> WITHOUT_RESOURCES = Set.of("Conditions", "Rules", "Mappings", "Parameters");

    private final Lowering lowering;

    private final SequencedMap<String, SequencedMap<String, Edge>> edges = new LinkedHashMap<>();

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
        GuardSpace guards = this.lowering.guards();
        Guard exists = this.lowering.resources().conditionOf(name);
        Guard absent = exists == Guard.TRUE ? Guard.FALSE : guards.and(site.guard(), guards.not(exists));
        if (absent != Guard.FALSE) {
            this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                    site.describe() + " refers to `" + name
                            + "` also when the condition under which that exists does not hold",
                    site.under(absent), name, origin);
        }
        record(name, site, origin);
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
