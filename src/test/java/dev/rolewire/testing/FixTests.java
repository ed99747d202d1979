package dev.rolewire.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.testing.fix.Patch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Applies every fix that a fixture is offered, with git, and analyses it again: the finding is gone, and no new one is
/// there. `src/test/resources/golden/fixes` shows the diffs, rule by rule.
class FixTests {

    private static final Path GOLDEN = Path.of("golden/fixes");

    /// A plan stays as it was when its configuration is edited, so bundles with one are
    /// left out.
    @TestFactory
    Stream<DynamicTest> mendsWhatWasFound() {
        return Stream.concat(
                Fixture.all()
                    .stream()
                    .filter((fixture) -> fixture.kind() == Fixture.Kind.FAIL)
                    .map((fixture) -> dynamicTest(fixture.name(), fixture.path().toUri(), () -> check(of(fixture)))),
                BundleFixture.all()
                    .stream()
                    .filter((bundle) -> !bundle.name().startsWith("plan-"))
                    .map((bundle) -> dynamicTest(bundle.name(), bundle.directory().toUri(), () -> check(of(bundle)))));
    }

    /// Files of one request.
    private record Files(List<InputFile> inputs, AnalysisOptions options) {

    }

    private static Files of(Fixture fixture) {
        return new Files(fixture.inputs(), fixture.expectations().options());
    }

    private static Files of(BundleFixture bundle) {
        return new Files(bundle.inputs(), BundleFixtureTests.options(bundle.expectations()));
    }

    private static void check(Files fixture) {
        Report before = analyse(fixture, fixture.inputs());
        List<String> complaints = new ArrayList<>();
        for (Finding finding : before.findings()) {
            for (Finding.Fix fix : finding.fixes()) {
                String diff = Patch.of(before, finding, fix);
                Report after = analyse(fixture, Patch.apply(fixture.inputs(), diff));
                complain(before, finding, after).forEach((each) -> complaints.add(fix.title() + ": " + each));
            }
        }
        Report all = analyse(fixture, Patch.apply(fixture.inputs(), Patch.of(before)));
        all.findings()
            .stream()
            .filter((finding) -> isNew(before, finding))
            .forEach((finding) -> complaints.add("all together: new: " + finding.ruleId() + " " + finding.message()));
        assertThat(complaints).isEmpty();
    }

    private static Report analyse(Files fixture, List<InputFile> files) {
        return Analyzers.analyzer().analyze(files, fixture.options());
    }

    private static List<String> complain(Report before, Finding mended, Report after) {
        List<String> complaints = new ArrayList<>();
        for (Finding finding : after.findings()) {
            if (key(finding).equals(key(mended))) {
                complaints.add("still: " + finding.ruleId() + " " + finding.message());
            }
            else if (isNew(before, finding)) {
                complaints.add("new: " + finding.ruleId() + " " + finding.message());
            }
        }
        return complaints;
    }

    /// A suppression with nothing to suppress, the name of an identity that nothing
    /// defines, a profile that is used no longer and a
    /// role
    /// that is now looked at are what the mistake has hidden.
    private static boolean isNew(Report before, Finding finding) {
        if (List.of("unused-suppression", "unknown-identity").contains(finding.ruleId())) {
            return false;
        }
        boolean hid = before.findings()
            .stream()
            .anyMatch((other) -> List.of("instance-profile-as-role", "wrong-identity-form").contains(other.ruleId()));
        if (hid && List.of("unused-instance-profile", "service-not-trusted").contains(finding.ruleId())) {
            return false;
        }
        Set<String> known = before.findings().stream().map(FixTests::key).collect(Collectors.toSet());
        return !known.contains(key(finding));
    }

    private static String key(Finding finding) {
        Finding.Subject subject = finding.subject();
        return finding.uri() + " " + finding.ruleId() + " "
                + (subject == null ? "" : subject.address() + " " + subject.property() + " ")
                + (finding.ruleId().equals("service-not-trusted") ? "" : finding.message());
    }

    @TestFactory
    Stream<DynamicTest> areWhatReviewersHaveRead() {
        SequencedMap<String, StringBuilder> byRule = new LinkedHashMap<>();
        for (Fixture fixture : Fixture.all()) {
            byRule.computeIfAbsent(fixture.ruleId(), (_) -> new StringBuilder()).append(diffs(of(fixture)));
        }
        BundleFixture.all()
            .forEach((bundle) -> byRule.computeIfAbsent("bundles", (_) -> new StringBuilder())
                .append(diffs(of(bundle))));
        byRule.values().removeIf(StringBuilder::isEmpty);
        assertThat(byRule).isNotEmpty();
        return byRule.entrySet()
            .stream()
            .map((rule) -> dynamicTest(rule.getKey(), () -> Golden.check(GOLDEN.resolve(rule.getKey() + ".diff"),
                    rule.getValue().toString().replaceAll("(?m)[ \\t\\r]+$", "").stripTrailing() + "\n")));
    }

    /// The safe fixes together, then each unsafe one.
    private static String diffs(Files files) {
        Report report = analyse(files, files.inputs());
        StringBuilder text = new StringBuilder(Patch.of(report));
        for (Finding finding : report.findings()) {
            for (Finding.Fix fix : finding.fixes()) {
                if (fix.applicability() == Finding.Applicability.UNSAFE) {
                    text.append("unsafe: ").append(fix.title()).append('\n');
                    text.append(Patch.of(report, finding, fix));
                }
            }
        }
        return text.toString();
    }

}
