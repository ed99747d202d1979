package dev.rolewire.syntax.hcl;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HclRecoveryTests {

    private static final String GOOD = "resource \"t\" \"good\" {\n  a = 1\n}\n";

    /// Each is the content of a block that stands between two good ones.
    @ParameterizedTest
    @ValueSource(strings = { "x = [1 2]", "x = [\n    1 2\n  ]", "x = {\n    a b\n  }", "x = f(1", "x = [1, 2", "x = {",
            "x = \"abc", "x = \"${abc", "x = \"${abc\"", "x = <<EOT\nabc\n", "x = <<EOT\n${abc\nEOT", "x = 'abc'",
            "x =", "x", "x {", "x = 1, y = 2", "\"x\" = 1", "x = 1 +", "x = a.", "x = a[", "= 1", "x = )",
            "x { a = 1, b = 2 }", "x \"y", "x \"${y}\" {\n}", "x = a ? b", "x = [for a b]", "x = \"%{if a}b\"",
            "x = \"\\q\"", "/* x", "x = @", "x = <<EOT\n\"${aws_s3_bucket.x.arn/*\"\nEOT" })
    void oneBrokenBlockHidesNoOther(String content) {
        String text = GOOD + "\nresource \"t\" \"bad\" {\n  " + content + "\n}\n\n" + GOOD.replace("good", "better");
        Parsed<HclFile> parsed = parse(text);
        assertThat(parsed.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        assertThat(parsed.value().body().blocks("resource")).extracting((block) -> block.labels().getLast().text())
            .contains("good", "better");
        assertThat(parsed.value().body().blocks("resource").getLast().body().attribute("a")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "resource \"t\" \"bad\" {\n", "resource \"t\" \"bad\" {\n  x {\n", "}\n",
            "resource \"t\"\n{\n}\n", "resource t. {\n}\n", "\"resource\" {\n}\n",
            "resource \"t\" \"bad\" {\n  tags = {\n    a = 1\n}\n", "?\n", "resource \"t\" \"bad\" { a = 1 b = 2 }\n" })
    void aBrokenHeaderOrBraceHidesNoOther(String bad) {
        Parsed<HclFile> parsed = parse(GOOD + bad + GOOD.replace("good", "better"));
        assertThat(parsed.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(parsed.value().body().blocks("resource")).extracting((block) -> block.labels().getLast().text())
            .contains("good", "better");
    }

    @Test
    void problemsSayWhatAndWhere() {
        assertThat(problems("resource \"t\" \"x\" {\n  a = 1\n"))
            .containsExactly("1:1-1:19 unclosed configuration block: there"
                    + " is no closing brace for this block before the end of the file");
        assertThat(problems("a = <<EOT\nx\n"))
            .containsExactly("1:5-1:10 unclosed heredoc: there is no line with `EOT` alone, followed by a line break");
        assertThat(problems("a = \"b\n")).containsExactly(
                "1:7-1:7 quoted text must be closed on its line: write a line" + " break as `\\n`, or use a heredoc");
        assertThat(problems("a = \"b"))
            .containsExactly("1:5-1:6 unterminated template: no closing quote was found for it");
        assertThat(problems("a = 1\nb = 2\na = 3\n"))
            .containsExactly("3:1-3:2 argument redefined: `a` is set twice in this block");
        assertThat(problems("a = 1 b\n"))
            .containsExactly("1:7-1:8 missing newline after argument: expected a line break here");
        assertThat(problems("a = 'b'\n")).first().asString().startsWith("1:5-1:6 a single quote means nothing here");
        assertThat(problems("a = \"\\ud800\"\n")).containsExactly("1:6-1:12 `\\ud800` is no character");
    }

    private static Parsed<HclFile> parse(String text) {
        return HclParser.parse(SourceFile.of("main.tf", text), ParseLimits.DEFAULT);
    }

    private static java.util.List<String> problems(String text) {
        return HclTrees.problems(SourceFile.of("main.tf", text), parse(text));
    }

}
