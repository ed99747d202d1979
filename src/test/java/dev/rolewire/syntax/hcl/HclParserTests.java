package dev.rolewire.syntax.hcl;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HclParserTests {

    private static Parsed<HclFile> parse(String text) {
        return HclParser.parse(SourceFile.of("main.tf", text), ParseLimits.DEFAULT);
    }

    private static String show(String text) {
        Parsed<HclFile> parsed = parse(text);
        assertThat(HclTrees.problems(SourceFile.of("main.tf", text), parsed)).isEmpty();
        return HclTrees.show(parsed.value().body());
    }

    private static String expression(String text) {
        Parsed<Expression> parsed = HclParser.parseExpression(SourceFile.of("main.tf", text), ParseLimits.DEFAULT);
        assertThat(parsed.problems()).isEmpty();
        return HclTrees.show(parsed.value());
    }

    @Test
    void bodiesHoldAttributesAndBlocks() {
        assertThat(show("""
                # comment
                a = 1 // comment
                resource "aws_iam_role" this { /* inline */
                  name-1 = "x" # comment
                  inner {}
                  one { b = true }
                }
                é = null
                """))
            .isEqualTo("a = 1; resource 'aws_iam_role' this { name-1 = 'x'; inner {  }; one { b = true } }; é = null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            1 + 2 * 3 - 4             @ ((1 + (2 * 3)) - 4)
            a == b && c != d || !e    @ (((a == b) && (c != d)) || (!e))
            1 < 2 == 3 >= 4           @ ((1 < 2) == (3 >= 4))
            a % b / c                 @ ((a % b) / c)
            -a.b + -1                 @ ((-a.b) + (-1))
            !!a                       @ (!(!a))
            a ? b : c ? d : e         @ (a ? b : (c ? d : e))
            a || b ? c : d            @ ((a || b) ? c : d)
            (a) [0]                   @ <a>[0]
            f(a, b...)                @ f(a, b...)
            f(a, )                    @ f(a)
            f()                       @ f()
            provider::aws :: arn(x)   @ provider::aws::arn(x)
            f(x).y[z].0               @ f(x).y[z].0
            a.*.b.0.c[1]              @ a.*<.b.0.c>[1]
            a[*].b[*].c[1]            @ a[*]<.b[*]<.c[1]>>
            a.b["c"].d                @ a.b['c'].d
            [1, "a", [], ]            @ [1, 'a', []]
            {a = 1, b : 2}            @ {a: 1, b: 2}
            {(a) = 1, "b" = 2, a.b = 3, true = 4, 5 = 6} @ {<a>: 1, 'b': 2, a.b: 3, true: 4, 5: 6}
            [for x in y : x if x > 1] @ <for x in y : x if (x > 1)>
            {for k, v in y : k => v...} @ <for k, v in y : k => v...>
            [for]                     @ BAD
            "a${b}c"                  @ 'a${b}c'
            "${b}"                    @ '${b}'
            "%{ if a }b%{ else }c%{ endif }" @ '%{if a}b%{else}c%{endif}'
            "%{ for i, a in b ~}  ${a} %{~ endfor }" @ '%{for i, a in b}${a}%{endfor}'
            "a  ${~ b ~}  c"          @ 'a${~b~}c'
            "$${a} %%{b} $ % $$ ${"}"}" @ '${a} %{b} $ % $$ ${'}'}'
            1.5e3                     @ 1.5E+3
            007                       @ 7
            for                       @ for
            """)
    void expressionsFollowTheGrammar(String text, String shown) {
        if (shown.equals("BAD")) {
            assertThat(HclParser.parseExpression(SourceFile.of("x", text), ParseLimits.DEFAULT).problems()).hasSize(1);
            return;
        }
        assertThat(expression(text)).isEqualTo(shown);
    }

    @Test
    void escapesOfQuotedTextAreDecodedAndLocated() {
        String text = "a = \"x\\n\\t\\\"\\\\\\u00e9\\U0001F600$${y}\"\n";
        Expression.Template template = (Expression.Template) parse(text).value().body().attributes().getFirst().value();
        assertThat(template.constant()).isEqualTo("x\n\t\"\\\u00e9\uD83D\uDE00${y}");
        assertThat(template.parts()).extracting((part) -> text.substring(part.span().start(), part.span().end()))
            .containsExactly("x", "\\n", "\\t", "\\\"", "\\\\", "\\u00e9", "\\U0001F600", "$${", "y}");
    }

    @Test
    void heredocsKeepOrLoseTheirIndentation() {
        assertThat(show("a = <<EOT\n  x\n ${y}\n  EOT\n")).isEqualTo("a = '  x\\n ${y}\\n'");
        assertThat(show("a = <<-EOT\n    x\n\n  \n   ${y}\n  EOT\nb = 1\n"))
            .isEqualTo("a = ' x\\n\\n  \\n${y}\\n'; b = 1");
        assertThat(show("a = <<-EOT\n    x\n${y}\n  EOT\n")).isEqualTo("a = '    x\\n${y}\\n'");
        assertThat(show("a = <<EOT\r\nx\\n\r\nEOT\r\n")).isEqualTo("a = 'x\\\\n\\r\\n'");
        assertThat(show("a = <<EOT\nEOT\n")).isEqualTo("a = ''");
        assertThat(show("a = f(<<A\n${<<B\nx\nB\n}y\nA\n)\n")).isEqualTo("a = f('${'x\\n'}y\\n')");
        // a strip marker takes the line break but not the next line's indentation
        assertThat(show("a = <<EOT\n%{ if x ~}\n  y\n%{ endif ~}\nEOT\n")).isEqualTo("a = '%{if x}  y\\n%{endif}'");
    }

    @Test
    void lineBreaksCountInBodiesAndObjectsOnly() {
        assertThat(show("a = (\n1\n+\n2\n)\nb = [\n1\n,\n2\n]\nc = f(\nx\n)\nd = x[\n0\n]\ne = {\na = 1\n\nb = 2\n}\n"
                + "f = {\nfor\nk\nin\nl : k => k\n}\ng = \"${\nx\n}\"\n"))
            .isEqualTo("a = <(1 + 2)>; b = [1, 2]; c = f(x); d = x[0]; e = {a: 1, b: 2}; f = <for k in l : k => k>;"
                    + " g = '${x}'");
        assertThat(parse("a = 1 +\n2\n").problems()).isNotEmpty();
        assertThat(parse("a = x ?\n1 : 2\n").problems()).isNotEmpty();
    }

    @Test
    void commentsAreKept() {
        assertThat(parse("# one\na = [ // two\n/* three */ 1]\r\n#four\r\n//").value().comments())
            .extracting(Comment::text, (comment) -> comment.span().start(), (comment) -> comment.span().end())
            .containsExactly(org.assertj.core.groups.Tuple.tuple("one", 0, 5),
                    org.assertj.core.groups.Tuple.tuple("two", 12, 18),
                    org.assertj.core.groups.Tuple.tuple("three", 19, 30),
                    org.assertj.core.groups.Tuple.tuple("four", 35, 40),
                    org.assertj.core.groups.Tuple.tuple("", 42, 44));
    }

    @Test
    void aByteOrderMarkIsSteppedOver() {
        assertThat(show("\uFEFFa = 1")).isEqualTo("a = 1");
    }

    @Test
    void aWholeTextIsATemplate() {
        SourceFile source = SourceFile.of("x.tftpl", "a\n%{ for x in y ~}\n- ${x}\n%{ endfor ~}\n\"\\n $");
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(source, ParseLimits.DEFAULT);
        assertThat(parsed.problems()).isEmpty();
        assertThat(HclTrees.show(parsed.value())).isEqualTo("'a\\n%{for x in y}- ${x}\\n%{endfor}\"\\\\n $'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "# x", "/* x */", "a=1", "a {}", "a \"\" {}", "a b {\n}\n", "a { b = 1 }" })
    void smallFilesParse(String text) {
        assertThat(parse(text).problems()).isEmpty();
    }

}
