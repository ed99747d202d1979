package dev.rolewire.report;

import java.nio.file.Path;

import dev.rolewire.source.Span;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextReportRendererTests {

    private final Renderer renderer = ReportFormat.TEXT.renderer();

    @Test
    void showsFindingsThenSlotsThenTheVerdict() {
        Golden.check(Path.of("golden/report/full.txt"), SampleReport.render(this.renderer, SampleReport.full()));
    }

    @Test
    void cutsALongLineAroundTheSpan() {
        String line = "{" + "\"a\":1,".repeat(50_000) + "\"Role\":\"bad\"," + "\"b\":2,".repeat(50_000) + "}";
        String text = SampleReport.render(this.renderer, SampleReport.of(line, "\"bad\""));
        assertThat(text).contains("--> a.json:1:" + (line.indexOf("\"bad\"") + 1));
        assertUnderlined(text, "\"bad\"");
        assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThan(130);
        assertThat(text.lines().filter((each) -> each.contains("\"bad\"")).findFirst().orElse("")).contains("| ...")
            .endsWith("...");
    }

    @Test
    void underlinesTheBeginningOfASpanThatIsLongerThanALine() {
        String line = "x".repeat(1000);
        assertThat(SampleReport.render(this.renderer, SampleReport.of(line, new Span(0, 1000))))
            .contains("1 | " + "x".repeat(100) + "...\n  | " + "^".repeat(100) + "\n");
    }

    @Test
    void tellsWhereASpanOfSeveralLinesEnds() {
        assertThat(SampleReport.render(this.renderer, SampleReport.of("a: b\nc: d\n", "b\nc"))).contains("1 | a: b\n",
                "  |    ^ (to line 2)\n");
    }

    @Test
    void marksAnEmptySpanAndTheEndOfTheText() {
        assertThat(SampleReport.render(this.renderer, SampleReport.of("ab\n", Span.at(3)))).contains("2 | \n  | ^\n");
        assertThat(SampleReport.render(this.renderer, SampleReport.of("", Span.at(0)))).contains("1 | \n  | ^\n");
    }

    @Test
    void alignsTabsAndWideCharacters() {
        assertThat(SampleReport.render(this.renderer, SampleReport.of("\ta\t: bad", "bad")))
            .contains("1 |     a   : bad\n  |           ^^^\n");
        assertThat(SampleReport.render(this.renderer, SampleReport.of("\u5f79\u5272: \u60aa\u3044", "\u60aa\u3044")))
            .contains("  |       ^^^^\n");
        assertThat(SampleReport.render(this.renderer, SampleReport.of("e\u0301: \uD83D\uDE00", "\uD83D\uDE00")))
            .contains("  |    ^^\n");
    }

    @Test
    void neverCutsASurrogatePair() {
        String line = "\uD83D\uDE00".repeat(300);
        for (int start = 200; start < 206; start++) {
            String text = SampleReport.render(this.renderer, SampleReport.of(line, new Span(start, start + 4)));
            assertThat(Utf16.wellFormed(text)).isEqualTo(text).doesNotContain("?");
            assertThat(text.replace("\uD83D\uDE00", "")).doesNotContain("\uFFFD");
        }
    }

    @Test
    void doesNotLetADocumentCommandTheTerminal() {
        String text = SampleReport.render(this.renderer,
                SampleReport.of("a: \u001b[31mred\u202e\u0007", "\u001b[31mred"));
        assertThat(text).doesNotContain("\u001b", "\u202e", "\u0007").contains("a: \uFFFD[31mred\uFFFD\uFFFD");
    }

    private static void assertUnderlined(String text, String marked) {
        String[] lines = text.split("\n");
        for (int i = 0; i + 1 < lines.length; i++) {
            int at = lines[i].indexOf(marked);
            if (at >= 0 && lines[i + 1].contains("^")) {
                assertThat(lines[i + 1].indexOf('^')).isEqualTo(at);
                assertThat(lines[i + 1].strip()).endsWith("^".repeat(marked.length()));
                return;
            }
        }
        throw new AssertionError("nothing is underlined in " + text);
    }

}
