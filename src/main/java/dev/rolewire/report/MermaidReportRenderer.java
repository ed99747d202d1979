package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The wiring as a Mermaid flowchart: consumers, identities and services, broken links in red.
final class MermaidReportRenderer implements Renderer {

    /// Longer names make no diagram that fits a page.
    private static final int LONGEST_LABEL = 60;

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        MermaidGraph graph = MermaidGraph.of(report);
        writer.write("flowchart LR\n");
        Map<String, Integer> numbers = new HashMap<>();
        for (Report.GraphNode node : graph.nodes()) {
            writer.write("  n" + numbers.size() + shape(node) + ":::" + style(node.kind()) + "\n");
            numbers.put(node.id(), numbers.size());
        }
        List<Integer> broken = new ArrayList<>();
        for (int i = 0; i < graph.edges().size(); i++) {
            Report.GraphEdge edge = graph.edges().get(i);
            boolean isBroken = graph.isBroken(edge);
            writer.write("  n" + numbers.get(edge.from()) + (isBroken ? " -. " : " -- ") + edge.relation()
                    + (isBroken ? " .-> n" : " --> n") + numbers.get(edge.to()) + "\n");
            if (isBroken) {
                broken.add(i);
            }
        }
        if (graph.edges().isEmpty()) {
            writer.write("  none[\"no identity is wired\"]\n");
        }
        if (graph.leftOut() > 0) {
            writer.write("  more[\"" + graph.leftOut() + " more links are not drawn\"]\n");
        }
        styles(writer, broken);
        writer.flush();
    }

    private static void styles(Writer writer, List<Integer> broken) throws IOException {
        writer.write("  classDef consumer fill:#eef,stroke:#557\n");
        writer.write("  classDef profile fill:#ffd,stroke:#a83\n");
        writer.write("  classDef role fill:#dfd,stroke:#383\n");
        writer.write("  classDef service fill:#fff,stroke:#777\n");
        writer.write("  classDef other fill:#f6f6f6,stroke:#999\n");
        if (!broken.isEmpty()) {
            writer.write("  linkStyle " + broken.stream().map(String::valueOf).collect(Collectors.joining(","))
                    + " stroke:#c00,stroke-width:2px\n");
        }
    }

    private static String shape(Report.GraphNode node) {
        String label = "\"" + label(node.id()) + "\"";
        return switch (node.kind()) {
            case "role" -> "([" + label + "])";
            case "instance-profile" -> "[[" + label + "]]";
            case "service" -> "{{" + label + "}}";
            default -> "[" + label + "]";
        };
    }

    private static String style(String kind) {
        return switch (kind) {
            case "consumer", "role", "service" -> kind;
            case "instance-profile" -> "profile";
            default -> "other";
        };
    }

    /// A label in which nothing is markup: all but letters, digits and a few marks are
    /// entity codes.
    static String label(String text) {
        StringBuilder label = new StringBuilder();
        FindingText.cut(Cells.oneLine(text), LONGEST_LABEL).codePoints().forEach((c) -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == '/' || c == ':' || c == '_' || c == '-') {
                label.appendCodePoint(c);
            }
            else {
                label.append('#').append(c).append(';');
            }
        });
        return label.toString();
    }

}
