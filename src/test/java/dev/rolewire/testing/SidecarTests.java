package dev.rolewire.testing;

import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SidecarTests {

    private static final SourceFile SOURCE = SourceFile.of("a.json", "{\"Resources\":\n 1}");

    private static final Finding FINDING = Samples.finding(Samples.at(SOURCE, "\"Resources\""), Severity.ERROR, "a",
            "`x` needs a | b");

    @Test
    void readsALineAFinding() {
        Expectations expectations = Sidecar.parse("""
                # why
                option parameter Env=prod

                1:2-1:13 error a /Resources | needs a | b
                - warning b - | whole document
                1:1-2:3 note c "" | root
                """);
        assertThat(expectations.options().parameters()).containsEntry("Env", "prod");
        assertThat(expectations.findings()).hasSize(3);
        assertThat(expectations.findings().get(0).matches(FINDING)).isTrue();
        assertThat(expectations.findings().get(1).matches(FINDING)).isFalse();
        assertThat(expectations.findings().get(2).pointer()).isEmpty();
    }

    @Test
    void positionPointerAndMessageMustAgree() {
        for (String line : List.of("1:2-1:12 error a /Resources | needs", "1:3-1:13 error a /Resources | needs",
                "1:2-1:13 error a /Other | needs", "1:2-1:13 error a - | needs", "1:2-1:13 note a /Resources | needs",
                "1:2-1:13 error b /Resources | needs", "1:2-1:13 error a /Resources | lacks",
                "- error a /Resources | needs")) {
            assertThat(Sidecar.parse(line).findings().getFirst().matches(FINDING)).as(line).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "1:2 error a - | b", "1:2-1:3 fatal a - | b", "1:2-1:3 error a | b",
            "1:2-1:3 error a /x |", "option colour red" })
    void refusesMalformedLines(String line) {
        assertThatThrownBy(() -> Sidecar.parse("\n" + line)).hasMessageStartingWith("line 2: ");
    }

    @Test
    void rewritingKeepsCommentsOptionsAndMessagePartsThatHold() {
        Finding other = Samples.finding(null, Severity.NOTE, "c", "new");
        assertThat(Sidecar.rewrite("""
                # why
                option region eu-west-1
                1:2-1:13 error a /Resources | needs
                1:2-1:13 error gone /Resources | gone
                """, List.of(FINDING, other))).isEqualTo("""
                # why
                option region eu-west-1
                1:2-1:13 error a /Resources | needs
                - note c /Resources | new
                """);
    }

}
