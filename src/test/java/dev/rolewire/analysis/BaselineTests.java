package dev.rolewire.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.analysis.suppression.Baseline;
import dev.rolewire.analysis.suppression.BaselineReader;
import dev.rolewire.finding.Finding;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.source.SourceFile;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Findings of an earlier analysis do not count, wherever they have moved.
class BaselineTests {

    private static final String TEMPLATE = """
            Resources:
              Web:
                Type: AWS::EC2::Instance
                Properties:
                  IamInstanceProfile: !Ref Role
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: sts:AssumeRole
                        Principal: {Service: ec2.amazonaws.com}
                  ManagedPolicyArns:
                    - arn:aws:iam::aws:policy/ReadOnlyAccess
                    - arn:aws:iam::123456789012:user/Joe
                  Policies:
                    - PolicyName: first
                      PolicyDocument:
                        Statement:
                          - Effect: Alow
                            Action: s3:GetObject
                            Resource: "*"
            """;

    @Test
    void leavesOnlyWhatIsNew() {
        Report before = analyze(TEMPLATE, Baseline.EMPTY);
        assertThat(before.findings()).hasSize(3);
        Report same = analyze(TEMPLATE, baseline(before));
        assertThat(same.verdict()).isEqualTo(Report.Verdict.PASS);
        assertThat(same.summary().suppressed()).isEqualTo(3);
        assertThat(same.findings()).extracting((finding) -> finding.suppressed())
            .containsOnly(new Finding.Suppression("baseline", null));
        Report more = analyze(TEMPLATE.replace("Resources:\n", """
                Resources:
                  App:
                    Type: AWS::EC2::Instance
                    Properties:
                      IamInstanceProfile: !GetAtt Role.Arn
                """), baseline(before));
        assertThat(more.verdict()).isEqualTo(Report.Verdict.FAIL);
        assertThat(fresh(more)).extracting(Finding::message).singleElement().asString().startsWith("`App` needs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    Resources:                | '# a line above\n\nResources:'
                    '  Web:'                  | '  New:\n    Type: AWS::SNS::Topic\n  Web:'
                    '      Policies:\n'       | '      Policies:\n        - PolicyName: new\n          PolicyDocument:\n            Statement: [{Effect: Allow, Action: "sqs:*", Resource: "*"}]\n'
                    '        - arn:aws:iam::a'| '        - arn:aws:iam::aws:policy/PowerUserAccess\n        - arn:aws:iam::a'
                    '              - Effect: Alow' | '              - {Effect: Allow, Action: "sqs:*", Resource: "*"}\n              - Effect: Alow'
                    '                Action: s3'   | '                Sid: "1"\n                Action: s3'
                    """)
    void knowsFindingsThatMoved(String before, String after) {
        String moved = TEMPLATE.replace(before, after);
        assertThat(moved).isNotEqualTo(TEMPLATE);
        assertThat(fresh(analyze(moved, baseline(analyze(TEMPLATE, Baseline.EMPTY))))).isEmpty();
    }

    /// Of two that say the same the second is new, wherever it was put in.
    @Test
    void countsWhatIsThereTwice() {
        String flaw = "        - arn:aws:iam::123456789012:user/Joe\n";
        String twice = TEMPLATE.replace(flaw, flaw + flaw);
        Report report = analyze(twice, baseline(analyze(TEMPLATE, Baseline.EMPTY)));
        assertThat(report.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        assertThat(fresh(report)).hasSize(1);
        assertThat(fresh(analyze(twice, baseline(report)))).isEmpty();
    }

    /// The same for every fixture: lines above change no fingerprint, and no two findings
    /// have the same.
    @Test
    void fingerprintsOfAllFixturesSurviveLinesAbove() {
        int moved = 0;
        for (Fixture fixture : Fixture.all()) {
            String text = fixture.text();
            List<String> before = fingerprints(fixture, text);
            assertThat(before).as(fixture.name()).doesNotHaveDuplicates();
            String comment = switch (fixture.format()) {
                case CFN_YAML, HCL -> "# a comment\n\n";
                case CFN_JSON, PLAN, STATE -> "\n\n";
            };
            List<String> after = fingerprints(fixture, comment + text);
            assertThat(after).as(fixture.name()).containsExactlyElementsOf(before);
            moved += before.size();
        }
        assertThat(moved).isGreaterThan(400);
    }

    private static List<String> fingerprints(Fixture fixture, String text) {
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, fixture.name(), text);
        return report.findings().stream().map(Finding::fingerprint).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    []                                                        | ~~                                  | expected an earlier report
                    {}                                                        | ~~                                  | expected an earlier report
                    {"findings": {}}                                          | ~~                                  | expected an earlier report
                    {"findings": [3]}                                         | /findings/0                         | an object
                    {"findings": [{"fingerprint": "a"}, {}]}                  | /findings/1                         | has a `fingerprint`
                    {"findings": [{"fingerprint": ["a"]}]}                    | /findings/0/fingerprint             | has a `fingerprint`
                    {"runs": [{}]}                                            | /runs/0/tool/driver/name            | names its tool
                    {"runs": [{"tool": {"driver": {"name": "Semgrep"}}}]}     | /runs/0/tool/driver/name            | a log of `Semgrep`
                    {"runs": [{"tool": {"driver": {"name": "Rolewire"}}, "results": [{}]}]} | /runs/0/results/0     | `partialFingerprints`
                    {"findings": [                                            | ~~                                  | ends inside the array
                    """)
    void saysWhatIsWrongWithABaseline(String text, String pointer, String message) {
        BaselineReader.Result result = BaselineReader.read(SourceFile.of("baseline", text));
        assertThat(result).isInstanceOfSatisfying(BaselineReader.Malformed.class, (malformed) -> {
            assertThat(malformed.pointer().toString()).isEqualTo(pointer == null ? "" : pointer);
            assertThat(malformed.message()).contains(message);
        });
    }

    @Test
    void readsALogThatNumbersItsResults() {
        String log = """
                {"runs": [{"tool": {"driver": {"name": "rolewire"}}, "results": [
                  {"partialFingerprints": {"primaryLocationLineHash": "aa:1"}},
                  {"partialFingerprints": {"primaryLocationLineHash": "aa:2"}},
                  {"partialFingerprints": {"primaryLocationLineHash": "bb-2:1"}}]},
                 {"tool": {"driver": {"name": "Rolewire"}}}]}
                """;
        assertThat(BaselineReader.read(SourceFile.of("log.sarif", log))).isInstanceOfSatisfying(
                BaselineReader.Read.class,
                (read) -> assertThat(read.baseline().fingerprints()).contains("aa", "aa-2", "bb-2"));
    }

    private static Report analyze(String template, Baseline baseline) {
        return Requests.analyze(Requests.options(Map.of(), List.of(), List.of(), baseline), "template.yaml", template);
    }

    private static List<Finding> fresh(Report report) {
        return report.findings().stream().filter((finding) -> finding.suppressed() == null).toList();
    }

    /// The baseline of a report, through the JSON that a client has kept.
    private static Baseline baseline(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReportFormat.JSON.renderer().render(report, new RenderContext("test", Analyzers.analyzer().rules()), bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        BaselineReader.Result result = BaselineReader
            .read(SourceFile.of("baseline.json", bytes.toString(StandardCharsets.UTF_8)));
        Set<String> all = new HashSet<>();
        report.findings().forEach((finding) -> all.add(finding.fingerprint()));
        assertThat(result).isEqualTo(new BaselineReader.Read(new Baseline(all)));
        return new Baseline(new LinkedHashSet<>(new ArrayList<>(all)));
    }

}
