package dev.rolewire.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.source.Location;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Whole analyses: they never throw, every location is inside its text, the same bytes come out twice, JSON parses, and
/// each format can write the report.
final class AnalysisFuzzing {

    /// Reads each plan as a stream.
    private static final Analyzer STREAMING = new Analyzer(Analyzers.catalog(), 0);

    private static final RenderContext CONTEXT = new RenderContext("fuzz", Analyzers.analyzer().rules());

    private static final Set<String> BROKEN = Set.of("limit-exceeded", "syntax-error", "duplicate-key");

    private AnalysisFuzzing() {
    }

    static void template(byte[] input) {
        analyse("template.yaml", input);
    }

    static void configuration(byte[] input) {
        analyse("main.tf", input);
    }

    static void plan(byte[] input) {
        Report held = analyse("plan.json", input);
        Report streamed = STREAMING.analyze(files("plan.json", input), AnalysisOptions.DEFAULT);
        locations(streamed);
        // Where the text breaks, or beyond a limit, the stream ends; and it skips what
        // nobody asks for.
        if (held.findings().stream().map(Finding::ruleId).noneMatch(BROKEN::contains)) {
            SyntaxFuzzing.same(json(held), json(streamed));
        }
    }

    static void policy(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("AssumeRolePolicyDocument", text);
        Map<String, Object> bucket = Map.of("Type", "AWS::S3::BucketPolicy", "Properties",
                Map.of("Bucket", "b", "PolicyDocument", text));
        Map<String, Object> role = Map.of("Type", "AWS::IAM::Role", "Properties", properties);
        String quoted = JsonMapper.shared().writeValueAsString(Map.of("Resources", Map.of("A", role, "B", bucket)));
        analyse("quoted.json", quoted.getBytes(StandardCharsets.UTF_8));
        String inline = "{\"Resources\":{\"A\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"AssumeRolePolicyDocument\":"
                + text + "}}}}";
        analyse("inline.json", inline.getBytes(StandardCharsets.UTF_8));
    }

    private static Report analyse(String name, byte[] input) {
        Report report = Analyzers.analyzer().analyze(files(name, input), AnalysisOptions.DEFAULT);
        locations(report);
        String json = json(report);
        SyntaxFuzzing.same(json, json(Analyzers.analyzer().analyze(files(name, input), AnalysisOptions.DEFAULT)));
        JsonMapper.shared().readTree(json);
        for (ReportFormat format : ReportFormat.values()) {
            render(report, format);
        }
        return report;
    }

    private static void locations(Report report) {
        for (Finding finding : report.findings()) {
            inside(finding.location());
            finding.related().forEach((related) -> inside(related.location()));
        }
        report.wiring().edges().forEach((edge) -> inside(edge.location()));
    }

    private static void inside(@Nullable Location location) {
        if (location != null) {
            SyntaxFuzzing.inside(location.source(), location.span());
        }
    }

    private static String json(Report report) {
        return new String(render(report, ReportFormat.JSON), StandardCharsets.UTF_8);
    }

    private static byte[] render(Report report, ReportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.renderer().render(report, CONTEXT, out);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static List<InputFile> files(String name, byte[] input) {
        return List.of(new InputFile(name, input));
    }

}
