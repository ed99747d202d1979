package dev.rolewire.syntax.json;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class JsonParserTests {

    private static final String SAMPLE = """
            {
              "Resources" : {"Role\\u0041": {"Type":"AWS::IAM::Role", "N": [1, -2.50e+3, true, false, null, {}, []]},
            \t"\uD83D\uDE00": "a\\"b\\\\ \uD83D\uDE80 \\uD83D\\uDE80\\n/\\/"}
            }
            """;

    private static SourceFile source(String text) {
        return SourceFile.of("template.json", text);
    }

    private static Parsed<@Nullable Node> parse(String text) {
        return JsonParser.parse(source(text), ParseLimits.DEFAULT);
    }

    private static List<String> problems(String text) {
        SourceFile source = source(text);
        return Trees.problems(source, JsonParser.parse(source, ParseLimits.DEFAULT));
    }

    @Test
    void valuesAndKeysAreDecoded() {
        assertThat(Trees.show(parse(SAMPLE).value())).isEqualTo("{Resources: {RoleA: {Type: 'AWS::IAM::Role', "
                + "N: [1, -2.50e+3, true, false, null, {}, []]}, \uD83D\uDE00: 'a\"b\\\\ \uD83D\uDE80 \uD83D\uDE80\\n//'}}");
        assertThat(parse(SAMPLE).problems()).isEmpty();
    }

    @Test
    void everyKeyAndValueHasItsExactSpan() {
        SourceFile source = source(SAMPLE);
        assertThat(Trees.slices(source, parse(SAMPLE).value())).satisfies((slices) -> {
            assertThat(slices.getFirst()).isEqualTo(SAMPLE.strip());
            assertThat(slices.get(1)).isEqualTo("\"Resources\"");
        })
            .contains("\"Role\\u0041\"", "\"Type\"", "\"AWS::IAM::Role\"", "\"N\"", "1", "-2.50e+3", "true", "false",
                    "null", "{}", "[]", "[1, -2.50e+3, true, false, null, {}, []]", "\"\uD83D\uDE00\"",
                    "\"a\\\"b\\\\ \uD83D\uDE80 \\uD83D\\uDE80\\n/\\/\"");
    }

    @Test
    void carriageReturnsAndTabsCountAsColumns() {
        SourceFile source = source("{\r\n\t\"a\":\r\n\t\t1\r}");
        Parsed<@Nullable Node> parsed = JsonParser.parse(source, ParseLimits.DEFAULT);
        assertThat(Trees.slices(source, parsed.value())).containsExactly(source.text(), "\"a\"", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "\"\\\"\"", "\"\\\\\"", "\"\\\\\\\\\"", "\"\\\\\\\"\"", "\"\\u0022\"", "\"\"", "\"\\\\x\"" })
    void aStringEndsAtItsOwnQuote(String string) {
        SourceFile source = source("[" + string + ",\"\\\"\"]");
        Parsed<@Nullable Node> parsed = JsonParser.parse(source, ParseLimits.DEFAULT);
        assertThat(Trees.slices(source, parsed.value())).element(1).isEqualTo(string);
        assertThat(parsed.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "12,NUMBER", "-0.0,NUMBER", "1e999,NUMBER", "true,BOOLEAN", "null,NULL", "'\"x\"',STRING" })
    void aBareScalarIsADocument(String text, Scalar.Kind kind) {
        Parsed<@Nullable Node> parsed = parse(" " + text + " ");
        assertThat(parsed.value()).isInstanceOfSatisfying(Scalar.class, (scalar) -> {
            assertThat(scalar.kind()).isEqualTo(kind);
            assertThat(scalar.span()).isEqualTo(new Span(1, 1 + text.length()));
        });
        assertThat(parsed.problems()).isEmpty();
    }

    @Test
    void numbersKeepTheirText() {
        String digits = "1".repeat(20_000);
        assertThat(Trees.show(parse("[1.10, 012345]").value())).isEqualTo("[1.10]");
        assertThat(Trees.show(parse(digits).value())).isEqualTo(digits);
    }

    @Test
    void aDuplicateKeyIsKeptAndReportedAtItsLaterPlace() {
        Parsed<@Nullable Node> parsed = parse("{\"a\":1,\"b\":2,\"\\u0061\":3}");
        assertThat(Trees.show(parsed.value())).isEqualTo("{a: 1, b: 2, a: 3}");
        assertThat(parsed.isComplete()).isTrue();
        assertThat(problems("{\"a\":1,\"b\":2,\"\\u0061\":3}"))
            .containsExactly("DUPLICATE_KEY 1:14-1:22 the key `a` stands twice in this object");
        assertThat(parsed.value()).isInstanceOfSatisfying(Mapping.class,
                (mapping) -> assertThat(Trees.show(mapping.get("a"))).isEqualTo("3"));
    }

    @Test
    void duplicatesAreFoundInLargeObjects() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            text.append("\"k").append(i).append("\":0,");
        }
        assertThat(problems(text + "\"k999\":1}")).hasSize(1);
        assertThat(problems(text + "\"k1000\":1}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    ~~                   | 1:1-1:1 the text is empty: expected a JSON value
                    ~ ~                  | 1:2-1:2 the text is empty: expected a JSON value
                    {                    | 1:2-1:2 the text ends inside the object that starts at line 1: expected a key in double quotes or `}`
                    {"a"                 | 1:5-1:5 the text ends inside the object that starts at line 1: expected `:` and a value
                    {"a":                | 1:6-1:6 the text ends inside the object that starts at line 1: expected a value
                    {"a":1               | 1:7-1:7 the text ends inside the object that starts at line 1: expected `,` or `}`
                    {"a":1,              | 1:8-1:8 the text ends inside the object that starts at line 1: expected a key
                    [                    | 1:2-1:2 the text ends inside the array that starts at line 1: expected a value or `]`
                    [1,                  | 1:4-1:4 the text ends inside the array that starts at line 1: expected a value
                    {"a":1,}             | 1:8-1:9 expected a key after `,`, found `}`: no comma may follow the last entry
                    [1,]                 | 1:4-1:5 expected a value after `,`, found `]`: no comma may follow the last item
                    {"a" 1}              | 1:6-1:7 expected `:` after the key, found `1`
                    {"a":1 "b":2}        | 1:8-1:9 expected `,` or `}` after the value, found `"`
                    [1 2]                | 1:4-1:5 expected `,` or `]` after the value, found `2`
                    [1}                  | 1:3-1:4 expected `,` or `]` after the value, found `}`
                    {"a":[1}             | 1:8-1:9 expected `,` or `]` after the value, found `}`
                    {a:1}                | 1:2-1:3 expected a key in double quotes or `}`, found `a`
                    {'a':1}              | 1:2-1:3 expected a key in double quotes or `}`, found `'`: strings stand in double quotes
                    {"a":yes}            | 1:6-1:9 expected a value after `:`, found `yes`
                    {"a":}               | 1:6-1:7 expected a value after `:`, found `}`
                    {"a":!Ref}           | 1:6-1:7 expected a value after `:`, found `!`
                    [tru]                | 1:2-1:5 expected a value or `]`, found `tru`
                    [trueish]            | 1:2-1:9 expected a value or `]`, found `trueish`
                    [NaN]                | 1:2-1:5 expected a value or `]`, found `NaN`
                    {// no               | 1:2-1:4 expected a key in double quotes or `}`; JSON has no comments
                    [1 /* no */]         | 1:4-1:6 expected `,` or `]` after the value; JSON has no comments
                    # no                 | 1:1-1:2 expected a JSON value, found `#`
                    [01]                 | 1:2-1:3 a number must not start with `0`
                    [-]                  | 1:2-1:3 expected a digit after `-` in this number
                    [1.]                 | 1:2-1:4 expected a digit after `.` in this number
                    [1e+]                | 1:2-1:5 expected a digit after the exponent's `e` in this number
                    [+1]                 | 1:2-1:4 expected a value or `]`, found `+1`
                    ["a                  | 1:2-1:4 the text ends inside a string: expected `"`
                    ["\\x"]              | 1:3-1:5 JSON has no escape `\\x`
                    ["\\u12"]            | 1:3-1:7 expected four hexadecimal digits after `\\u`
                    {} {}                | 1:4-1:5 expected the end of the text after the value, found `{`
                    {}}                  | 1:3-1:4 expected the end of the text after the value, found `}`
                    1 x                  | 1:3-1:4 expected the end of the text after the value, found `x`
                    """)
    void aBrokenTextIsReportedWithPositionAndWhatWasExpected(String text, String expected) {
        assertThat(problems(text)).containsExactly("SYNTAX " + expected);
    }

    @Test
    void aStringMustEndOnItsLine() {
        assertThat(problems("{\"a\": \"b\n}"))
            .containsExactly("SYNTAX 1:7-1:9 the string is not closed on its line: expected `\"`");
        assertThat(problems("[\"a\tb\"]"))
            .containsExactly("SYNTAX 1:4-1:5 the character U+0009 must be written as an escape in a string");
    }

    @Test
    void aBrokenTextGivesWhatWasReadBeforeTheFault() {
        Parsed<@Nullable Node> parsed = parse("{\"a\":{\"b\":[1,{\"c\":2}, x");
        assertThat(Trees.show(parsed.value())).isEqualTo("{a: {b: [1, {c: 2}]}}");
        assertThat(parsed.isComplete()).isFalse();
    }

    @Test
    void theOpenObjectIsNamedByItsLine() {
        assertThat(problems("{\n\n\"a\": {\n\n")).containsExactly("SYNTAX 5:1-5:1 the text ends inside the object "
                + "that starts at line 3: expected a key in double quotes or `}`");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "{\"a\":" })
    void deepNestingStopsAtTheLimit(String opening) {
        String text = opening.repeat(100_000);
        assertTimeout(Duration.ofSeconds(2), () -> {
            Parsed<@Nullable Node> parsed = parse(text);
            assertThat(parsed.problems()).singleElement().satisfies((problem) -> {
                assertThat(problem.kind()).isEqualTo(SyntaxProblem.Kind.LIMIT);
                assertThat(problem.span().start()).isEqualTo(500 * opening.length());
            });
            assertThat(parsed.value()).isNotNull();
        });
    }

    @Test
    void theDepthLimitItselfIsAllowed() {
        ParseLimits limits = new ParseLimits(3, 100);
        assertThat(JsonParser.parse(source("[[[]]]"), limits).problems()).isEmpty();
        assertThat(JsonParser.parse(source("[[[[]]]]"), limits).problems()).extracting(SyntaxProblem::kind)
            .containsExactly(SyntaxProblem.Kind.LIMIT);
    }

    @Test
    void tooManyValuesStopAtTheLimit() {
        Parsed<@Nullable Node> parsed = JsonParser.parse(source("[1,2,3,4,5]"), new ParseLimits(9, 4));
        assertThat(Trees.show(parsed.value())).isEqualTo("[1, 2, 3]");
        assertThat(parsed.problems()).extracting(SyntaxProblem::kind).containsExactly(SyntaxProblem.Kind.LIMIT);
    }

    @Test
    void everyTruncationOfASampleIsReported() {
        String text = SAMPLE.strip();
        for (int end = 0; end < text.length(); end++) {
            assertThat(problems(text.substring(0, end))).as("cut at %s", end)
                .singleElement()
                .asString()
                .startsWith("SYNTAX")
                .doesNotContain("this is not JSON");
        }
    }

    @Test
    void mutatedTextsAreAcceptedExactlyWhenJacksonAcceptsThem() {
        Random random = new Random(20260731);
        String alphabet = "{}[]\",:\\u0019eE+-.tfn/ \n\t'x\u0001\uD83D";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            for (int edit = random.nextInt(3); edit >= 0; edit--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.deleteCharAt(at);
                }
            }
            Parsed<@Nullable Node> parsed = parse(text.toString());
            assertThat(parsed.isComplete()).as(text.toString()).isEqualTo(jacksonAccepts(text.toString()));
            assertThat(parsed.problems()).as(text.toString())
                .noneMatch((problem) -> problem.message().equals("this is not JSON"));
        }
    }

    private static boolean jacksonAccepts(String text) {
        try (var tokens = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            int roots = 0;
            while (tokens.nextToken() != null) {
                if (tokens.currentToken().isScalarValue()) {
                    tokens.getString();
                }
                if (tokens.streamReadContext().inRoot()) {
                    roots++;
                }
            }
            return roots == 1;
        }
        catch (JacksonException _) {
            return false;
        }
    }

    @Test
    void theOracleOfTheseTestsCanSayNo() {
        assertThat(jacksonAccepts("{} {}")).isFalse();
        assertThat(jacksonAccepts(SAMPLE)).isTrue();
    }

}
