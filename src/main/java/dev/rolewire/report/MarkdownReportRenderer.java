package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment for a pull request: the verdict, then each finding to unfold, most severe first, as many as GitHub takes. The
/// first line is a mark by which a job finds its own comment again.
final class MarkdownReportRenderer implements Renderer {

    /// The longest comment that GitHub takes ("Body is too long (maximum is 65536
    /// characters)").
    static final int LONGEST = 65_536;

    /// What is kept free for the lines that close the comment.
    private static final int RESERVE = 400;

    private static final int LONGEST_TEXT = 2000;

    private static final String FOLD = "</summary>\n\n";

    private static final String UNFOLD = "\n</details>\n";

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        StringBuilder comment = new StringBuilder("<!-- rolewire -->\n");
        comment.append("### Rolewire: ").append(report.verdict().id()).append("\n\n");
        comment.append(SummaryLine.findings(report.summary()))
            .append(". Identity slots: ")
            .append(SummaryLine.slots(report.summary()))
            .append(".\n\n");
        ShownSources shown = new ShownSources(report);
        int left = 0;
        for (Finding finding : Ranking.bySeverity(report.findings())) {
            left += append(comment, finding(finding, shown, context)) ? 0 : 1;
        }
        if (left > 0) {
            comment.append("\n").append(FindingText.counted(left, "more finding")).append(" did not fit.\n");
        }
        fold(comment, "Unchecked slots", unchecked(report));
        fold(comment, "Suppressed findings", suppressed(report));
        out.write(comment.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static boolean append(StringBuilder comment, String block) {
        boolean fits = comment.length() + block.length() <= LONGEST - RESERVE;
        if (fits) {
            comment.append(block);
        }
        return fits;
    }

    private static String finding(Finding finding, ShownSources shown, RenderContext context) {
        StringBuilder block = new StringBuilder("<details>\n<summary><b>");
        block.append(finding.severity().id())
            .append("</b> ")
            .append(MarkdownText.html(FindingText.cut(finding.message(), LONGEST_TEXT)))
            .append(FOLD);
        String url = context.ruleUrl(finding.ruleId());
        block.append(MarkdownText.code(place(finding.uri(), finding.location())))
            .append(' ')
            .append((url == null) ? MarkdownText.code(finding.ruleId()) : "[" + finding.ruleId() + "](" + url + ")")
            .append("\n\n");
        Location location = finding.location();
        if (location != null && shown.shows(location)) {
            block.append(MarkdownText.block("text", snippet(location))).append('\n');
        }
        if (!finding.witness().isEmpty()) {
            paragraph(block, "Happens when " + FindingText.witness(finding.witness()));
        }
        if (finding.deployError() != null) {
            block.append(FindingText.answers(finding))
                .append(":\n\n")
                .append(MarkdownText.block("text", cut(finding.deployError())))
                .append('\n');
        }
        for (Finding.Related place : finding.related().stream().limit(10).toList()) {
            block.append("- ")
                .append(MarkdownText.code(place(place.location().source().uri(), place.location())))
                .append(": ")
                .append(MarkdownText.paragraph(cut(place.message())))
                .append('\n');
        }
        if (!finding.related().isEmpty()) {
            block.append('\n');
        }
        paragraph(block, finding.help());
        fixes(block, finding, shown);
        return block.append(UNFOLD).toString();
    }

    private static void fixes(StringBuilder block, Finding finding, ShownSources shown) {
        for (Finding.Fix fix : finding.fixes()) {
            paragraph(block, "Fix (" + fix.applicability().id() + "): " + fix.title());
            boolean visible = fix.edits().stream().allMatch((edit) -> shown.shows(edit.location()));
            List<String> lines = visible ? FixPreview.of(fix) : List.of();
            if (!lines.isEmpty()) {
                block.append(MarkdownText.block("diff", String.join("\n", lines))).append('\n');
            }
        }
    }

    private static void paragraph(StringBuilder block, String text) {
        if (!text.isBlank()) {
            block.append(MarkdownText.paragraph(FindingText.sentence(cut(text)))).append("\n\n");
        }
    }

    private static String snippet(Location location) {
        Snippet snippet = Snippet.of(location);
        return snippet.text() + "\n" + " ".repeat(snippet.indent()) + "^".repeat(snippet.marks());
    }

    private static String place(String uri, @Nullable Location location) {
        return (location == null) ? uri : uri + ":" + location.start().line();
    }

    private static List<String> unchecked(Report report) {
        List<String> lines = new ArrayList<>();
        for (Report.Slot slot : report.slots()) {
            if (slot.outcome() == Report.Outcome.UNCHECKED) {
                lines.add("- " + MarkdownText.code(cut(slot.address())) + " (" + MarkdownText.code(slot.type()) + ") "
                        + MarkdownText.code(slot.property()) + ": " + slot.reason() + "\n");
            }
        }
        return lines;
    }

    private static List<String> suppressed(Report report) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.suppressed() != null) {
                lines.add("- " + MarkdownText.code(place(finding.uri(), finding.location())) + " "
                        + MarkdownText.code(finding.ruleId()) + ": " + MarkdownText.paragraph(cut(finding.message()))
                        + " (" + MarkdownText.code(cut(FindingText.suppression(finding.suppressed()))) + ")\n");
            }
        }
        return lines;
    }

    /// A list to unfold, with as many lines as fit.
    private static void fold(StringBuilder comment, String title, List<String> lines) {
        if (lines.isEmpty() || comment.length() + RESERVE > LONGEST - RESERVE) {
            return;
        }
        comment.append("<details>\n<summary>").append(title).append(" (").append(lines.size()).append(')').append(FOLD);
        int left = 0;
        for (String line : lines) {
            left += append(comment, line) ? 0 : 1;
        }
        if (left > 0) {
            comment.append("- ").append(left).append(" more\n");
        }
        comment.append(UNFOLD);
    }

    private static String cut(String text) {
        return FindingText.cut(text, LONGEST_TEXT);
    }

}
