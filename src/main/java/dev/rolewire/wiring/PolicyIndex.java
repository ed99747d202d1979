package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The policies that the roles, users and groups of a template get, as far as it says so itself.
final class PolicyIndex {

    private static final List<String> NAMES = List.of("PolicyName", "name");

    private final Catalog catalog;

    private final GuardSpace guards;

    private final IdentityIndex identities;

    private final Map<String, List<SlotUse>> slots = new LinkedHashMap<>();

    private final Map<String, PolicyUse> managed = new HashMap<>();

    private final Map<String, List<AttachedPolicy>> byIdentity = new HashMap<>();

    /// An identity that a slot takes, or something that a policy slot takes.
    private record Taken(Guard guard, String key) {

    }

    PolicyIndex(Catalog catalog, GuardSpace guards, IdentityIndex identities, List<SlotUse> slotUses,
            List<PolicyUse> policyUses) {
        this.catalog = catalog;
        this.guards = guards;
        this.identities = identities;
        slotUses
            .forEach((use) -> this.slots.computeIfAbsent(use.resource().address(), (_) -> new ArrayList<>()).add(use));
        for (PolicyUse use : policyUses) {
            if (kindAt(use.resource()) == IdentityKind.POLICY) {
                this.managed.put(use.resource().address(), use);
            }
        }
        policyUses.forEach(this::addInline);
        this.slots.values().forEach((uses) -> addManaged(uses.getFirst().resource()));
    }

    /// The policies of a role, user or group, in source order of what attaches them.
    List<AttachedPolicy> of(Identity.Local identity) {
        return this.byIdentity.getOrDefault(identity.resource().address(), List.of());
    }

    private @Nullable IdentityKind kindAt(Resource resource) {
        return this.identities.at(resource.address()).map((identity) -> identity.type().kind()).orElse(null);
    }

    private void addInline(PolicyUse use) {
        Resource resource = use.resource();
        if (use.place().kind() != PolicyPlace.Kind.IDENTITY || kindAt(resource) == IdentityKind.POLICY) {
            return;
        }
        if (kindAt(resource) != null) {
            add(resource.address(), new AttachedPolicy(use.guard(), false, nameOf(use), use, resource));
            return;
        }
        for (Taken taken : holders(resource)) {
            Guard both = this.guards.and(taken.guard(), use.guard());
            if (both != Guard.FALSE) {
                add(taken.key(), new AttachedPolicy(both, false, nameOf(use), use, resource));
            }
        }
    }

    /// The name of a policy that is a part of an identity; one of its own where the name
    /// is not known.
    private String nameOf(PolicyUse use) {
        int cut = use.property().lastIndexOf('/');
        String parent = cut < 0 ? "" : use.property().substring(0, cut + 1);
        for (String name : NAMES) {
            List<String> path = List.of((parent + name).split("/"));
            for (var found : PropertyValues.at(this.guards, use.guard(), use.resource().properties(), path)) {
                if (found.value() instanceof Value.Literal literal) {
                    return literal.text();
                }
            }
        }
        return use.resource().address() + "/" + use.property();
    }

    private void addManaged(Resource resource) {
        IdentityKind kind = kindAt(resource);
        boolean holder = kind == IdentityKind.ROLE || kind == IdentityKind.USER || kind == IdentityKind.GROUP;
        if (holder) {
            for (Taken policy : policies(resource)) {
                add(resource.address(), attached(policy, policy.guard(), resource));
            }
        }
        else if (this.catalog.attachesPolicies(resource.type())) {
            List<Taken> policies = kind == IdentityKind.POLICY
                    ? List.of(new Taken(resource.condition(), resource.address())) : policies(resource);
            for (Taken holding : holders(resource)) {
                for (Taken policy : policies) {
                    Guard both = this.guards.and(holding.guard(), policy.guard());
                    if (both != Guard.FALSE) {
                        add(holding.key(), attached(policy, both, resource));
                    }
                }
            }
        }
    }

    private AttachedPolicy attached(Taken policy, Guard guard, Resource by) {
        return new AttachedPolicy(guard, true, policy.key(), this.managed.get(policy.key()), by);
    }

    private void add(String address, AttachedPolicy policy) {
        this.byIdentity.computeIfAbsent(address, (_) -> new ArrayList<>()).add(policy);
    }

    /// The roles, users and groups in the slots of a resource.
    private List<Taken> holders(Resource resource) {
        List<Taken> found = new ArrayList<>();
        for (SlotUse use : this.slots.getOrDefault(resource.address(), List.of())) {
            boolean holds = use.slot().takes(IdentityKind.ROLE) || use.slot().takes(IdentityKind.USER)
                    || use.slot().takes(IdentityKind.GROUP);
            for (SlotAlternative alternative : use.alternatives()) {
                if (holds && alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.Local local) {
                    found.add(new Taken(alternative.guard(), local.resource().address()));
                }
            }
        }
        return found;
    }

    /// The managed policies in the slots of a resource; a permissions boundary is none
    /// that it gets.
    private List<Taken> policies(Resource resource) {
        List<Taken> found = new ArrayList<>();
        for (SlotUse use : this.slots.getOrDefault(resource.address(), List.of())) {
            boolean several = use.slot().path().segments().getLast().equals("*");
            boolean attaches = several || this.catalog.attachesPolicies(resource.type());
            for (SlotAlternative alternative : use.alternatives()) {
                if (attaches && use.slot().takes(IdentityKind.POLICY)
                        && alternative.resolution() instanceof Resolution.Identified identified) {
                    String key = identified.identity() instanceof Identity.Local local ? local.resource().address()
                            : identified.identity().label();
                    found.add(new Taken(alternative.guard(), key));
                }
            }
        }
        return found;
    }

}
