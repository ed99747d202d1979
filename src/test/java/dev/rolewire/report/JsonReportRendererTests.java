package dev.rolewire.report;

import java.nio.file.Path;

import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonReportRendererTests {

    private final Renderer renderer = ReportFormat.JSON.renderer();

    @Test
    void writesEveryPropertyInTheOrderOfTheSchema() {
        String json = SampleReport.render(this.renderer, SampleReport.full());
        ReportSchema.check(json);
        Golden.check(Path.of("golden/report/full.json"), indented(json));
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(SampleReport.render(this.renderer, SampleReport.full()))
            .isEqualTo(SampleReport.render(this.renderer, SampleReport.full()));
    }

    @Test
    void countsColumnsInCodeUnitsFromOneWithAnExclusiveEnd() {
        String json = SampleReport.render(this.renderer, SampleReport.of("x: \uD83D\uDE00\r\n\u00e9: bad\n", "bad"));
        JsonNode location = JsonMapper.shared().readTree(json).at("/findings/0/location");
        assertThat(location.required("startLine").asInt()).isEqualTo(2);
        assertThat(location.required("startColumn").asInt()).isEqualTo(4);
        assertThat(location.required("endLine").asInt()).isEqualTo(2);
        assertThat(location.required("endColumn").asInt()).isEqualTo(7);
    }

    @Test
    void writesHalfASurrogatePairAsReplacement() {
        SampleReport.render(this.renderer, SampleReport.of("\uD83D", "\uD83D"));
        assertThat(Utf16.wellFormed("a\uD83Db\uDE00\uD83D\uDE00\uD83D")).isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\uFFFD");
        String plain = "plain \uD83D\uDE00";
        assertThat(Utf16.wellFormed(plain)).isSameAs(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tool", "/summary", "/documents/0", "/findings/0", "/findings/0/location",
            "/findings/0/subject", "/findings/0/related/0", "/findings/0/witness", "/findings/0/fixes/0",
            "/findings/0/fixes/0/edits/0", "/findings/1/suppressed", "/slots/0", "/wiring/nodes/0", "/wiring/edges/0",
            "/requirements", "/requirements/passRole/0", "/requirements/passRolePolicy/Statement/0" })
    void hasASchemaThatAllowsNoOtherProperty(String pointer) {
        JsonNode report = JsonMapper.shared().readTree(SampleReport.render(this.renderer, SampleReport.full()));
        ((tools.jackson.databind.node.ObjectNode) report.at(pointer)).put("other", "x");
        assertThatThrownBy(() -> ReportSchema.check(report.toString())).isInstanceOf(AssertionError.class)
            .hasMessageContaining("other");
    }

    @Test
    void hasASchemaThatRequiresWhatItPromises() {
        JsonNode report = JsonMapper.shared().readTree(SampleReport.render(this.renderer, SampleReport.full()));
        ((tools.jackson.databind.node.ObjectNode) report.at("/findings/0")).remove("fingerprint");
        assertThatThrownBy(() -> ReportSchema.check(report.toString())).isInstanceOf(AssertionError.class)
            .hasMessageContaining("fingerprint");
    }

    private static String indented(String json) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(mapper.readTree(json)).replace("\r\n", "\n") + "\n";
    }

}
