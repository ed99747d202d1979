package dev.rolewire.syntax.yaml;

import java.util.Random;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

import static org.assertj.core.api.Assertions.assertThat;

/// Cut and damaged texts: never an exception, never a silent loss.
class YamlRobustnessTests {

    private static final String SAMPLE = """
            # comment
            AWSTemplateFormatVersion: '2010-09-09'
            Description: >-
              folded
              text \uD83D\uDE80

              more
            Resources:
              Role: &role
                Type: "AWS::IAM::\\x52ole"
                Properties:
                  Path: /a/
                  Policy: !Sub |
                    {"Version": "2012-10-17",
                      "x": "${Role}"}
                  List: [a, "b
                    c", {d: !Ref e, f: 'it''s'}]
                  Multi: one
                    two

                    three
                  Nothing:
              Other:
                <<: *role
                ? complex key
                : - 1
                  -
                  - !GetAtt A.B
            """;

    private static Parsed<@Nullable Node> parse(SourceFile source) {
        return YamlParser.parse(source, ParseLimits.DEFAULT);
    }

    @Test
    void everyTruncationOfASampleIsReadOrReported() {
        int broken = 0;
        for (int end = 0; end <= SAMPLE.length(); end++) {
            broken += check(SAMPLE.substring(0, end)) ? 0 : 1;
        }
        assertThat(broken).isGreaterThan(100);
    }

    @Test
    void damagedTextsAreReadExactlyWhenSnakeYamlReadsThem() {
        Random random = new Random(20260731);
        String alphabet = "{}[]\",:'!&*|>%@`#?-\\ux09~ \n\r\t.ab\u0007\u0085\uD83D<";
        int broken = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                }
            }
            broken += check(text.toString()) ? 0 : 1;
        }
        assertThat(broken).isBetween(1_000, 4_900);
    }

    /// Checks one text.
    /// @return whether it is YAML
    private static boolean check(String text) {
        SourceFile source = SourceFile.of("x.yaml", text);
        Parsed<@Nullable Node> parsed = parse(source);
        // SnakeYAML refuses these only when it makes objects of the nodes
        boolean stricter = parsed.problems()
            .stream()
            .anyMatch((problem) -> problem.message().endsWith("to merge")
                    || problem.message().endsWith("inside the value that it stands for"));
        if (!stricter) {
            assertThat(parsed.isComplete()).as(text).isEqualTo(snakeYamlReads(text));
        }
        assertThat(parsed.problems()).as(text)
            .noneMatch((problem) -> problem.message().startsWith("this is not YAML"))
            .filteredOn((problem) -> problem.kind() == SyntaxProblem.Kind.SYNTAX)
            .hasSizeLessThanOrEqualTo(stricter ? 2 : 1);
        boolean aliases = parsed.problems().stream().anyMatch((problem) -> problem.kind() == SyntaxProblem.Kind.ALIAS);
        Trees.forEach(parsed.value(), (node) -> {
            assertThat(node.span().end()).isLessThanOrEqualTo(text.length());
            if (node instanceof Scalar scalar && parsed.isComplete() && !aliases) {
                assertThat(ScalarText.of(source, scalar).isExact()).as("%s in %s", scalar, text).isTrue();
            }
            if (node instanceof Mapping mapping && !aliases) {
                int end = mapping.span().start();
                for (Mapping.Entry entry : mapping.entries()) {
                    assertThat(entry.key().span().start()).as(text).isGreaterThanOrEqualTo(end);
                    assertThat(entry.value().span().start()).as(text).isGreaterThanOrEqualTo(entry.key().span().end());
                    end = entry.value().span().end();
                }
                assertThat(mapping.span().end()).as(text).isGreaterThanOrEqualTo(end);
            }
        });
        return parsed.isComplete();
    }

    private static boolean snakeYamlReads(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setTagInspector((tag) -> true);
            new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options).getSingleNode();
            return true;
        }
        catch (YAMLException | NumberFormatException _) {
            return false;
        }
    }

    @Test
    void theOracleOfTheseTestsCanSayNo() {
        assertThat(snakeYamlReads("a: [")).isFalse();
        assertThat(snakeYamlReads(SAMPLE)).isTrue();
    }

}
