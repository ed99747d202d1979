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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every intrinsic function decides what becomes of a slot: `src/test/resources/cloudformation/intrinsics`.
///
/// Each line of `expressions.txt` is judged three times: in its short form, in the long form as YAML, and in the long
/// form as JSON.
class IntrinsicsTests {

    private static final String FOLDER = "/cloudformation/intrinsics/";

    private static final String EXPECTED = "#=> ";

    private static final String GIVEN = "#given ";

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

    /// Whole templates: what they start with says what all their slots become and which
    /// rules find errors or warnings,
    /// one line each.
    @ParameterizedTest
    @ValueSource(strings = { "conditions", "loops", "loops-in-loops", "loops-of-alternatives", "loops-of-parameters",
            "outputs", "rules", "unusual" })
    void everyTemplateIsJudgedAsItSays(String name) {
        String template = read(name + ".yaml");
        List<String> expected = template.lines()
            .filter((line) -> line.startsWith(EXPECTED))
            .map((line) -> line.substring(EXPECTED.length()))
            .toList();
        AnalysisOptions options = template.lines()
            .filter((line) -> line.startsWith(GIVEN))
            .findFirst()
            .map((line) -> Line.options(line.substring(GIVEN.length())))
            .orElse(AnalysisOptions.DEFAULT);
        assertThat(all(analyzed("template.yaml", template, options))).isEqualTo(expected);
        for (String json : LongForms.of(template)) {
            assertThat(all(analyzed("template.json", json, options))).isEqualTo(expected);
        }
    }

    private static List<String> all(Report report) {
        List<String> lines = new ArrayList<>();
        report.slots()
            .forEach((slot) -> lines.add(slot.address() + " " + slot.property() + ": " + slot.outcome().id()
                    + word(slot.reason()) + word(slot.identity())));
        report.findings()
            .stream()
            .filter((finding) -> !finding.ruleId().equals("yaml-alias"))
            .forEach((finding) -> lines.add(finding.ruleId() + ": " + finding.message()
                    + (finding.witness().isEmpty() ? "" : " " + finding.witness().parameters())));
        return lines;
    }

    private static Report analyzed(String name, String template, AnalysisOptions options) {
        return Analyzers.analyzer()
            .analyze(List.of(new InputFile(name, template.getBytes(StandardCharsets.UTF_8))), options);
    }

    private static void judge(String text, Line line, String name, String template, List<String> complaints) {
        String found = found(analyzed(name, template, line.options()));
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
