package dev.rolewire.report;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.source.Utf8;
import dev.rolewire.testing.fix.Patch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What `git apply` makes of a diff is the text with its edits.
class UnifiedDiffTests {

    private static final String NAME = "a/b c.yaml";

    @Test
    void isWhatGitMakesOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String text = text(random);
            SourceFile source = SourceFile.of(NAME, text);
            List<Finding.Edit> edits = edits(random, source);
            String diff = UnifiedDiff.of(source, edits);
            assertThat(applied(text, diff)).as(diff).isEqualTo(edited(text, edits));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(40);
        for (int i = 0; i < lines; i++) {
            text.append("line ".repeat(random.nextInt(3))).append(random.nextInt(4) == 0 ? "\u00E4\u20AC" : "");
            text.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
        }
        return text.append(random.nextBoolean() ? "the end" : "x\n").toString();
    }

    private static List<Finding.Edit> edits(Random random, SourceFile source) {
        List<Finding.Edit> edits = new ArrayList<>();
        int length = source.text().length();
        int at = random.nextInt(length + 1);
        while (at <= length && edits.size() < 8) {
            int end = Math.min(length, at + random.nextInt(12));
            String text = List.of("", "new", "\n", "a\nb\n", "\r\nc").get(random.nextInt(5));
            edits.add(edit(source, at, end, text));
            at = end + 1 + random.nextInt(60);
        }
        return edits;
    }

    private static Finding.Edit edit(SourceFile source, int start, int end, String text) {
        return new Finding.Edit(new Location(source, new Span(start, end)), text);
    }

    private static String edited(String text, List<Finding.Edit> edits) {
        StringBuilder edited = new StringBuilder(text);
        for (Finding.Edit edit : edits.reversed()) {
            edited.replace(edit.location().span().start(), edit.location().span().end(), edit.newText());
        }
        return edited.toString();
    }

    private static String applied(String text, String diff) {
        List<InputFile> files = List.of(new InputFile(NAME, text.getBytes(StandardCharsets.UTF_8)));
        return new String(Patch.apply(files, diff).getFirst().content().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsAByteOrderMark() {
        SourceFile source = SourceFile.of(NAME, "a\nb\n", Utf8.Mark.UTF_8);
        String diff = UnifiedDiff.of(source, List.of(edit(source, 0, 1, "c")));
        assertThat(applied("\uFEFFa\nb\n", diff)).isEqualTo("\uFEFFc\nb\n");
    }

    @Test
    void leavesUtf16Alone() {
        SourceFile source = SourceFile.of(NAME, "a\nb\n", Utf8.Mark.UTF_16);
        assertThat(UnifiedDiff.of(source, List.of(edit(source, 0, 1, "c")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.yaml     | a/a.yaml
            'a b.yaml' | 'a/a b.yaml\t'
            ü.yaml     | '"a/\\303\\274.yaml"'
            a"b.yaml   | '"a/a\\"b.yaml"'
            """)
    void writesPathsAsGitDoes(String uri, String name) {
        SourceFile source = SourceFile.of(uri, "a");
        assertThat(UnifiedDiff.of(source, List.of(edit(source, 0, 1, "b"))).lines().findFirst())
            .hasValue("--- " + name);
    }

}
