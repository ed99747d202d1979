package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// README shows what its command really prints.
class ReadmeAnswerTests {

    private static final String START = "<!-- answer:start -->\n```text\n";

    private static final String END = "```\n<!-- answer:end -->";

    @Test
    void theAnswerInReadmeIsTheOneThatComes() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String command = readme.lines()
            .filter((line) -> line.startsWith("curl --data-binary @src"))
            .findFirst()
            .orElseThrow();
        Path input = Path.of(command.substring(command.indexOf('@') + 1, command.indexOf(' ', command.indexOf('@'))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputFile file = new InputFile("template.yaml", Files.readAllBytes(input));
        ReportFormat.TEXT.renderer()
            .render(Analyzers.analyzer().analyze(List.of(file), AnalysisOptions.DEFAULT),
                    new RenderContext("test", Analyzers.analyzer().rules()).at("http://localhost:8080"), out);
        String shown = readme.substring(readme.indexOf(START) + START.length(), readme.indexOf(END));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(shown);
    }

}
