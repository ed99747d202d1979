package dev.rolewire.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.StringJoiner;

import dev.rolewire.analysis.Report;
import dev.rolewire.analysis.Report.Outcome;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;

/// Compares a report with what a fixture expects.
final class FixtureCheck {

    private final Fixture fixture;

    private final Expectations expectations;

    private final Report report;

    private final List<Finding> findings;

    private final List<String> complaints = new ArrayList<>();

    private FixtureCheck(Fixture fixture, Expectations expectations, Report report) {
        this.fixture = fixture;
        this.expectations = expectations;
        this.report = report;
        this.findings = report.findings().stream().filter((finding) -> finding.suppressed() == null).toList();
    }

    /// Says what differs.
    /// @return for people, ready to paste where something has to be pasted; empty when
    /// all is as expected
    static String complaints(Fixture fixture, Expectations expectations, Report report) {
        FixtureCheck check = new FixtureCheck(fixture, expectations, report);
        if (expectations.differs() == null) {
            check.kind();
        }
        check.findings();
        check.slots();
        check.witnesses();
        check.reasons();
        return check.complaints.isEmpty() ? ""
                : fixture.path().toUri() + "\n" + String.join("\n", check.complaints) + "\n";
    }

    private void kind() {
        boolean ownFinding = this.findings.stream()
            .anyMatch((finding) -> finding.ruleId().equals(this.fixture.ruleId()));
        switch (this.fixture.kind()) {
            case FAIL -> complainUnless(ownFinding, "a fail- fixture needs a finding of its rule");
            case PASS -> complainUnless(!ownFinding, "a pass- fixture has no finding of its rule");
            case UNKNOWN -> {
                complainUnless(!ownFinding, "in an unknown- fixture its rule stays silent");
                complainUnless(this.report.slots().stream().anyMatch((slot) -> slot.outcome() == Outcome.UNCHECKED),
                        "an unknown- fixture needs an unchecked slot");
                complainUnless(this.expectations.slots() != null, "an unknown- fixture says its outcomes: add `"
                        + (this.fixture.format().hasMarkers() ? Markers.DIRECTIVE : "option ") + slotsLine() + "`");
            }
        }
    }

    private void complainUnless(boolean fine, String complaint) {
        if (!fine) {
            this.complaints.add(complaint);
        }
    }

    private void findings() {
        List<Finding> unexpected = new ArrayList<>(this.findings);
        List<Expected> missing = new ArrayList<>();
        for (Expected expected : this.expectations.findings()) {
            Finding match = unexpected.stream().filter(expected::matches).findFirst().orElse(null);
            if (match == null) {
                missing.add(expected);
            }
            else {
                unexpected.remove(match);
            }
        }
        unexpected.removeIf((finding) -> isAside(finding, this.fixture.ruleId()));
        if (!missing.isEmpty()) {
            this.complaints.add("expected, but not reported:");
            missing.forEach((expected) -> this.complaints.add("  " + expected));
        }
        if (!unexpected.isEmpty()) {
            this.complaints.add("reported, but not expected:");
            unexpected.forEach((finding) -> this.complaints.add(show(finding)));
        }
    }

    /// Whether a finding is a note on a name that nothing defines, in a fixture that is
    /// about something else: it may be
    /// expected there, and need not.
    static boolean isAside(Finding finding, String ruleId) {
        return finding.ruleId().equals("unknown-identity") && finding.severity() == Severity.NOTE
                && !finding.ruleId().equals(ruleId);
    }

    private String show(Finding finding) {
        if (!this.fixture.format().hasMarkers()) {
            return Sidecar.show(finding, finding.message());
        }
        if (finding.location() == null) {
            return Markers.show(finding);
        }
        int line = finding.location().start().line();
        String text = finding.location().source().text().split("\r\n|\n|\r", -1)[line - 1];
        return "below line " + line + ":\n" + text + "\n" + Markers.show(finding);
    }

    private void slots() {
        if (this.expectations.slots() != null) {
            complainUnless(this.expectations.slots().equals(outcomes(this.report)), "the outcomes are `" + slotsLine()
                    + "`:\n  " + String.join("\n  ", this.report.slots().stream().map(Report.Slot::toString).toList()));
        }
    }

    /// How many slots have which outcome, counted from the slots themselves.
    static SequencedMap<Outcome, Integer> outcomes(Report report) {
        SequencedMap<Outcome, Integer> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, (int) report.slots().stream().filter((slot) -> slot.outcome() == outcome).count());
        }
        return counts;
    }

    private String slotsLine() {
        return slotsLine(this.report);
    }

    static String slotsLine(Report report) {
        StringJoiner line = new StringJoiner(" ", "slots ", "");
        outcomes(report).forEach((outcome, count) -> line.add(outcome.id() + "=" + count));
        return line.toString();
    }

    private void witnesses() {
        if (!this.expectations.witnesses().isEmpty()) {
            List<String> actual = this.findings.stream()
                .filter((finding) -> !finding.witness().isEmpty())
                .map(FixtureCheck::witness)
                .toList();
            complainUnless(actual.equals(this.expectations.witnesses()), "the witnesses are " + actual);
        }
    }

    /// A witness as a directive has it: `Env=prod, Stage=live [key]`.
    static String witness(Finding finding) {
        StringJoiner text = new StringJoiner(", ");
        finding.witness().parameters().forEach((name, value) -> text.add(name + "=" + value));
        String key = finding.witness().instanceKey();
        return key == null ? text.toString() : (text + " [" + key + "]").strip();
    }

    private void reasons() {
        if (!this.expectations.reasons().isEmpty()) {
            List<String> actual = this.report.slots()
                .stream()
                .filter((slot) -> slot.outcome() == Outcome.UNCHECKED)
                .map((slot) -> Objects.requireNonNullElse(slot.reason(), "none"))
                .toList();
            complainUnless(actual.equals(this.expectations.reasons()), "the reasons are " + actual);
        }
    }

}
