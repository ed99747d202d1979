package dev.rolewire.frontend.cloudformation;

import java.util.Random;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

/// Loops and texts that grow with each level stay within the budget and stop nothing.
class ExpansionBudgetTests {

    private static final String X = "{\"Transform\": \"AWS::LanguageExtensions\", \"Resources\": {\"X\": {\"Type\": \"T::T::T\","
            + " \"Properties\": {\"P\": %s}}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {"Fn::Sub": ["${V}${V}${V}${V}", {"V": ~ }]}
            {"Fn::Sub": ["{\\"a\\": \\"${V}${V}\\"}", {"V": ~ }]}
            {"Fn::Join": ["", [{"Fn::Sub": ["${V}${V}", {"V": ~ }]}, "x", "y"]]}
            {"Fn::ToJsonString": {"\\"\\\\": ~ }}
            {"Fn::ToJsonString": ["\\"", {"Fn::Sub": ["${V}${V}", {"V": ~ }]}]}
            {"Fn::Base64": {"Fn::Sub": ["${V}${V}", {"V": ~ }]}}
            {"Fn::Join": [",", {"Fn::Split": ["a", {"Fn::Sub": ["${V}a${V}", {"V": ~ }]}]}]}
            """)
    void aTextThatGrowsWithEachLevelRunsOutOfBudget(String before, String after) {
        int times = 400 / (before.replaceAll("[^\\[{]", "").length());
        String text = before.repeat(times) + "\"abc\\\"\"" + after.repeat(times);
        assertThat(x(lower(X.formatted(text)))).startsWith("?");
    }

    @Test
    void valuesOfLoopsThatNameOtherLoopsAreNotLookedInto() {
        StringBuilder text = new StringBuilder("Transform: AWS::LanguageExtensions\nResources:\n");
        for (int i = 0; i < 19; i++) {
            text.append("  ".repeat(2 * i + 1))
                .append("Fn::ForEach::L%d:%n".formatted(i))
                .append("  ".repeat(2 * i + 2))
                .append("- I%d%n".formatted(i))
                .append("  ".repeat(2 * i + 2))
                .append("- ['%s']%n".formatted(("${I%d}".formatted(i + 1)).repeat(20)))
                .append("  ".repeat(2 * i + 2))
                .append("-\n");
        }
        text.append("  ".repeat(39)).append("X: {Type: T::T::T, Properties: {P: '${I0}'}}\n");
        assertThat(x(lower(text.toString()))).isEqualTo("${I1}".repeat(20));
    }

    @Test
    void aLongValueInALongTextRunsOutOfBudget() {
        String template = """
                {"Transform": "AWS::LanguageExtensions", "Resources": {"Fn::ForEach::L": ["I", ["%s"], {
                  "X": {"Type": "T::T::T", "DependsOn": "%s", "Properties": {"P": %s, "%s": "v"}}}]}}
                """;
        String value = "v".repeat(100_000);
        String text = "${I}".repeat(100_000);
        assertThat(x(lower(template.formatted(value, text, "\"" + text + "\"", text)))).isEqualTo("?budget expansion");
        assertThat(x(lower(template.formatted(value, "X", "{\"Fn::Sub\": \"" + text + "\"}", "Q"))))
            .isEqualTo("?budget expansion");
    }

    @Test
    void aLoopOverManyItemsStops() {
        String items = "a,".repeat(200_000);
        Template template = lower("""
                Transform: AWS::LanguageExtensions
                Parameters: {L: {Type: CommaDelimitedList, Default: '%s'}}
                Resources:
                  Fn::ForEach::A: [A, !Ref L, {'A${A}': {Type: T::T::T}}]
                  Fn::ForEach::B: [B, !Split [',', '%s'], {'B${B}': {Type: T::T::T}}]
                """.formatted(items, items));
        assertThat(template.resources().size()).isLessThan(10);
    }

    @Test
    void randomLoopsAndTextsStopNothing() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("""
                    {"Transform": "AWS::LanguageExtensions",
                     "Parameters": {"P": {"Type": "String", "AllowedValues": ["a", "b"]},
                       "L": {"Type": "CommaDelimitedList", "Default": "a,b"}},
                     "Mappings": {"M": {"a": {"a": ["a", "b"]}, "b": {"a": "b"}}},
                     "Conditions": {"C": {"Fn::Equals": [{"Ref": "P"}, "a"]}, """);
            text.append("\"Fn::ForEach::C\": [\"A\", ").append(expression(random, 3)).append(", {\"${A}\": ");
            text.append("{\"Fn::Equals\": [").append(expression(random, 2)).append(", \"a\"]}}]}, \"Resources\": {");
            text.append("\"R\": {\"Type\": \"AWS::IAM::Role\"}, ").append(loop(random, 4)).append("}, \"Outputs\": {");
            text.append(loop(random, 2)).append("}}");
            Template template = lower(text.toString());
            assertThat(template.resources().size()).as(text.toString()).isLessThan(Budget.DEFAULT);
        }
    }

    private static String loop(Random random, int depth) {
        String body = depth == 0
                ? "\"X${A}&{B}\": {\"Type\": \"T::T::T\", \"Properties\": {\"P\": " + expression(random, 4) + ", "
                        + "\"Fn::ForEach::P\": [\"K\", " + expression(random, 2) + ", {\"${K}\": "
                        + expression(random, 2) + "}]}, \"Value\": " + expression(random, 3) + "}"
                : loop(random, depth - 1);
        return "\"Fn::ForEach::L" + depth + "\": [\"" + "AB".charAt(random.nextInt(2)) + "\", " + expression(random, 3)
                + ", {" + body + "}]";
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return pick(random, "\"a\"", "\"${A}\"", "\"&{B}\"", "{\"Ref\": \"P\"}", "{\"Ref\": \"L\"}",
                    "{\"Ref\": \"AWS::NoValue\"}", "{\"Fn::GetAtt\": [\"R\", \"Arn\"]}", "1", "{\"Ref\": \"A\"}",
                    "\"{{resolve:ssm:${A}}}\"", "\"${\"", "{\"Ref\": \"AWS::StackId\"}", "null");
        }
        String one = expression(random, depth - 1);
        String two = expression(random, depth - 1);
        return pick(random, "[" + one + ", " + two + "]",
                "{\"Fn::Sub\": [\"${A}${B}${V}${!V}\", {\"V\": " + one + "}]}",
                "{\"Fn::Join\": [\"a\", [" + one + ", " + two + "]]}", "{\"Fn::Split\": [\"a\", " + one + "]}",
                "{\"Fn::Select\": [0, " + one + "]}", "{\"Fn::If\": [\"C\", " + one + ", " + two + "]}",
                "{\"Fn::FindInMap\": [\"M\", " + one + ", \"a\", {\"DefaultValue\": " + two + "}]}",
                "{\"Fn::Length\": " + one + "}", "{\"Fn::ToJsonString\": {\"${A}\": " + one + "}}",
                "{\"Fn::Base64\": " + one + "}", "{\"Ref\": " + one + "}",
                "{\"Fn::GetAtt\": [" + one + ", " + two + "]}", "{\"a\": " + one + "}",
                "{\"Fn::If\": [\"${A}\", " + one + ", " + two + "]}");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

}
