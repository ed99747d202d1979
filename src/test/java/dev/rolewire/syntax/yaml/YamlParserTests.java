package dev.rolewire.syntax.yaml;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlParserTests {

    private static SourceFile source(String text) {
        return SourceFile.of("template.yaml", text);
    }

    private static Parsed<@Nullable Node> parse(String text) {
        return YamlParser.parse(source(text), ParseLimits.DEFAULT);
    }

    private static String show(String text) {
        Parsed<@Nullable Node> parsed = parse(text);
        assertThat(parsed.problems()).isEmpty();
        return Trees.show(parsed.value());
    }

    private static List<String> slices(String text) {
        return Trees.slices(source(text), parse(text).value());
    }

    private static List<String> problems(String text) {
        return Trees.problems(source(text), parse(text));
    }

    @Test
    void aTemplateBecomesATree() {
        assertThat(show("""
                # a comment
                Resources:
                  Role:  # another
                    Type: AWS::IAM::Role
                    Properties:
                      Path: "/a\\tb/"
                      Tags:
                      - Key: 'it''s'
                        Value: 1
                      - {Key: a, Value: [x, "y"]}
                      Empty:
                """)).isEqualTo("{Resources: {Role: {Type: 'AWS::IAM::Role', Properties: {Path: '/a\tb/', "
                + "Tags: [{Key: 'it's', Value: 1}, {Key: 'a', Value: ['x', 'y']}], Empty: }}}}");
    }

    @Test
    void everyKeyAndValueHasItsExactSpan() {
        assertThat(slices("a:\n  b : 'c'   # no\n  \"d\":\n  - e f \n  - {g: [h, i], }\n\nj: k\n")).containsExactly(
                "a:\n  b : 'c'   # no\n  \"d\":\n  - e f \n  - {g: [h, i], }\n\nj: k", "a",
                "b : 'c'   # no\n  \"d\":\n  - e f \n  - {g: [h, i], }", "b", "'c'", "\"d\"",
                "- e f \n  - {g: [h, i], }", "e f", "{g: [h, i], }", "g", "[h, i]", "h", "i", "j", "k");
    }

    @Test
    void aSpanCoversTheTag() {
        assertThat(slices("a: !Ref b\nc: !Sub  'd'\ne: !GetAtt\n  - f\ng: !If [h]\ni: !Map\n  j: k\nl: &m !Ref n\n"))
            .contains("!Ref b", "!Sub  'd'", "!GetAtt\n  - f", "!If [h]", "!Map\n  j: k", "&m !Ref n");
    }

    @Test
    void tagsAreKeptAsWritten() {
        assertThat(show(
                "[!Ref a, !GetAtt b.c, !Sub '${d}', !Fn::Sub e, !!str f, !<!Ref> g, ! h, !Ref [i], !GetAZs {j: k}]"))
            .isEqualTo("[!Ref 'a', !GetAtt 'b.c', !Sub '${d}', !Fn::Sub 'e', !!str 'f', !Ref 'g', ! 'h', !Ref ['i'], "
                    + "!GetAZs {j: 'k'}]");
        assertThat(show("a: !GetAZs\nb: !Ref\n")).isEqualTo("{a: !GetAZs '', b: !Ref ''}");
    }

    @Test
    void aTaggedOrQuotedScalarIsAString() {
        assertThat(show("[!Ref 1, !!null ~, '2', \"true\"]")).isEqualTo("[!Ref '1', !!null '~', '2', 'true']");
    }

    @ParameterizedTest
    @ValueSource(strings = { "~", "null", "Null", "NULL" })
    void nullIsRecognised(String text) {
        assertKind(text, Scalar.Kind.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "true", "True", "TRUE", "false", "False", "FALSE", "tRuE" })
    void booleansAreRecognised(String text) {
        assertKind(text, Scalar.Kind.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "1", "-1", "+12", "1_000", "0x1F", "0b101", "017", "1.5", "-.5", "1.", "1e3",
            "1.5E-3", ".inf", "-.INF", ".NaN", "190:20:30", "190:20:30.15", "0.5", "123456789012" })
    void numbersAreRecognised(String text) {
        assertKind(text, Scalar.Kind.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "yes", "no", "on", "off", "y", "2012-10-17", "2010-09-09", "012345678901", "0x", "0o",
            "1.2.3", "10.0.0.0/16", "80:80", "+", ".", "1e", "nULL", "truee", "a", "=",
            "arn:aws:iam::123456789012:role/x", "22/tcp", "--", "1-2" })
    void everythingElseIsAString(String text) {
        assertKind(text, Scalar.Kind.STRING);
    }

    private static void assertKind(String text, Scalar.Kind kind) {
        assertThat(parse("a: " + text).value()).isInstanceOfSatisfying(Mapping.class,
                (mapping) -> assertThat(mapping.get("a")).isInstanceOfSatisfying(Scalar.class, (scalar) -> {
                    assertThat(scalar.text()).isEqualTo(text);
                    assertThat(scalar.kind()).isEqualTo(kind);
                }));
    }

    @Test
    void aVeryLongRowOfDigitsIsAnsweredQuickly() {
        String digits = "1_".repeat(100_000);
        assertThat(show("a: " + digits + "x")).isEqualTo("{a: '" + digits + "x'}");
    }

    @Test
    void blockScalarsEndWithTheirLastWrittenLine() {
        String text = "a: |\n  b\n   c  \n\nd: >-\n  e\n  f\n\n\n# end\ng: |+\n  h\n\ni: j\nk: !Sub |-  # why\n  l";
        assertThat(show(text)).isEqualTo("{a: 'b\\n c  \\n', d: 'e f', g: 'h\\n\\n', i: 'j', k: !Sub 'l'}");
        assertThat(slices(text)).contains("|\n  b\n   c  ", ">-\n  e\n  f", "|+\n  h\n\n", "!Sub |-  # why\n  l");
    }

    @Test
    void anEmptyValueStandsAfterItsColon() {
        SourceFile source = source("a:\n\n  # nothing\nb:\n");
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
        assertThat(parsed.value()).isInstanceOfSatisfying(Mapping.class, (mapping) -> {
            assertThat(mapping.entries()).extracting((entry) -> entry.value().span().start()).containsExactly(2, 18);
            assertThat(mapping.span().end()).isEqualTo(18);
        });
    }

    @Test
    void aQuestionMarkKeyWithoutValueEndsWithTheKey() {
        assertThat(slices("? a\n\n\n? b\n")).containsExactly("? a\n\n\n? b", "a", "", "b", "");
        assertThat(show("? a\n: b\n? c\n")).isEqualTo("{a: 'b', c: }");
    }

    @Test
    void aKeyThatIsNoScalarIsKeptAsItsText() {
        assertThat(show("? [a, b]\n: c\n{d: e}: f\n")).isEqualTo("{[a, b]: 'c', {d: e}: 'f'}");
        assertThat(show("{{a}: b, [c]: d}")).isEqualTo("{{a}: 'b', [c]: 'd'}");
    }

    @Test
    void aPairInAListIsAMapping() {
        assertThat(show("[a: b, c]")).isEqualTo("[{a: 'b'}, 'c']");
        assertThat(slices("x: {y: [a: b , c ] }")).contains("a: b", "[a: b , c ]", "{y: [a: b , c ] }");
        assertThat(slices("[a: [b] ]")).containsExactly("[a: [b] ]", "a: [b]", "a", "[b]", "b");
        assertThat(slices("[a: {b: c}]")).contains("a: {b: c}");
    }

    @Test
    void offsetsCountUtf16CodeUnits() {
        String text = "\uD83D\uDE00: \uD83D\uDE80x\uD83D\uDE80 # \uD83D\uDE80\nb: \"\\U0001F680\" \nc: '\uD83D\uDE80'\n";
        assertThat(slices(text)).containsExactly(text.strip(), "\uD83D\uDE00", "\uD83D\uDE80x\uD83D\uDE80", "b",
                "\"\\U0001F680\"", "c", "'\uD83D\uDE80'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029" })
    void everyLineBreakOfYamlEndsALine(String lineBreak) {
        String text = "a: b" + lineBreak + "c:" + lineBreak + "  - d" + lineBreak;
        assertThat(show(text)).isEqualTo("{a: 'b', c: ['d']}");
        assertThat(slices(text)).contains("a", "b", "c", "- d", "d");
    }

    @Test
    void tabsMaySeparateButNotIndent() {
        assertThat(show("a: b\t# c\nd: e\tf\ng: [h\t, i]\n")).isEqualTo("{a: 'b', d: 'e\tf', g: ['h', 'i']}");
        assertThat(problems("a: 'b'\t\n"))
            .containsExactly("SYNTAX 1:7-1:8 found a tab between values: expected a space");
        assertThat(problems("a:\n\tb: c\n"))
            .containsExactly("SYNTAX 2:1-2:2 found a tab where indentation is expected: expected spaces");
    }

    @Test
    void aByteOrderMarkAtTheStartIsLetPass() {
        assertThat(show("\uFEFFa: b")).isEqualTo("{a: 'b'}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   \n\n", "# only\n# comments", "\uFEFF" })
    void aTextWithoutADocumentHasNoTree(String text) {
        assertThat(parse(text).value()).isNull();
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void aDocumentMayBeMarked() {
        assertThat(show("%YAML 1.1\n---\na: b\n...\n")).isEqualTo("{a: 'b'}");
        assertThat(show("---\n")).isEmpty();
    }

    @Test
    void anEmptyTrailingDocumentIsLetPass() {
        assertThat(show("---\na: b\n---\n")).isEqualTo("{a: 'b'}");
        assertThat(show("a: b\n...\n---\n# end\n---\n")).isEqualTo("{a: 'b'}");
    }

    @Test
    void aSecondDocumentIsReportedWhereItStarts() {
        assertThat(problems("a: b\n---\nc: d\n---\ne: f\n"))
            .containsExactly("SYNTAX 2:1-2:4 expected one document, a second one starts here");
        assertThat(problems("a: b\n---\nc: [\n"))
            .containsExactly("SYNTAX 2:1-2:4 expected one document, a second one starts here");
        assertThat(Trees.show(parse("a: b\n---\nc: d\n").value())).isEqualTo("{a: 'b'}");
    }

    @Test
    void aDuplicateKeyIsKeptAndReportedAtItsLaterPlace() {
        assertThat(problems("a: 1\nb: 2\n'a': 3\nc: {d: 1, d: 2}\n")).containsExactly(
                "DUPLICATE_KEY 3:1-3:4 the key `a` stands twice in this mapping",
                "DUPLICATE_KEY 4:11-4:12 the key `d` stands twice in this mapping");
        assertThat(Trees.show(parse("a: 1\na: 2").value())).isEqualTo("{a: 1, a: 2}");
        assertThat(parse("a: 1\na: 2").isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    ~a: 'b~              | 1:4-1:6 the quoted text that starts at line 1 is not closed
                    ~a: "b\\~            | 1:4-1:7 the quoted text that starts at line 1 is not closed
                    ~a: "\\q"~           | 1:5-1:7 `\\q` is no escape of double-quoted text: expected `\\\\` for a backslash
                    ~a: "\\u12"~         | 1:5-1:7 expected hexadecimal digits in this escape
                    ~a: "\\x~            | 1:7-1:7 expected hexadecimal digits in this escape
                    ~a: [b~              | 1:6-1:6 the text ends inside the list that starts at line 1: expected `,` or `]`
                    ~a: [b}~             | 1:6-1:7 the list that starts at line 1 does not go on with `}`: expected `,` or `]`
                    ~a: {b: c~           | 1:9-1:9 the text ends inside the mapping that starts at line 1: expected `,` or `}`
                    ~a: {b: c]~          | 1:9-1:10 the mapping that starts at line 1 does not go on with `]`: expected `,` or `}`
                    ~a: b: c~            | 1:5-1:6 found `:` where no key can stand: expected quotes around a value that holds `: `, or other indentation
                    ~a: - b~             | 1:4-1:5 found `- ` where no list item can stand: expected it on a line of its own
                    ~a: @b~              | 1:4-1:5 a value cannot start with `@`: expected quotes around it
                    ~a: %b~              | 1:4-1:5 a value cannot start with `%`: expected quotes around it
                    ~a: *b~              | 1:4-1:6 expected an anchor `&b` before the alias `*b`
                    ~a: * b~             | 1:5-1:6 expected an alias' name, found U+0020
                    ~a: !x!y b~          | 1:4-1:5 the tag handle !x! is not declared by a %TAG directive
                            ~a: ]~               | 1:4-1:5 expected a value, found `]`
                    ~{a: b} c~           | 1:8-1:9 expected the end of the document, found `c`
                    ~%YAML 2.0~          | 1:1-1:10 expected YAML of version 1
                    """)
    void aBrokenLineIsReportedWithPositionAndWhatWasExpected(String text, String expected) {
        assertThat(problems(text)).containsExactly("SYNTAX " + expected);
    }

    @Test
    void aBrokenBlockScalarHeaderIsReported() {
        assertThat(problems("a: |x")).containsExactly("SYNTAX 1:5-1:6 expected an indentation digit, `+`, `-` or the "
                + "end of the line after `|`, found `x`");
        assertThat(problems("a: !Sub >0\n  b")).containsExactly("SYNTAX 1:10-1:11 expected an indentation digit, `+`, "
                + "`-` or the end of the line after `>`, found `0`");
    }

    @Test
    void brokenIndentationIsReported() {
        assertThat(problems("a:\n  - b\n  c: d\n")).containsExactly("SYNTAX 3:3-3:4 expected `- ` or the end of the "
                + "list that starts at line 2, found `c`: is it indented as meant?");
        assertThat(problems("a:\n   b: c\n  d: e\n")).containsExactly("SYNTAX 3:3-3:4 expected a key or the end of the "
                + "mapping that starts at line 1, found `d`: is it indented as meant?");
        assertThat(problems("a:\n  b: c\n  d\n  e: f\n")).containsExactly("SYNTAX 3:3-3:4 expected `:` after this key");
        assertThat(problems("a: 'b\nc: d\n"))
            .containsExactly("SYNTAX 1:4-1:6 the quoted text that starts at line 1 is not closed");
        assertThat(problems("a: 'b\n---\nc: d'\n")).containsExactly(
                "SYNTAX 1:4-1:6 the quoted text that starts at line 1 is not closed before the document ends");
    }

    @Test
    void aBrokenTextGivesWhatWasReadBeforeTheFault() {
        Parsed<@Nullable Node> parsed = parse("a:\n  b: c\n  d: [e, {f: g}, @\nh: i\n");
        assertThat(Trees.show(parsed.value())).isEqualTo("{a: {b: 'c', d: ['e', {f: 'g'}]}}");
        assertThat(parsed.isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "0000", "0007", "001B", "007F", "0080", "FFFE", "D83D", "DE80" })
    void aCharacterThatYamlRefusesIsReportedAndReadingGoesOn(String hex) {
        String text = "a: b\nc: x" + (char) Integer.parseInt(hex, 16) + "y\nd: e\n";
        assertThat(problems(text)).containsExactly("SYNTAX 2:5-2:6 the character U+" + hex + " is not allowed in YAML");
        assertThat(Trees.show(parse(text).value())).isEqualTo("{a: 'b', c: 'x\uFFFDy', d: 'e'}");
    }

    @Test
    void onlyTheFirstOfTwoSyntaxErrorsIsReported() {
        assertThat(problems("a: \u0007\nb: [\n"))
            .containsExactly("SYNTAX 1:4-1:5 the character U+0007 is not allowed in YAML");
        assertThat(problems("a: @\nb: \u0007\n")).singleElement().asString().contains("cannot start");
    }

    @Test
    void aLongDocumentOfManyBufferLengthsKeepsItsOffsets() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("key").append(i).append(": \uD83D\uDE80 ").append(i).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        SourceFile source = source(text.toString());
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
        assertThat(parsed.value()).isInstanceOfSatisfying(Mapping.class, (mapping) -> {
            for (int i = 0; i < 3000; i++) {
                assertThat(source.textAt(mapping.entries().get(i).key().span())).isEqualTo("key" + i);
                assertThat(source.textAt(mapping.entries().get(i).value().span())).isEqualTo("\uD83D\uDE80 " + i);
            }
        });
    }

    @Test
    void aSequenceAtTheIndentationOfItsKeyEndsWithItsLastItem() {
        SourceFile source = source("a:\n- b\n- c: d\n  e: f\ng: h\n");
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
        assertThat(parsed.value()).isInstanceOfSatisfying(Mapping.class,
                (mapping) -> assertThat(mapping.get("a")).isInstanceOfSatisfying(Sequence.class,
                        (sequence) -> assertThat(source.textAt(sequence.span())).isEqualTo("- b\n- c: d\n  e: f")));
    }

}
