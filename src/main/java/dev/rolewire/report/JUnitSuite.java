package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javax.xml.stream.XMLStreamException;

/// What one file is in JUnit XML.
///
/// @param uri the file
/// @param slots its slots that are not broken: the findings tell of the others
/// @param findings its findings
/// @param threshold which of them fail
record JUnitSuite(String uri, List<Report.Slot> slots, List<Finding> findings, Report.Threshold threshold) {

    /// How many cases there are.
    record Counts(int tests, int failures, int skipped) {

        Counts plus(Counts other) {
            return new Counts(this.tests + other.tests, this.failures + other.failures, this.skipped + other.skipped);
        }

    }

    /// The suites of a report: its files that were looked at, and those with findings.
    static Collection<JUnitSuite> of(Report report) {
        SequencedMap<String, JUnitSuite> suites = new LinkedHashMap<>();
        report.documents()
            .stream()
            .filter((document) -> document.skipped() == null)
            .forEach((document) -> suite(suites, document.uri(), report.threshold()));
        for (Report.Slot slot : report.slots()) {
            if (slot.outcome() != Report.Outcome.BROKEN) {
                suite(suites, slot.uri(), report.threshold()).slots().add(slot);
            }
        }
        report.findings()
            .forEach((finding) -> suite(suites, finding.uri(), report.threshold()).findings().add(finding));
        return suites.values();
    }

    private static JUnitSuite suite(SequencedMap<String, JUnitSuite> suites, String uri, Report.Threshold threshold) {
        return suites.computeIfAbsent(uri,
                (name) -> new JUnitSuite(name, new ArrayList<>(), new ArrayList<>(), threshold));
    }

    Counts counts() {
        int failures = (int) this.findings.stream().filter(this.threshold::fails).count();
        int skipped = (int) this.slots.stream().filter((slot) -> slot.reason() != null).count()
                + (int) this.findings.stream().filter((finding) -> finding.suppressed() != null).count();
        return new Counts(1 + this.slots.size() + this.findings.size(), failures, skipped);
    }

    void write(JUnitWriter xml, RenderContext context) throws XMLStreamException {
        xml.start("testsuite");
        xml.attribute("name", this.uri);
        xml.counts(counts());
        // A suite without cases fails a step of Jenkins.
        test(xml, "is analysed", 1);
        xml.end();
        for (Report.Slot slot : this.slots) {
            test(xml, slot.address() + " " + slot.property(), 0);
            if (slot.reason() != null) {
                xml.start("skipped");
                xml.attribute("message", "unchecked: " + slot.reason());
                xml.end();
            }
            xml.end();
        }
        for (Finding finding : this.findings) {
            finding(xml, finding, context);
        }
        xml.end();
    }

    private void finding(JUnitWriter xml, Finding finding, RenderContext context) throws XMLStreamException {
        Location location = finding.location();
        test(xml, name(finding), (location == null) ? 1 : location.start().line());
        if (finding.suppressed() != null) {
            xml.start("skipped");
            xml.attribute("message", FindingText.suppression(finding.suppressed()));
        }
        else if (this.threshold.fails(finding)) {
            xml.start("failure");
            xml.attribute("message", finding.message());
            xml.attribute("type", finding.severity().id());
        }
        else {
            xml.start("system-out");
        }
        xml.text(text(finding, context));
        xml.end();
        xml.end();
    }

    private static String name(Finding finding) {
        Finding.Subject subject = finding.subject();
        if (subject == null) {
            return finding.ruleId();
        }
        String property = (subject.property() == null) ? "" : " " + subject.property();
        return finding.ruleId() + ": " + subject.address() + property;
    }

    private String text(Finding finding, RenderContext context) {
        Location location = finding.location();
        String place = (location == null) ? this.uri
                : this.uri + ":" + location.start().line() + ":" + location.start().column();
        String url = context.ruleUrl(finding.ruleId());
        return place + ": " + finding.severity().id() + ": " + FindingText.paragraph(finding)
                + ((url == null) ? "" : " " + url);
    }

    /// Starts a case. A dot would part the class name into packages.
    private void test(JUnitWriter xml, String name, int line) throws XMLStreamException {
        xml.start("testcase");
        xml.attribute("name", name);
        xml.attribute("classname", this.uri.replace('.', '_'));
        xml.attribute("file", this.uri);
        if (line > 0) {
            xml.attribute("line", Integer.toString(line));
        }
    }

}
