package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.source.Location;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The report for people: each finding with its source line and carets, then every slot that is not wired, then the
/// verdict. Lines end with LF.
final class TextReportRenderer implements Renderer {

    /// The dialects whose lines are shown: their authors wrote them, while plans, states
    /// and files of values hold what may be secret.
    private static final Set<String> WRITTEN_BY_HAND = Set.of(Dialect.CLOUDFORMATION.id(), Dialect.TERRAFORM_HCL.id());

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Set<String> secretive = new HashSet<>();
        report.documents()
            .stream()
            .filter((document) -> document.dialect() != null && !WRITTEN_BY_HAND.contains(document.dialect()))
            .forEach((document) -> secretive.add(document.uri()));
        for (Finding finding : report.findings()) {
            finding(writer, finding, !secretive.contains(finding.uri()) && !isForeignJson(report, finding));
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
        line(writer, summaryLine(report));
        writer.flush();
    }

    /// Whether a finding lies in JSON of no known dialect, which may be a state or a plan
    /// that is cut off.
    private static boolean isForeignJson(Report report, Finding finding) {
        boolean unknown = report.documents()
            .stream()
            .anyMatch((document) -> document.uri().equals(finding.uri()) && document.dialect() == null);
        return unknown && finding.location() != null
                && finding.location().source().text().stripLeading().startsWith("{");
    }

    /// Writes a finding.
    /// @param shown whether lines of its document are shown: those of plans and states
    /// may hold secrets
    private static void finding(Writer writer, Finding finding, boolean shown) throws IOException {
        line(writer, finding.severity().id() + "[" + finding.ruleId() + "]"
                + ((finding.suppressed() == null) ? "" : " (suppressed)") + ": " + finding.message());
        Snippet primary = (finding.location() == null || !shown) ? null : Snippet.of(finding.location());
        List<Snippet> related = !shown ? List.of()
                : finding.related().stream().map((place) -> Snippet.of(place.location())).toList();
        int gutter = (primary == null) ? 1 : digits(primary.line());
        for (Snippet snippet : related) {
            gutter = Math.max(gutter, digits(snippet.line()));
        }
        String blank = " ".repeat(gutter);
        line(writer, blank + "--> " + place(finding.uri(), finding.location()));
        if (primary != null) {
            snippet(writer, primary, blank, '^', "");
        }
        for (int i = 0; i < finding.related().size(); i++) {
            Finding.Related place = finding.related().get(i);
            line(writer, blank + "::: " + place(place.location().source().uri(), place.location())
                    + (shown ? "" : ": " + place.message()));
            if (shown) {
                snippet(writer, related.get(i), blank, '-', " " + place.message());
            }
        }
        for (String note : notes(finding)) {
            line(writer, blank + " = " + note);
        }
    }

    private static List<String> notes(Finding finding) {
        List<String> notes = new ArrayList<>();
        if (finding.suppressed() != null) {
            notes.add("suppressed: " + finding.suppressed().kind()
                    + ((finding.suppressed().reason() == null) ? "" : ", " + finding.suppressed().reason()));
        }
        if (!finding.witness().isEmpty()) {
            notes.add("happens when: " + witness(finding.witness()));
        }
        if (finding.deployError() != null) {
            notes.add((finding.severity() == Severity.ERROR ? "AWS answers: " : "AWS may answer: ")
                    + finding.deployError());
        }
        if (!finding.help().isBlank()) {
            notes.add("help: " + finding.help());
        }
        for (Finding.Fix fix : finding.fixes()) {
            notes.add("fix (" + fix.applicability().id() + "): " + fix.title());
        }
        return notes;
    }

    private static String witness(Finding.Witness witness) {
        List<String> parts = new ArrayList<>();
        witness.parameters().forEach((name, value) -> parts.add(name + " is `" + value + "`"));
        if (witness.instanceKey() != null) {
            parts.add("the instance is `" + witness.instanceKey() + "`");
        }
        return String.join(", ", parts);
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
                + counted(document.resources(), "resource") + ", " + document.verdict().id();
    }

    private static String summaryLine(Report report) {
        Report.Summary summary = report.summary();
        List<String> slots = new ArrayList<>();
        for (Report.Outcome outcome : Report.Outcome.values()) {
            slots.add(summary.slots().getOrDefault(outcome, 0) + " " + outcome.id());
        }
        String suppressed = (summary.suppressed() == 0) ? "" : ", " + summary.suppressed() + " suppressed";
        return report.verdict().id() + ": " + counted(summary.error(), "error") + ", "
                + counted(summary.warning(), "warning") + ", " + counted(summary.note(), "note") + suppressed
                + "; slots: " + String.join(", ", slots);
    }

    private static String counted(int count, String word) {
        return count + " " + word + ((count == 1) ? "" : "s");
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
