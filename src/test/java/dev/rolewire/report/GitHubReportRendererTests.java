package dev.rolewire.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GitHubReportRendererTests {

    private final Renderer renderer = ReportFormat.GITHUB.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        Golden.check(Path.of("golden/report/full.github.txt"), SampleReport.render(this.renderer, SampleReport.full()));
    }

    @Test
    void saysWhatTheRunnerReads() {
        assertThat(WorkflowCommands.read(SampleReport.render(this.renderer, HostileReport.report()))).singleElement()
            .satisfies((command) -> {
                assertThat(command.name()).isEqualTo("error");
                assertThat(command.properties()).containsEntry("file", "a,b:c%/é```<b>@octocat.yaml")
                    .containsEntry("line", "2")
                    .doesNotContainKey("col");
                assertThat(command.message()).contains("%0A ::error::x\r\n::error file=a::b\n");
            });
    }

    @Test
    void comesMostSevereFirstAndWithoutSuppressedOnes() {
        Finding error = SampleReport.full().findings().getFirst();
        List<Finding> findings = List.of(SampleReport.with(error, Severity.NOTE),
                SampleReport.full().findings().getLast(), error, SampleReport.with(error, Severity.WARNING));
        String text = SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), findings));
        assertThat(WorkflowCommands.read(text)).extracting(WorkflowCommands.Command::name)
            .containsExactly("error", "warning", "notice");
    }

    @Test
    void endsAtTheLastColumn() {
        String text = SampleReport.render(this.renderer, SampleReport.of("a: bad", "bad"));
        assertThat(WorkflowCommands.read(text)).extracting(WorkflowCommands.Command::properties)
            .containsExactly(Map.of("file", "a.json", "line", "1", "endLine", "1", "col", "4", "endColumn", "6",
                    "title", "syntax-error"));
    }

}
