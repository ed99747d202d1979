package dev.rolewire.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.source.Location;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Runs all rules on every bundle of files. A missing and an extra finding fail alike.
class BundleFixtureTests {

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpectedAndNothingElse() {
        List<BundleFixture> fixtures = BundleFixture.all();
        assertThat(fixtures).isNotEmpty();
        return fixtures.stream()
            .map((fixture) -> dynamicTest(fixture.name(), fixture.directory().toUri(), () -> check(fixture)));
    }

    private static void check(BundleFixture fixture) {
        SequencedMap<String, Expectations> expectations = fixture.expectations();
        Report report = Analyzers.analyzer().analyze(fixture.inputs(), options(expectations));
        List<Finding> unexpected = new ArrayList<>(
                report.findings().stream().filter((finding) -> finding.suppressed() == null).toList());
        List<String> complaints = new ArrayList<>();
        expectations.forEach((uri, each) -> each.findings().forEach((expected) -> {
            Finding match = unexpected.stream()
                .filter((finding) -> finding.uri().equals(uri) && expected.matches(finding))
                .findFirst()
                .orElse(null);
            if (match == null) {
                complaints.add("expected, but not reported: " + uri + " " + expected);
            }
            else {
                unexpected.remove(match);
            }
        }));
        unexpected.removeIf((finding) -> FixtureCheck.isAside(finding, ""));
        unexpected.forEach((finding) -> complaints.add("reported, but not expected: " + show(finding)));
        checkSlots(expectations, report, complaints);
        checkWitnesses(expectations, report, complaints);
        assertThat(String.join("\n", complaints)).isEmpty();
    }

    private static String show(Finding finding) {
        Location location = finding.location();
        String line = BundleFixture.hasMarkers(finding.uri()) && location != null
                ? " below line " + location.start().line() + ":\n" + Markers.show(finding)
                : " " + Sidecar.show(finding, finding.message());
        return finding.uri() + line + (finding.witness().isEmpty() ? "" : "\n  " + FixtureCheck.witness(finding));
    }

    private static void checkSlots(SequencedMap<String, Expectations> expectations, Report report,
            List<String> complaints) {
        String slots = report.slots()
            .stream()
            .map(Report.Slot::toString)
            .reduce("", (all, slot) -> all + "\n  " + slot);
        boolean counted = false;
        for (Expectations each : expectations.values()) {
            counted |= each.slots() != null;
            if (each.slots() != null && !each.slots().equals(FixtureCheck.outcomes(report))) {
                complaints.add("the outcomes are `" + FixtureCheck.slotsLine(report) + "`:" + slots);
            }
        }
        if (!counted) {
            complaints.add("a bundle says its outcomes: add `" + FixtureCheck.slotsLine(report) + "`:" + slots);
        }
        List<String> reasons = expectations.values().stream().flatMap((each) -> each.reasons().stream()).toList();
        List<String> actual = report.slots()
            .stream()
            .filter((slot) -> slot.outcome() == Report.Outcome.UNCHECKED)
            .map((slot) -> String.valueOf(slot.reason()))
            .toList();
        if (!reasons.isEmpty() && !reasons.equals(actual)) {
            complaints.add("the reasons are " + actual + ":" + slots);
        }
    }

    private static void checkWitnesses(SequencedMap<String, Expectations> expectations, Report report,
            List<String> complaints) {
        List<String> expected = expectations.values().stream().flatMap((each) -> each.witnesses().stream()).toList();
        List<String> actual = report.findings()
            .stream()
            .filter((finding) -> !finding.witness().isEmpty())
            .map(FixtureCheck::witness)
            .toList();
        if (!expected.isEmpty() && !expected.equals(actual)) {
            complaints.add("the witnesses are " + actual);
        }
    }

    static AnalysisOptions options(SequencedMap<String, Expectations> expectations) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        SequencedSet<String> enabled = new LinkedHashSet<>();
        SequencedSet<String> disabled = new LinkedHashSet<>();
        String region = null;
        String accountId = null;
        Inventory inventory = Inventory.NONE;
        for (Expectations each : expectations.values()) {
            parameters.putAll(each.options().parameters());
            enabled.addAll(each.options().enabled());
            disabled.addAll(each.options().disabled());
            region = each.options().region() == null ? region : each.options().region();
            inventory = each.options().inventory().isEmpty() ? inventory : each.options().inventory();
            accountId = each.options().accountId() == null ? accountId : each.options().accountId();
        }
        return new AnalysisOptions(parameters, region, accountId, enabled, disabled, new LinkedHashMap<>(),
                Severity.NOTE, null)
            .with(inventory);
    }

}
