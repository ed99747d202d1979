package dev.rolewire.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.Report;
import dev.rolewire.analysis.Report.Outcome;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.SourceFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FixtureCheckTests {

    private static final SourceFile SOURCE = SourceFile.of("a.yaml", """
            Role: !GetAtt Role.Arn
            #     ^^^^^^^^^^^^^^^^ error[a] is not trusted
            """);

    private static final Finding FINDING = Samples.finding(Samples.at(SOURCE, "!GetAtt Role.Arn"), Severity.ERROR, "a",
            "it is not trusted", new LinkedHashMap<>(Map.of("Env", "prod")));

    @Test
    void isContentWhenEverythingAgrees() {
        assertThat(complaints(Fixture.Kind.FAIL, SOURCE.text(), Samples.report(List.of(FINDING)))).isEmpty();
        assertThat(complaints(Fixture.Kind.PASS, "", Samples.report(List.of()))).isEmpty();
    }

    @Test
    void namesAMissingFinding() {
        assertThat(complaints(Fixture.Kind.FAIL, SOURCE.text(), Samples.report(List.of())))
            .contains("a fail- fixture needs a finding of its rule")
            .contains("expected, but not reported:\n  1:7-1:23 error[a] is not trusted");
    }

    @Test
    void printsAnExtraFindingReadyToPaste() {
        assertThat(complaints(Fixture.Kind.PASS, "", Samples.report(List.of(FINDING))))
            .contains("a pass- fixture has no finding of its rule")
            .contains("""
                    reported, but not expected:
                    below line 1:
                    Role: !GetAtt Role.Arn
                    #     ^^^^^^^^^^^^^^^^ error[a] it is not trusted
                    """);
    }

    @Test
    void oneMarkerStandsForOneFinding() {
        assertThat(complaints(Fixture.Kind.FAIL, SOURCE.text(), Samples.report(List.of(FINDING, FINDING))))
            .contains("reported, but not expected:")
            .doesNotContain("expected, but not reported:");
    }

    @Test
    void anUnknownFixtureNeedsAnUncheckedSlotAndItsCounts() {
        assertThat(complaints(Fixture.Kind.UNKNOWN, "", Samples.report(List.of())))
            .contains("an unknown- fixture needs an unchecked slot")
            .contains("add `# rolewire-test: slots wired=0 broken=0 unchecked=0`");
        Report report = Samples.report(List.of(), Samples.slot(Outcome.UNCHECKED, "import"));
        assertThat(complaints(Fixture.Kind.UNKNOWN,
                "# rolewire-test: slots unchecked=1\n# rolewire-test: reason import", report))
            .isEmpty();
        assertThat(complaints(Fixture.Kind.UNKNOWN, "# rolewire-test: slots wired=1 unchecked=1", report))
            .contains("the outcomes are `slots wired=0 broken=0 unchecked=1`");
        assertThat(complaints(Fixture.Kind.UNKNOWN, "# rolewire-test: slots unchecked=1\n# rolewire-test: reason macro",
                report))
            .contains("the reasons are [import]");
    }

    @Test
    void anUnknownFixtureHasNoFindingOfItsRule() {
        Report report = Samples.report(List.of(FINDING), Samples.slot(Outcome.UNCHECKED, "import"));
        assertThat(complaints(Fixture.Kind.UNKNOWN, SOURCE.text() + "# rolewire-test: slots unchecked=1", report))
            .contains("its rule stays silent");
    }

    @Test
    void witnessesAreComparedWhenTheFixtureNamesOne() {
        Report report = Samples.report(List.of(FINDING));
        assertThat(complaints(Fixture.Kind.FAIL, SOURCE.text() + "# rolewire-test: witness Env=prod", report))
            .isEmpty();
        assertThat(complaints(Fixture.Kind.FAIL, SOURCE.text() + "# rolewire-test: witness Env=test", report))
            .contains("the witnesses are [Env=prod]");
    }

    private static String complaints(Fixture.Kind kind, String text, Report report) {
        Fixture fixture = new Fixture(Path.of("fixtures/a/x.cfn.yaml"), "a", kind, Fixture.Format.CFN_YAML);
        return FixtureCheck.complaints(fixture, Markers.parse(text), report);
    }

}
