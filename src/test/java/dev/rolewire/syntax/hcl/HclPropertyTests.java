package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.comparison.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HclPropertyTests {

    private static final List<String> SAMPLES = List.of("""
            # roles
            resource "aws_iam_role" "this" {
              for_each = { for k, v in var.roles : k => v... if v.on && !v.off }
              name     = "${var.prefix}-${each.key}" // comment
              assume_role_policy = jsonencode({
                "Statement" = [{ Action = ["sts:AssumeRole"], (local.k) : "x\\n\\u00e9$${y}" }]
              })
              dynamic "inline_policy" {
                for_each = aws_iam_policy.p[*].name
                content { name = a.*.b.0 }
              }
            }
            """, """
            locals {
              doc = <<-EOT
                {
                %{ for a in var.arns ~}
                  "${a}" %{ if a == null }x%{ else }y%{ endif }
                %{ endfor ~}
                }
              EOT
              n = (1 + 2.5e3) * -3 % 4 >= 5 ? [] : provider::aws::f(x..., )
            }

            module "m" {
              source = "./m"
            }
            """);

    private static Parsed<HclFile> parse(String text) {
        return HclParser.parse(SourceFile.of("main.tf", text), ParseLimits.DEFAULT);
    }

    @Test
    void whatIsPrintedIsParsedAgain() {
        for (int seed = 0; seed < 3_000; seed++) {
            Expression expression = new RandomExpressions(seed).next(4);
            String text = HclPrinter.print(expression);
            Parsed<Expression> parsed = HclParser.parseExpression(SourceFile.of("x", text), ParseLimits.DEFAULT);
            assertThat(parsed.problems()).as(text).isEmpty();
            assertThat(HclTrees.show(parsed.value())).as(text).isEqualTo(HclTrees.show(expression));
        }
    }

    @Test
    void brokenTextsGiveTreesWhoseSpansNest() {
        for (int seed = 0; seed < 3_000; seed++) {
            Mutations mutations = new Mutations(seed);
            check(mutations.mutate(SAMPLES.get(seed % SAMPLES.size())));
        }
        for (String sample : SAMPLES) {
            for (int end = 0; end <= sample.length(); end++) {
                check(sample.substring(0, end));
                check(sample.substring(end));
            }
        }
    }

    private static void check(String text) {
        Parsed<HclFile> parsed = parse(text);
        for (SyntaxProblem problem : parsed.problems()) {
            assertThat(problem.span().end()).as(text).isLessThanOrEqualTo(text.length());
        }
        HclTrees.spans(parsed.value().body(), (outer,
                inner) -> assertThat(holds(outer, inner)).as(() -> inner + " in " + outer + " of\n" + text).isTrue());
        parsed.value()
            .comments()
            .forEach((comment) -> assertThat(comment.span().end()).isLessThanOrEqualTo(text.length()));
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    @Test
    void literalsSayWhatIsWritten() {
        for (String sample : SAMPLES) {
            Parsed<HclFile> parsed = parse(sample.replace("x..., )", "x...)"));
            assertThat(parsed.problems()).isEmpty();
        }
        String text = "a = \"\uD83D\uDE00 ${x.y} z\"\n";
        HclTrees.spans(parse(text).value().body(),
                (_, inner) -> assertThat(text.substring(inner.start(), inner.end())).isIn("a",
                        "a = \"\uD83D\uDE00 ${x.y} z\"", "\"\uD83D\uDE00 ${x.y} z\"", "\uD83D\uDE00 ", "${x.y}", "x.y",
                        "x", ".y", "y", " z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "[", "{a=", "f(", "-", "!", "a?", "a?b:", "x[", "x[*]", "\"${", "1+",
            "{for a in b: c=>", "\"%{if a}", "a.b[*].c", "x{\n", "x \"y\" {\n", "<<A\n${", "/*", "\"", "<<A\n", "${",
            "}", "a=[1 2\n", "x = {\n" })
    void endlessNestingEndsAtABound(String piece) throws InterruptedException {
        String text = "a = " + piece.repeat(20_000);
        Thread small = new Thread(null, () -> check(text), "small stack", 512 * 1024);
        Throwable[] thrown = new Throwable[1];
        small.setUncaughtExceptionHandler((_, ex) -> thrown[0] = ex);
        small.start();
        small.join();
        assertThat(thrown[0]).isNull();
        String block = piece.repeat(20_000);
        check(block);
        assertThat(parse(text).problems()).hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void tooManyNodesStop() {
        Parsed<HclFile> parsed = HclParser.parse(SourceFile.of("x", "a = [1, 2, 3, 4, 5]\nb = 1\nc {\n}\n"),
                new ParseLimits(10, 3));
        assertThat(parsed.problems()).extracting(SyntaxProblem::kind).containsExactly(SyntaxProblem.Kind.LIMIT);
        assertThat(HclParser.parse(SourceFile.of("x", "a = [[[[1]]]]\nb = 1\n"), new ParseLimits(3, 100)).problems())
            .extracting(SyntaxProblem::kind)
            .containsExactly(SyntaxProblem.Kind.LIMIT);
    }

}
