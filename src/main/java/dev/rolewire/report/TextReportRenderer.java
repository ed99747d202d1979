package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report for people: each finding with its source line and carets, then every slot that is not wired, then the
/// verdict. Lines end with LF.
final class TextReportRenderer implements Renderer {

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ShownSources shown = new ShownSources(report);
        for (Finding finding : report.findings()) {
            finding(writer, finding, shown, context.ruleUrl(finding.ruleId()));
            writer.write("\n");
        }
        for (Report.Slot slot : report.slots()) {
            if (slot.outcome() != Report.Outcome.WIRED) {
                line(writer, slotLine(slot));
            }
        }
        for (Report.Document document : report.documents()) {
            line(writer, documentLine(document));
        }
        line(writer, SummaryLine.of(report));
        writer.flush();
    }

    private static void finding(Writer writer, Finding finding, ShownSources shown, @Nullable String url)
            throws IOException {
        line(writer, finding.severity().id() + "[" + finding.ruleId() + "]"
                + ((finding.suppressed() == null) ? "" : " (suppressed)") + ": " + finding.message());
        Snippet primary = snippet(finding.location(), shown);
        int gutter = (primary == null) ? 1 : digits(primary.line());
        List<@Nullable Snippet> related = new ArrayList<>();
        for (Finding.Related place : finding.related()) {
            Snippet snippet = snippet(place.location(), shown);
            related.add(snippet);
            gutter = Math.max(gutter, (snippet == null) ? 1 : digits(snippet.line()));
        }
        String blank = " ".repeat(gutter);
        line(writer, blank + "--> " + place(finding.uri(), finding.location()));
        if (primary != null) {
            snippet(writer, primary, blank, '^', "");
        }
        for (int i = 0; i < finding.related().size(); i++) {
            Finding.Related place = finding.related().get(i);
            Snippet snippet = related.get(i);
            line(writer, blank + "::: " + place(place.location().source().uri(), place.location())
                    + ((snippet != null) ? "" : ": " + place.message()));
            if (snippet != null) {
                snippet(writer, snippet, blank, '-', " " + place.message());
            }
        }
        for (String note : notes(finding, url)) {
            line(writer, blank + " = " + note);
        }
        fixes(writer, finding, shown, blank);
    }

    private static @Nullable Snippet snippet(@Nullable Location location, ShownSources shown) {
        return (location == null || !shown.shows(location)) ? null : Snippet.of(location);
    }

    private static List<String> notes(Finding finding, @Nullable String url) {
        List<String> notes = new ArrayList<>();
        if (finding.suppressed() != null) {
            notes.add(FindingText.suppression(finding.suppressed()));
        }
        if (!finding.witness().isEmpty()) {
            notes.add("happens when: " + FindingText.witness(finding.witness()));
        }
        String answer = FindingText.answer(finding);
        if (answer != null) {
            notes.add(answer);
        }
        if (!finding.help().isBlank()) {
            notes.add("help: " + finding.help());
        }
        if (url != null) {
            notes.add("rule: " + url);
        }
        return notes;
    }

    private static void fixes(Writer writer, Finding finding, ShownSources shown, String blank) throws IOException {
        for (Finding.Fix fix : finding.fixes()) {
            line(writer, blank + " = fix (" + fix.applicability().id() + "): " + fix.title());
            if (fix.edits().stream().allMatch((edit) -> shown.shows(edit.location()))) {
                for (String changed : FixPreview.of(fix)) {
                    Cells cells = new Cells();
                    changed.codePoints().forEach(cells::add);
                    writer.write(blank + "   " + cells.toString().stripTrailing() + "\n");
                }
            }
        }
    }

    private static void snippet(Writer writer, Snippet snippet, String blank, char mark, String label)
            throws IOException {
        String number = Integer.toString(snippet.line());
        writer.write(blank + " |\n");
        writer.write(" ".repeat(blank.length() - number.length()) + number + " | " + snippet.text() + "\n");
        String goesOn = (snippet.endLine() > snippet.line()) ? " (to line " + snippet.endLine() + ")" : "";
        line(writer, blank + " | " + " ".repeat(snippet.indent()) + String.valueOf(mark).repeat(snippet.marks())
                + goesOn + label);
    }

    private static String place(String uri, @Nullable Location location) {
        return (location == null) ? uri : uri + ":" + location.start().line() + ":" + location.start().column();
    }

    private static String slotLine(Report.Slot slot) {
        StringBuilder text = new StringBuilder(slot.outcome().id());
        text.append(": `").append(slot.address()).append("` (").append(slot.type()).append(") ");
        text.append(slot.property());
        if (slot.identity() != null) {
            text.append(" -> `").append(slot.identity()).append('`');
        }
        if (slot.reason() != null) {
            text.append(", ").append(slot.reason());
        }
        return text.toString();
    }

    private static String documentLine(Report.Document document) {
        if (document.skipped() != null) {
            return document.uri() + ": skipped, " + document.skipped();
        }
        return document.uri() + ": " + ((document.dialect() == null) ? "not recognised" : document.dialect()) + ", "
                + FindingText.counted(document.resources(), "resource") + ", " + document.verdict().id();
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private static void line(Writer writer, String text) throws IOException {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        writer.write(" ".repeat(indent) + Cells.oneLine(text.substring(indent)) + "\n");
    }

}
