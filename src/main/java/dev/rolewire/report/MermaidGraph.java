package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of the wiring that a Mermaid diagram has room for, broken links first.
///
/// @param nodes the ends of the edges, in the order of the report
/// @param edges what is drawn, in the order of the report
/// @param broken the ends of the links of broken slots
/// @param leftOut how many edges are not drawn
record MermaidGraph(List<Report.GraphNode> nodes, List<Report.GraphEdge> edges, Set<String> broken, int leftOut) {

    /// Mermaid draws no more edges (`maxEdges`), and a diagram cannot raise it.
    static final int MOST_EDGES = 500;

    /// Mermaid's `maxTextSize` is 50,000; the rest is for the styles.
    private static final int MOST_TEXT = 45_000;

    /// What stands around a label, and what an edge takes with its number among the
    /// broken ones.
    private static final int AROUND = 40;

    static MermaidGraph of(Report report) {
        Set<String> broken = report.slots()
            .stream()
            .filter((slot) -> slot.outcome() == Report.Outcome.BROKEN && slot.identity() != null)
            .map((slot) -> slot.address() + "\0" + slot.identity())
            .collect(Collectors.toSet());
        Map<String, Report.GraphNode> nodes = new HashMap<>();
        report.wiring().nodes().forEach((node) -> nodes.put(node.id(), node));
        List<Report.GraphEdge> edges = report.wiring()
            .edges()
            .stream()
            .filter((edge) -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
            .toList();
        Set<Integer> drawn = new HashSet<>();
        Set<String> ends = new HashSet<>();
        int text = 0;
        for (int each : byImportance(edges, broken)) {
            Report.GraphEdge edge = edges.get(each);
            int cost = AROUND + cost(edge.from(), ends) + cost(edge.to(), ends);
            if (drawn.size() == MOST_EDGES || text + cost > MOST_TEXT) {
                break;
            }
            text += cost;
            drawn.add(each);
            ends.add(edge.from());
            ends.add(edge.to());
        }
        List<Report.GraphEdge> kept = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            if (drawn.contains(i)) {
                kept.add(edges.get(i));
            }
        }
        return new MermaidGraph(report.wiring().nodes().stream().filter((node) -> ends.contains(node.id())).toList(),
                kept, broken, edges.size() - kept.size());
    }

    private static List<Integer> byImportance(List<Report.GraphEdge> edges, Set<String> broken) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer each) -> !isBroken(edges.get(each), broken)));
        return order;
    }

    private static int cost(String id, Set<String> ends) {
        return ends.contains(id) ? 0 : AROUND + MermaidReportRenderer.label(id).length();
    }

    /// Whether an edge is the link of a slot that is broken.
    boolean isBroken(Report.GraphEdge edge) {
        return isBroken(edge, this.broken);
    }

    private static boolean isBroken(Report.GraphEdge edge, Set<String> broken) {
        return edge.relation().equals("takes") && broken.contains(plain(edge.from()) + "\0" + plain(edge.to()));
    }

    /// An id without the file in front that several deployments have.
    private static String plain(String id) {
        return id.substring(id.indexOf('#') + 1);
    }

}
