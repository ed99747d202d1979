package dev.rolewire.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.analysis.Report;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MermaidReportRendererTests {

    private static final Location PLACE = new Location(SourceFile.of("a", "a"), Span.at(0));

    private final Renderer renderer = ReportFormat.MERMAID.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        List<Report.GraphNode> nodes = List.of(new Report.GraphNode("Job", "consumer", "Job"),
                new Report.GraphNode("WebServer", "consumer", "WebServer"),
                new Report.GraphNode("WebServerRole", "role", "WebServerRole"),
                new Report.GraphNode("Profile \"x\"", "instance-profile", "Profile"),
                new Report.GraphNode("ec2.amazonaws.com", "service", null),
                new Report.GraphNode("nobody", "role", "nobody"));
        List<Report.GraphEdge> edges = List.of(new Report.GraphEdge("Job", "Profile \"x\"", "takes", PLACE),
                new Report.GraphEdge("Profile \"x\"", "WebServerRole", "contains", PLACE),
                new Report.GraphEdge("WebServer", "WebServerRole", "takes", PLACE),
                new Report.GraphEdge("WebServerRole", "ec2.amazonaws.com", "trusts", PLACE));
        Golden.check(Path.of("golden/report/wiring.mmd"),
                SampleReport.render(this.renderer, with(new Report.Graph(nodes, edges))));
    }

    @Test
    void drawsNoMoreThanMermaidTakesAndTheBrokenLinksFirst() {
        List<Report.GraphNode> nodes = new ArrayList<>();
        List<Report.GraphEdge> edges = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String name = "n" + "x".repeat(100) + i;
            nodes.add(new Report.GraphNode(name, "consumer", name));
            edges.add(new Report.GraphEdge(name, "WebServerRole", "takes", PLACE));
        }
        nodes.add(new Report.GraphNode("WebServer", "consumer", "WebServer"));
        nodes.add(new Report.GraphNode("WebServerRole", "role", "WebServerRole"));
        edges.add(new Report.GraphEdge("WebServer", "WebServerRole", "takes", PLACE));
        String diagram = SampleReport.render(this.renderer, with(new Report.Graph(nodes, edges)));
        assertThat(diagram).hasSizeLessThan(50_000).contains(" more links are not drawn").contains("  linkStyle ");
        assertThat(diagram.lines().filter((line) -> line.contains("->"))).hasSizeBetween(300, MermaidGraph.MOST_EDGES);
    }

    @Test
    void hasNothingOfAName() {
        String diagram = SampleReport.render(this.renderer, HostileReport.report());
        assertThat(diagram).contains("  n0[\"#60;/summary#62;").doesNotContain("<script", "`");
        assertThat(diagram.lines().limit(4)).allMatch((line) -> line.matches("flowchart LR|  n[0-9].*"));
    }

    private static Report with(Report.Graph graph) {
        Report full = SampleReport.full();
        return new Report("c", full.verdict(), full.summary(), full.documents(), full.findings(), full.slots(), graph,
                full.requirements(), full.threshold());
    }

}
