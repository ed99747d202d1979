package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private final Map<String, Report.GraphNode> nodes = new TreeMap<>();

    private final Map<List<String>, Report.GraphEdge> edges = new LinkedHashMap<>();

    void add(Wiring wiring) {
        for (SlotUse use : wiring.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified) {
                    add(wiring, use, alternative, identified);
                }
            }
        }
    }

    Report.Graph build() {
        List<Report.GraphEdge> sorted = new ArrayList<>(this.edges.values());
        sorted.sort(Comparator.comparing(Report.GraphEdge::from)
            .thenComparing(Report.GraphEdge::to)
            .thenComparing(Report.GraphEdge::relation));
        return new Report.Graph(List.copyOf(this.nodes.values()), List.copyOf(sorted));
    }

    private void add(Wiring wiring, SlotUse use, SlotAlternative alternative, Resolution.Identified identified) {
        String consumer = use.resource().address();
        String kind = wiring.identityAt(consumer)
            .map((identity) -> kind(identity.type().kind().label()))
            .orElse("consumer");
        this.nodes.putIfAbsent(consumer, new Report.GraphNode(consumer, kind, consumer));
        String identity = node(identified.accepted(), identified.identity());
        edge(consumer, identity, wiring.isProfileRoles(use) ? "contains" : "takes", alternative.origin());
        for (RoleTrust trust : alternative.trust()) {
            if (trust.role() != null && trust.granted() != Guard.FALSE && trust.verdict() != null) {
                String service = use.slot().trust().principals().getFirst();
                this.nodes.putIfAbsent(service, new Report.GraphNode(service, "service", null));
                edge(trust.role().address(), service, "trusts", trust.verdict().origin());
            }
        }
    }

    private String node(Accepted accepted, Identity identity) {
        String label = identity.label();
        String address = switch (identity) {
            case Identity.Local local -> local.resource().address();
            case Identity.External _ -> null;
        };
        this.nodes.merge(label, new Report.GraphNode(label, kind(accepted.kind().label()), address),
                (known, added) -> known.kind().equals("consumer") ? added : known);
        return label;
    }

    private void edge(String from, String to, String relation, Origin origin) {
        this.edges.putIfAbsent(List.of(from, to, relation),
                new Report.GraphEdge(from, to, relation, origin.location()));
    }

    private static String kind(String label) {
        return label.replace(' ', '-');
    }

}
