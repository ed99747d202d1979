package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.NodeTools;
import dev.rolewire.testing.Repository;
import dev.rolewire.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Microsoft's validator of SARIF has nothing to say by the rules that are made for GitHub (its others contradict them).
class SarifMultitoolTests {

    private static final List<String> INPUTS = List.of("role-as-instance-profile/fail-article.cfn.yaml",
            "role-as-instance-profile/fail-role-only.plan.json", "service-not-trusted/fail-other-service.cfn.yaml",
            "open-trust-policy/fail-everybody.cfn.yaml");

    @Test
    void hasNothingToSay(@TempDir Path directory) throws IOException {
        int written = 0;
        for (String input : INPUTS) {
            Path file = Repository.root().resolve("src/test/resources/fixtures").resolve(input);
            if (Files.exists(file)) {
                write(directory, new InputFile(input, Files.readAllBytes(file)));
                written++;
            }
        }
        write(directory, new InputFile("a b/#odd.bin", new byte[] { 0, 1, 2 }));
        write(directory, new InputFile("empty.yaml", new byte[0]));
        assertThat(written).isPositive();
        Files.writeString(directory.resolve("full.sarif"),
                SampleReport.render(ReportFormat.SARIF.renderer(), SampleReport.full()));
        Files.writeString(directory.resolve("hostile.sarif"),
                SampleReport.render(ReportFormat.SARIF.renderer(), HostileReport.report()));
        Tool.Result result = NodeTools.run(directory, "@microsoft/sarif-multitool/bin.js", "validate", "*.sarif",
                "--rule-kind", "Ghas", "--output", "complaints.json", "--log", "ForceOverwrite");
        assertThat(result.output()).contains("Analysis completed successfully");
        JsonNode complaints = JsonMapper.shared().readTree(Files.readString(directory.resolve("complaints.json")));
        assertThat(complaints.at("/runs/0/results").valueStream().map(JsonNode::toString)).isEmpty();
    }

    private static void write(Path directory, InputFile input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.SARIF.renderer()
            .render(Analyzers.analyzer().analyze(List.of(input), AnalysisOptions.DEFAULT),
                    new RenderContext("1.0.0", Analyzers.analyzer().rules()).at("https://rolewire.example.com"), out);
        Files.write(directory.resolve(input.uri().replaceAll("[^a-z]", "-") + ".sarif"), out.toByteArray());
    }

}
