package dev.rolewire.frontend.cloudformation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Every intrinsic function decides what becomes of a slot: `src/test/resources/cloudformation/intrinsics`.
///
/// Each line of `expressions.txt` is judged three times: in its short form, in the long form as YAML, and in the long
/// form as JSON.
class IntrinsicsTests {

    private static final String FOLDER = "/cloudformation/intrinsics/";

    /// The resources that take the value of an expression.
    private static final Map<String, String> PROBES = Map.of("role",
            "{Type: AWS::Lambda::Function, Properties: {Role: %s}}", "profile",
            "{Type: AWS::EC2::Instance, Properties: {IamInstanceProfile: %s}}", "names",
            "{Type: AWS::IAM::Policy, Properties: {PolicyName: p, PolicyDocument: {Statement: []}, Roles: %s}}", "arns",
            "{Type: AWS::Redshift::Cluster, Properties: {IamRoles: %s}}", "map",
            "{Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {IamInstanceProfile: %s}}}", "data",
            "{Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: %s}}");

    /// One line: an expression at a slot, and what becomes of it.
    private record Line(String probe, String expression, String expected, AnalysisOptions options) {

        static Line of(String line) {
            int space = line.indexOf(' ');
            int arrow = line.lastIndexOf(" => ");
            String rest = line.substring(arrow + 4);
            int with = rest.indexOf(" with ");
            return new Line(line.substring(0, space), line.substring(space, arrow).strip(),
                    (with < 0 ? rest : rest.substring(0, with)).strip(),
                    options(with < 0 ? "" : rest.substring(with + 6)));
        }

        private static AnalysisOptions options(String given) {
            SequencedMap<String, String> parameters = new LinkedHashMap<>();
            for (String each : given.isBlank() ? new String[0] : given.split(" ")) {
                parameters.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
            }
            String region = parameters.remove("region");
            String account = parameters.remove("accountId");
            return new AnalysisOptions(parameters, region, account, new LinkedHashSet<>(), new LinkedHashSet<>(),
                    new LinkedHashMap<>(), Severity.NOTE, null);
        }

    }

    @Test
    void everyLineIsJudgedAsItSays() {
        List<String> complaints = new ArrayList<>();
        for (String text : read("expressions.txt").lines().toList()) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            Line line = Line.of(text);
            String template = read("template.yaml").replace("PROBE",
                    Objects.requireNonNull(PROBES.get(line.probe()), text).formatted(line.expression()));
            List<String> forms = LongForms.of(template);
            judge(text, line, "template.yaml", template, complaints);
            judge(text, line, "template.json", forms.get(0), complaints);
            judge(text, line, "template.json", forms.get(1), complaints);
        }
        assertThat(complaints).isEmpty();
    }

    private static void judge(String text, Line line, String name, String template, List<String> complaints) {
        String found = found(Analyzers.analyzer()
            .analyze(List.of(new InputFile(name, template.getBytes(StandardCharsets.UTF_8))), line.options()));
        if (!found.equals(line.expected())) {
            complaints.add(text + "\n      " + name + ": " + found + "\n");
        }
    }

    /// The outcomes of the probe's slots, with identity and reason; then the rules that
    /// found errors or warnings.
    private static String found(Report report) {
        List<String> outcomes = new ArrayList<>();
        for (Report.Slot slot : report.slots()) {
            if (slot.address().equals("X")) {
                outcomes.add(slot.outcome().id() + word(slot.reason()) + word(slot.identity()));
            }
        }
        LinkedHashSet<String> rules = new LinkedHashSet<>();
        report.findings()
            .stream()
            .filter((finding) -> finding.severity() != Severity.NOTE && !finding.ruleId().equals("yaml-alias"))
            .forEach((finding) -> rules
                .add(finding.ruleId() + (finding.witness().isEmpty() ? "" : " " + finding.witness().parameters())));
        return (outcomes.isEmpty() ? "no slot" : String.join(", ", outcomes))
                + (rules.isEmpty() ? "" : "; " + String.join(", ", rules));
    }

    private static String word(@Nullable String word) {
        return word == null ? "" : " " + word;
    }

    private static String read(String name) {
        try (var stream = Objects.requireNonNull(IntrinsicsTests.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
