package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is too much to be reasoned about is said to be, and never guessed.
class ConditionBudgetTests {

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    private Report analyze(String template) {
        return this.analyzer.analyze(List.of(new InputFile("t.yaml", template.getBytes(StandardCharsets.UTF_8))),
                AnalysisOptions.DEFAULT);
    }

    /// Two rows of parameters compared in an order that makes every diagram of it
    /// exponential.
    private static String hostile(int width, String guarded) {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 2 * width; i++) {
            text.append("  P%03d: {Type: String, AllowedValues: [a, b]}\n".formatted(i));
        }
        text.append("Conditions:\n  C0: !Equals [!Ref P000, a]\n");
        for (int i = 0; i < width; i++) {
            text.append(("  C%d: !And [!Condition C%d, !Or [!And [!Equals [!Ref P%03d, a], !Equals [!Ref P%03d, a]], "
                    + "!And [!Equals [!Ref P%03d, b], !Equals [!Ref P%03d, b]]]]\n")
                .formatted(i + 1, i, i, i + width, i, i + width));
        }
        return text + "Resources:\n"
                + """
                          Role:
                            Type: AWS::IAM::Role
                            Properties:
                              AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
                          Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: []}}
                        """
                + guarded.replace("LAST", "C" + width);
    }

    private static String function(String name, String condition, String role) {
        return "  " + name + ": {Type: AWS::Lambda::Function, " + condition + "Properties: {Code: {ZipFile: x}, Role: "
                + role + "}}\n";
    }

    @Test
    void slotsBeyondTheBudgetAreUnchecked() {
        String template = hostile(40,
                function("InBranch", "", "!If [LAST, !GetAtt Role.Arn, !Ref Role]")
                        + function("Exists", "Condition: LAST, ", "!Ref Role")
                        + function("Known", "", "!GetAtt Role.Arn") + function("Broken", "", "!Ref Role"));
        Report report = analyze(template);
        assertThat(report.slots()).filteredOn((slot) -> slot.type().equals("AWS::Lambda::Function"))
            .extracting((slot) -> slot.address() + " " + slot.outcome() + " " + slot.reason())
            .containsExactly("InBranch UNCHECKED budget", "Exists UNCHECKED budget", "Known WIRED null",
                    "Broken BROKEN null");
        assertThat(report.findings()).filteredOn((finding) -> finding.ruleId().equals("wrong-identity-form"))
            .extracting(Finding::subject)
            .hasSize(1);
        assertThat(analyze(template)).usingRecursiveComparison().isEqualTo(report);
    }

    @Test
    void aRoleThatMayNotExistIsNotTakenToExist() {
        String template = hostile(40,
                function("User", "", "!GetAtt Sometimes.Arn")
                        + """
                                  Sometimes:
                                    Type: AWS::IAM::Role
                                    Condition: LAST
                                    Properties:
                                      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
                                """
                            .replace("LAST", "C40"));
        assertThat(analyze(template).slots()).filteredOn((slot) -> slot.address().equals("User"))
            .extracting((slot) -> slot.outcome() + " " + slot.reason())
            .containsExactly("UNCHECKED budget");
    }

    @Test
    void sixtyInterdependentConditionsAndElevenNestedChoicesAreWithinIt() {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 60; i++) {
            text.append("  P%d: {Type: String, AllowedValues: [a, b, c]}\n".formatted(i));
        }
        text.append("Conditions:\n  C0: !Equals [!Ref P0, a]\n");
        for (int i = 1; i < 60; i++) {
            text.append("  C%d: %s [!Condition C%d, !Equals [!Ref P%d, b]]\n".formatted(i, i % 2 == 0 ? "!And" : "!Or",
                    i - 1, i));
        }
        String role = "!GetAtt Role.Arn";
        for (int i = 49; i < 60; i++) {
            role = "!If [C" + i + ", " + role + ", !GetAtt Role.Arn]";
        }
        text.append(
                """
                        Resources:
                          Role:
                            Type: AWS::IAM::Role
                            Properties:
                              AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
                        """)
            .append(function("F", "Condition: C59, ", role));
        assertThat(analyze(text.toString()).slots()).filteredOn((slot) -> slot.address().equals("F"))
            .extracting(Report.Slot::outcome)
            .containsExactly(Report.Outcome.WIRED);
    }

}
