package dev.rolewire.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RdjsonReportRendererTests {

    private final Renderer renderer = ReportFormat.RDJSON.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        JsonNode report = mapper.readTree(SampleReport.render(this.renderer, SampleReport.full()));
        Golden.check(Path.of("golden/report/full.rdjson"),
                mapper.writeValueAsString(report).replace("\r\n", "\n") + "\n");
    }

    @Test
    void countsColumnsInBytes() {
        String text = "x: 1\n\uD83D\uDE00 é€: bad\n";
        JsonNode range = JsonMapper.shared()
            .readTree(SampleReport.render(this.renderer, SampleReport.of(text, "bad")))
            .at("/diagnostics/0/location/range");
        byte[] line = text.lines().toList().get(1).getBytes(StandardCharsets.UTF_8);
        int start = range.at("/start/column").asInt() - 1;
        int end = range.at("/end/column").asInt() - 1;
        assertThat(new String(line, start, end - start, StandardCharsets.UTF_8)).isEqualTo("bad");
    }

    @Test
    void givesNoColumnsInALineThatNobodyReads() {
        String report = SampleReport.render(this.renderer, SampleReport.of("a".repeat(20_000) + "bad", "bad"));
        assertThat(JsonMapper.shared().readTree(report).at("/diagnostics/0/location/range").toString())
            .isEqualTo("{\"start\":{\"line\":1},\"end\":{\"line\":1}}");
    }

}
