package dev.rolewire.report;

import java.nio.file.Path;
import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class GitLabReportRendererTests {

    private final Renderer renderer = ReportFormat.GITLAB.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        JsonNode report = mapper.readTree(SampleReport.render(this.renderer, SampleReport.full()));
        Golden.check(Path.of("golden/report/full.gitlab.json"),
                mapper.writeValueAsString(report).replace("\r\n", "\n") + "\n");
    }

    @Test
    void hasAnotherFingerprintForEachFinding() {
        Finding finding = SampleReport.full().findings().getFirst();
        String report = SampleReport.render(this.renderer,
                SampleReport.with(SampleReport.full(), List.of(finding, finding, finding)));
        assertThat(JsonMapper.shared().readTree(report).valueStream().map((item) -> item.at("/fingerprint").asString()))
            .containsExactly("0011aabb", "0011aabb-2", "0011aabb-3");
    }

    @Test
    void isAnArrayWhenThereIsNothing() {
        assertThat(SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), List.of())))
            .isEqualTo("[]");
    }

}
