package dev.rolewire.testing;

import java.util.List;

import dev.rolewire.analysis.Report.Outcome;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkersTests {

    private static final String TEMPLATE = """
            Resources:
              Fn:
                Role: !GetAtt Role.Arn
                #     ^^^^^^^^^^^^^^^^ error[service-not-trusted] lambda.amazonaws.com is not
                #             ^^^^ note[other] something else
            """;

    private static final SourceFile SOURCE = SourceFile.of("a.yaml", TEMPLATE);

    @Test
    void readsCaretsBelowTheLineTheyFlag() {
        List<Expected> findings = Markers.parse(TEMPLATE).findings();
        assertThat(findings).extracting(Expected::toString)
            .containsExactly("3:11-3:27 error[service-not-trusted] lambda.amazonaws.com is not",
                    "3:19-3:23 note[other] something else");
    }

    @Test
    void caretsMatchTheirSpanAndNoOther() {
        Expected expected = Markers.parse(TEMPLATE).findings().getFirst();
        String message = "lambda.amazonaws.com is not trusted by `Role`";
        Location right = Samples.at(SOURCE, "!GetAtt Role.Arn");
        Span span = right.span();
        assertThat(expected.matches(finding(right, message))).isTrue();
        assertThat(expected.matches(finding(right, "another message"))).isFalse();
        assertThat(expected.matches(finding(null, message))).isFalse();
        assertThat(expected.matches(finding(shifted(span.start() + 1, span.end()), message))).isFalse();
        assertThat(expected.matches(finding(shifted(span.start(), span.end() - 1), message))).isFalse();
        assertThat(expected.matches(Samples.finding(right, Severity.WARNING, "service-not-trusted", message)))
            .isFalse();
        assertThat(expected.matches(Samples.finding(right, Severity.ERROR, "other", message))).isFalse();
    }

    @Test
    void caretsToTheEndOfTheLineMatchALongerSpan() {
        Expected expected = Markers.parse(TEMPLATE).findings().getFirst();
        Span span = Samples.at(SOURCE, "!GetAtt Role.Arn").span();
        String message = "lambda.amazonaws.com is not trusted";
        assertThat(expected.matches(finding(shifted(span.start(), span.end() + 9), message))).isTrue();
        Expected middle = Markers.parse(TEMPLATE.replace("^^ error", " error")).findings().getFirst();
        assertThat(middle.matches(finding(shifted(span.start(), span.end() + 9), message))).isFalse();
    }

    @Test
    void readsPlacesWrittenOut() {
        List<Expected> findings = Markers.parse("""
                Resources: 1
                # @1-10 error[a] one line
                # @1:1-2:5 warning[b] several lines
                # @- note[c] no place
                """).findings();
        assertThat(findings).extracting((expected) -> expected.place().toString())
            .containsExactly("1:1-1:10", "1:1-2:5", "-");
        assertThat(findings.getLast().matches(Samples.finding(null, Severity.NOTE, "c", "no place at all"))).isTrue();
    }

    @Test
    void readsDirectives() {
        Expectations expectations = Markers.parse("""
                # rolewire-test: parameter Env=a=b
                # rolewire-test: region cn-north-1
                # rolewire-test: account 123456789012
                # rolewire-test: enable confused-deputy
                # rolewire-test: disable dependency-by-name
                # rolewire-test: slots wired=1 unchecked=2
                # rolewire-test: witness Env=prod
                # rolewire-test: reason import
                Resources: {}
                """);
        assertThat(expectations.options().parameters()).containsExactly(java.util.Map.entry("Env", "a=b"));
        assertThat(expectations.options().region()).isEqualTo("cn-north-1");
        assertThat(expectations.options().accountId()).isEqualTo("123456789012");
        assertThat(expectations.options().enabled()).containsExactly("confused-deputy");
        assertThat(expectations.options().disabled()).containsExactly("dependency-by-name");
        assertThat(expectations.slots()).containsEntry(Outcome.WIRED, 1)
            .containsEntry(Outcome.BROKEN, 0)
            .containsEntry(Outcome.UNCHECKED, 2);
        assertThat(expectations.witnesses()).containsExactly("Env=prod");
        assertThat(expectations.reasons()).containsExactly("import");
    }

    @ParameterizedTest
    @ValueSource(strings = { "# ^^ error[a]", "# ^^ eror[a] text", "# ^^error[a] text", "# @5 error[a] text",
            "# see error[a] text", "# rolewire-test: slot wired=1", "# rolewire-test: slots green=1",
            "# rolewire-test: parameter Env", "# rolewire-test: region" })
    void refusesWhatIsMeantAsAMarkerAndIsNone(String line) {
        assertThatThrownBy(() -> Markers.parse("Resources:\n" + line)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("line 2: ");
    }

    @Test
    void leavesOtherCommentsAlone() {
        assertThat(Markers.parse("# an error here\n# rolewire: suppress\na: b # ^ not on a line of its own").findings())
            .isEmpty();
    }

    @Test
    void whatItShowsItReadsBack() {
        for (Location location : List.of(Samples.at(SOURCE, "!GetAtt Role.Arn"), Samples.at(SOURCE, "Role: !GetAtt"),
                Samples.at(SOURCE, "Fn:"), Samples.at(SOURCE, "Resources"), Samples.at(SOURCE, "Fn:\n    Role"),
                Samples.at(SOURCE, "Resources:\n  Fn"), new Location(SOURCE, Span.at(TEMPLATE.length())))) {
            Finding finding = finding(location, "what is wrong");
            List<String> lines = TEMPLATE.lines().toList();
            int line = Math.min(location.start().line(), lines.size());
            String marked = String.join("\n", lines.subList(0, line)) + "\n" + Markers.show(finding);
            if (location.start().line() <= lines.size()) {
                assertThat(Markers.parse(marked).findings().getLast().matches(finding)).as(marked).isTrue();
            }
        }
        assertThat(Markers.show(finding(null, "what"))).isEqualTo("# @- error[service-not-trusted] what");
    }

    @Test
    void stripsMarkersForReaders() {
        assertThat(Markers.strip("# rolewire-test: region x\n" + TEMPLATE)).isEqualTo("""
                Resources:
                  Fn:
                    Role: !GetAtt Role.Arn
                """);
    }

    private static Location shifted(int start, int end) {
        return new Location(SOURCE, new Span(start, end));
    }

    private static Finding finding(@org.jspecify.annotations.Nullable Location location, String message) {
        return Samples.finding(location, Severity.ERROR, "service-not-trusted", message);
    }

}
