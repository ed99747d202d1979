package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Draws who takes what from whom, over all documents of a request.
final class WiringGraph {

    private final Map<End, Report.GraphNode> nodes = new HashMap<>();

    private final Map<EdgeKey, Edge> edges = new LinkedHashMap<>();

    private final Set<String> deployments = new HashSet<>();

    /// One end of an edge.
    ///
    /// @param id what it is called in its deployment
    /// @param deployment the name of the file that the deployment starts from; empty for
    /// what belongs to none
    private record End(String id, String deployment) implements Comparable<End> {

        @Override
        public int compareTo(End other) {
            int byId = this.id.compareTo(other.id);
            return byId != 0 ? byId : this.deployment.compareTo(other.deployment);
        }

    }

    private record EdgeKey(End from, End to, String relation) {

    }

    private record Edge(End from, End to, String relation, Origin origin) {

    }

    /// Adds a deployment.
    /// @param deployment the name of the file that it starts from
    void add(String deployment, Wiring wiring) {
        for (SlotUse use : wiring.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified) {
                    add(deployment, wiring, use, alternative, identified);
                }
            }
        }
    }

    /// The graph. When several deployments take part, the ids of their resources begin
    /// with the names of their files.
    Report.Graph build() {
        List<Report.GraphNode> sortedNodes = new ArrayList<>();
        this.nodes.entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach((entry) -> sortedNodes
                .add(new Report.GraphNode(id(entry.getKey()), entry.getValue().kind(), entry.getValue().address())));
        sortedNodes.sort(Comparator.comparing(Report.GraphNode::id));
        List<Report.GraphEdge> sorted = new ArrayList<>();
        this.edges.values()
            .forEach((edge) -> sorted
                .add(new Report.GraphEdge(id(edge.from()), id(edge.to()), edge.relation(), edge.origin().location())));
        sorted.sort(Comparator.comparing(Report.GraphEdge::from)
            .thenComparing(Report.GraphEdge::to)
            .thenComparing(Report.GraphEdge::relation));
        return new Report.Graph(List.copyOf(sortedNodes), List.copyOf(sorted));
    }

    private String id(End end) {
        return end.deployment().isEmpty() || this.deployments.size() < 2 ? end.id() : end.deployment() + "#" + end.id();
    }

    private void add(String deployment, Wiring wiring, SlotUse use, SlotAlternative alternative,
            Resolution.Identified identified) {
        String address = use.resource().address();
        String kind = wiring.identityAt(address)
            .map((identity) -> kind(identity.type().kind().label()))
            .orElse("consumer");
        End consumer = end(deployment, address);
        this.nodes.putIfAbsent(consumer, new Report.GraphNode(address, kind, address));
        End identity = node(wiring, deployment, identified.accepted(), identified.identity());
        edge(consumer, identity, wiring.isProfileRoles(use) ? "contains" : "takes", alternative.origin());
        for (RoleTrust trust : alternative.trust()) {
            if (trust.held() != null) {
                held(use, alternative, identity, trust);
            }
            if (trust.role() != null && trust.granted() != Guard.FALSE && trust.verdict() != null) {
                String name = use.slot().trust().principals().getFirst();
                End service = new End(name, "");
                this.nodes.putIfAbsent(service, new Report.GraphNode(name, "service", null));
                edge(end(wiring, deployment, trust.role().address()), service, "trusts", trust.verdict().origin());
            }
        }
    }

    /// Draws a role of the account: the links are known from the inventory and located
    /// where it is taken.
    private void held(SlotUse use, SlotAlternative alternative, End identity, RoleTrust trust) {
        String arn = trust.label();
        if (arn == null) {
            return;
        }
        End role = new End(arn, "");
        this.nodes.putIfAbsent(role, new Report.GraphNode(arn, "role", null));
        if (!identity.equals(role) && !identity.id().equals(use.resource().address())) {
            edge(identity, role, "contains", alternative.origin());
        }
        if (trust.granted() != Guard.FALSE) {
            String name = use.slot().trust().principals().getFirst();
            End service = new End(name, "");
            this.nodes.putIfAbsent(service, new Report.GraphNode(name, "service", null));
            edge(role, service, "trusts", alternative.origin());
        }
    }

    private End end(String deployment, String address) {
        this.deployments.add(deployment);
        return new End(address, deployment);
    }

    /// What is imported is drawn where it is made.
    private End end(Wiring wiring, String deployment, String address) {
        int name = address.indexOf('#') + 1;
        return wiring.template().imported().containsKey(address) && name > 0
                ? end(address.substring(0, name - 1), address.substring(name)) : end(deployment, address);
    }

    private End node(Wiring wiring, String deployment, Accepted accepted, Identity identity) {
        String label = identity.label();
        String address = switch (identity) {
            case Identity.Local local -> local.resource().address();
            case Identity.External _, Identity.Managed _, Identity.InAccount _, Identity.NotInAccount _ -> null;
        };
        End end = address == null ? new End(label, "") : end(wiring, deployment, label);
        this.nodes.merge(end,
                new Report.GraphNode(end.id(), kind(accepted.kind().label()), address == null ? null : end.id()),
                (known, added) -> known.kind().equals("consumer") ? added : known);
        return end;
    }

    private void edge(End from, End to, String relation, Origin origin) {
        this.edges.putIfAbsent(new EdgeKey(from, to, relation), new Edge(from, to, relation, origin));
    }

    private static String kind(String label) {
        return label.replace(' ', '-');
    }

}
