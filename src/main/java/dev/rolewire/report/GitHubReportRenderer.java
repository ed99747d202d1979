package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Workflow commands that make annotations (GitHub docs, "Workflow commands for GitHub Actions"), most severe first: GitHub
/// shows ten of each kind a step. Suppressed findings are left out. The last line sums up, for the log.
final class GitHubReportRenderer implements Renderer {

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (Finding finding : Ranking.bySeverity(report.findings())) {
            writer.write("::" + command(finding.severity()) + " file=" + property(finding.uri()) + place(finding)
                    + ",title=" + property(finding.ruleId()) + "::" + data(FindingText.paragraph(finding)) + "\n");
        }
        writer.write("rolewire: " + SummaryLine.of(report) + "\n");
        writer.flush();
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /// Columns are for places within a line; GitHub's end is the last one, not the one
    /// after it.
    private static String place(Finding finding) {
        Location location = finding.location();
        if (location == null) {
            return ",line=1";
        }
        int line = location.start().line();
        int endLine = location.end().line();
        if (line != endLine) {
            return ",line=" + line + ",endLine=" + endLine;
        }
        int column = location.start().column();
        return ",line=" + line + ",endLine=" + endLine + ",col=" + column + ",endColumn="
                + Math.max(column, location.end().column() - 1);
    }

    private static String data(String text) {
        return Cells.lines(Utf16.wellFormed(text)).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

}
