package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SarifReportRendererTests {

    private static final String TEMPLATE = """
            Resources:
              Server:
                Type: AWS::EC2::Instance
                Properties:
                  IamInstanceProfile: !Ref Role
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}
            """;

    private final Renderer renderer = ReportFormat.SARIF.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        String sarif = SampleReport.render(this.renderer, SampleReport.full());
        check(sarif);
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Golden.check(Path.of("golden/report/full.sarif"),
                mapper.writeValueAsString(mapper.readTree(sarif)).replace("\r\n", "\n") + "\n");
    }

    @Test
    void pointsAtTheFileWhereThereIsNoPosition() {
        JsonNode log = read(SampleReport.render(this.renderer, SampleReport.full()));
        assertThat(log.at("/runs/0/results/1/locations/0/physicalLocation").toString()).isEqualTo("""
                {"artifactLocation":{"uri":"logo.png"},\
                "region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}}""");
    }

    @Test
    void describesEveryRuleAsGitHubWants() {
        String sarif = analyzed("a.yaml", TEMPLATE);
        check(sarif);
        List<JsonNode> rules = read(sarif).at("/runs/0/tool/driver/rules").valueStream().toList();
        assertThat(rules).hasSameSizeAs(Analyzers.analyzer().rules());
        assertThat(rules).filteredOn((rule) -> rule.at("/id").asString().equals("admin-instance-profile"))
            .extracting((rule) -> rule.at("/properties/security-severity").toString())
            .containsExactly("\"7.5\"");
    }

    @Test
    void fingerprintsSurviveMovedLines() {
        String moved = "# A comment.\n\n\n" + TEMPLATE.replace("  Role:\n", "  # Another one.\n\n  Role:\n");
        String before = fingerprints(analyzed("a.yaml", TEMPLATE));
        assertThat(fingerprints(analyzed("a.yaml", moved))).isEqualTo(before).endsWith(":1\"");
        assertThat(fingerprints(analyzed("a.yaml", TEMPLATE.replace("Server", "Worker")))).isNotEqualTo(before);
    }

    @Test
    void fingerprintsOfEqualFindingsDiffer() {
        Report one = SampleReport.of("a", "a");
        Report two = SampleReport.with(one, List.of(one.findings().getFirst(), one.findings().getFirst()));
        assertThat(SampleReport.render(this.renderer, two)).contains("Hash\":\"00:1\"", "Hash\":\"00:2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/b.yaml        | a/b.yaml
            my stack.yaml   | my%20stack.yaml
            a#b?c%d.yaml    | a%23b%3Fc%25d.yaml
            c:x.yaml        | c%3Ax.yaml
            größe/役.yaml   | gr%C3%B6%C3%9Fe/%E5%BD%B9.yaml
            """)
    void writesPathsAsUriReferences(String path, String uri) {
        String sarif = analyzed(path, TEMPLATE);
        check(sarif);
        assertThat(read(sarif).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").asString())
            .isEqualTo(uri);
    }

    @Test
    void linksTheRelatedLocationsAndNothingElse() {
        Finding finding = SampleReport.full().findings().getFirst();
        Finding odd = SampleReport.with(finding, "[click](http://example.com) and [x](1)");
        String text = read(SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), List.of(odd))))
            .at("/runs/0/results/0/message/text")
            .asString();
        assertThat(text).startsWith("\\[click](http://example.com) and \\[x](1).").endsWith(" See [the role](1).");
    }

    @Test
    void keepsTheMostSevereOfMoreResultsThanGitHubTakes() {
        Finding error = SampleReport.full().findings().getFirst();
        Finding note = SampleReport.with(error, Severity.NOTE);
        List<Finding> many = IntStream.range(0, SarifRun.MOST_RESULTS + 10)
            .mapToObj((i) -> (i % 1000 == 7 || i > SarifRun.MOST_RESULTS) ? error : note)
            .toList();
        JsonNode run = read(SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), many)))
            .at("/runs/0");
        assertThat(run.at("/results").size()).isEqualTo(SarifRun.MOST_RESULTS);
        assertThat(run.at("/results").valueStream().filter((result) -> result.at("/level").asString().equals("error")))
            .hasSize((int) many.stream().filter((finding) -> finding == error).count());
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString())
            .startsWith("10 of the least severe findings are left out");
    }

    @Test
    void tellsWhatIsUnchecked() {
        JsonNode notes = read(SampleReport.render(this.renderer, SampleReport.full()))
            .at("/runs/0/invocations/0/toolExecutionNotifications");
        assertThat(notes.size()).isEqualTo(1);
        assertThat(notes.at("/0/message/text").asString())
            .isEqualTo("`Worker` (AWS::Lambda::Function) Role is unchecked: parameter.");
    }

    /// Checks a log by OASIS's schema and GitHub's demands.
    static void check(String sarif) {
        assertThat(JsonSchemas.complaints(JsonSchemas.SARIF, sarif)).as("what the schema says").isEmpty();
        assertThat(CodeScanning.complaints(sarif)).as("what GitHub says").isEmpty();
    }

    private String analyzed(String path, String template) {
        Report report = Analyzers.analyzer()
            .analyze(List.of(new InputFile(path, template.getBytes(StandardCharsets.UTF_8))), AnalysisOptions.DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            this.renderer.render(report, new RenderContext("1.0.0", Analyzers.analyzer().rules()).at("http://a"), out);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String fingerprints(String sarif) {
        JsonNode results = read(sarif).at("/runs/0/results");
        assertThat(results.size()).isEqualTo(1);
        return results.at("/0/partialFingerprints/primaryLocationLineHash").toString();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

}
