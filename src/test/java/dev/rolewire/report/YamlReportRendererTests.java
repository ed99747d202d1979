package dev.rolewire.report;

import java.nio.file.Path;

import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

class YamlReportRendererTests {

    @Test
    void saysWhatTheJsonSays() {
        String yaml = SampleReport.render(ReportFormat.YAML.renderer(), SampleReport.full());
        assertThat(YAMLMapper.shared().readTree(yaml)).isEqualTo(
                JsonMapper.shared().readTree(SampleReport.render(ReportFormat.JSON.renderer(), SampleReport.full())));
        Golden.check(Path.of("golden/report/full.yaml"), yaml);
    }

    @Test
    void keepsEveryTextAsText() {
        String yaml = SampleReport.render(ReportFormat.YAML.renderer(), HostileReport.report());
        assertThat(YAMLMapper.shared().readTree(yaml)).isEqualTo(JsonMapper.shared()
            .readTree(SampleReport.render(ReportFormat.JSON.renderer(), HostileReport.report())));
    }

}
