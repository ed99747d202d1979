package dev.rolewire.syntax;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScalarTextTests {

    private static Scalar yaml(SourceFile source) {
        Node value = YamlParser.parse(source, ParseLimits.DEFAULT).value();
        if (value instanceof Mapping mapping && mapping.get("a") instanceof Scalar scalar) {
            return scalar;
        }
        throw new AssertionError("no scalar under the key a: " + Trees.show(value));
    }

    /// For each character of the text under the key `a` the source from there to the next
    /// character's place.
    private static List<String> pieces(String text) {
        SourceFile source = SourceFile.of("x.yaml", text);
        Scalar scalar = yaml(source);
        ScalarText mapped = ScalarText.of(source, scalar);
        assertThat(mapped.isExact()).isTrue();
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < scalar.text().length(); i++) {
            pieces.add(text.substring(mapped.sourceOffset(i), mapped.sourceOffset(i + 1)));
        }
        return pieces;
    }

    @Test
    void plainTextStandsAsItIs() {
        assertThat(pieces("a: b c")).containsExactly("b", " ", "c");
        assertThat(pieces("a: !Ref &x bc # d")).containsExactly("b", "c");
    }

    @Test
    void foldedPlainLinesAreFoundBehindTheirIndentation() {
        assertThat(pieces("a: b \n   c\n\n   d")).containsExactly("b", " \n   ", "c", "\n\n   ", "d");
    }

    @Test
    void escapesCountAsOneCharacter() {
        assertThat(pieces("a: \"b\\n\\x41\\u0042\\U0001F680\\\"\\\\c\"")).containsExactly("b", "\\n", "\\x41",
                "\\u0042", "", "\\U0001F680", "\\\"", "\\\\", "c");
    }

    @Test
    void doubleQuotedLinesAreFoldedOrContinued() {
        assertThat(pieces("a: \"b \\\n   c  \n   d\"")).containsExactly("b", " \\\n   ", "c", "  \n   ", "d");
        assertThat(pieces("a: \"b\n\n  c\"")).containsExactly("b", "\n\n  ", "c");
    }

    @Test
    void singleQuotesAreDoubled() {
        assertThat(pieces("a: !Sub 'b''c\r\n   d'")).containsExactly("b", "''", "c", "\r\n   ", "d");
    }

    @Test
    void literalLinesAreFoundBehindTheirIndentation() {
        assertThat(pieces("a: |\n  b\n   c\n\n  d\n")).containsExactly("b", "\n  ", " ", "c", "\n", "\n  ", "d", "");
        assertThat(pieces("a: |2-\n   b\n")).containsExactly(" ", "b");
        assertThat(pieces("a: |-  # c\n\n  b")).containsExactly("\n  ", "b");
    }

    @Test
    void foldedBlocksAreFoundBehindTheirIndentation() {
        assertThat(pieces("a: >-\n  b\n  c\n\n  d\n    e\n  f\n")).containsExactly("b", "\n  ", "c", "\n\n  ", "d",
                "\n  ", " ", " ", "e", "\n  ", "f");
    }

    @Test
    void theTagMayStandOnALineOfItsOwn() {
        assertThat(pieces("a: !Sub # c\n  'b'")).containsExactly("b");
        assertThat(pieces("a: !Sub\n  |\n  b\n")).containsExactly("b", "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a: |\n", "a: |+\n\n\n", "a: ''", "a: \"\"", "a:", "a: !Ref", "a: >\n\n", "a: |\n  \n" })
    void blankTextsHaveOffsetsWithinTheirSpan(String text) {
        SourceFile source = SourceFile.of("x.yaml", text);
        Scalar scalar = yaml(source);
        ScalarText mapped = ScalarText.of(source, scalar);
        for (int i = -1; i <= scalar.text().length() + 1; i++) {
            assertThat(mapped.sourceOffset(i)).isBetween(scalar.span().start(), scalar.span().end());
        }
    }

    @Test
    void jsonStringsHaveTheirEscapes() {
        SourceFile source = SourceFile.of("x.json", "[\"a\\/\\uD83D\\uDE80b\"]");
        Node value = JsonParser.parse(source, ParseLimits.DEFAULT).value();
        assertThat(value).isInstanceOfSatisfying(Sequence.class, (sequence) -> {
            ScalarText mapped = ScalarText.of(source, (Scalar) sequence.items().getFirst());
            assertThat(mapped.isExact()).isTrue();
            assertThat(List.of(0, 1, 2, 3, 4, 5)).extracting(mapped::sourceOffset).containsExactly(2, 3, 5, 11, 17, 18);
        });
    }

    @Test
    void whatTheSourceDoesNotSayIsFoundAtTheStart() {
        SourceFile source = SourceFile.of("x.yaml", "abc \"de\\q\" |\n  f");
        for (Scalar.Style style : Scalar.Style.values()) {
            for (Span span : List.of(new Span(0, 3), new Span(4, 10), new Span(11, 16), Span.at(16))) {
                ScalarText mapped = ScalarText.of(source, new Scalar("other", Scalar.Kind.STRING, style, span, null));
                assertThat(mapped.isExact()).isFalse();
                assertThat(mapped.sourceOffset(3)).isEqualTo(span.start());
            }
        }
    }

    @Test
    void everyScalarOfAMixedDocumentIsDecodedAlike() {
        String text = """
                %YAML 1.1
                ---
                plain: a b
                  c  d

                  e # f
                ? "quoted key\\t" : {x: 'it''s', y: "y\\
                   z", z: [ "a
                  b", c
                   d ]}
                literal: &l !Sub |
                    Version: "2012-10-17"
                      more
                    \t
                    tab\ttab

                keep: |+
                  \uD83D\uDE80

                strip: >1-
                   x
                  y
                  z


                  \tw
                - : -
                last: >
                  end""";
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u0085", "\u2028")) {
            SourceFile source = SourceFile.of("x.yaml",
                    text.replace("\n", lineBreak).replace("%YAML 1.1" + lineBreak, "").replace("- : -", "'-': '-'"));
            Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
            assertThat(parsed.problems()).isEmpty();
            Trees.forEach(parsed.value(), (node) -> {
                if (node instanceof Scalar scalar) {
                    ScalarText mapped = ScalarText.of(source, scalar);
                    assertThat(mapped.isExact()).as("%s in %s", scalar, source.text()).isTrue();
                }
            });
        }
    }

}
