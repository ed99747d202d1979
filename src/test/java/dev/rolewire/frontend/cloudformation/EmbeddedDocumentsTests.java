package dev.rolewire.frontend.cloudformation;

import java.util.Objects;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDocumentsTests {

    private static @Nullable Value document(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.document();
            case Value.Concat concat -> concat.document();
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                null;
        };
    }

    private static @Nullable Value documentOf(String template) {
        return document(property(lower(template), "X", "P"));
    }

    private static Value field(@Nullable Value value, String... path) {
        Value at = value;
        for (String key : path) {
            at = at instanceof Value.ObjectValue object ? object.get(key)
                    : at instanceof Value.ListValue list ? list.items().get(Integer.parseInt(key)) : null;
        }
        assertThat(at).isNotNull();
        return Objects.requireNonNull(at);
    }

    private static String template(String expression) {
        return "Parameters: {A: {Type: String}}\nResources:\n  R: {Type: AWS::IAM::Role}\n  X:\n    Type: T::T::T\n"
                + "    Properties:\n      P: " + expression + "\n";
    }

    @Test
    void aTextThatIsJsonHasItsDocument() {
        Value document = documentOf(
                template("'{\"Statement\": [{\"Effect\": \"Allow\", \"N\": 1, \"B\": true, \"Z\": null}]}'"));
        assertThat(show(Objects.requireNonNull(document)))
            .isEqualTo("{Statement: [{Effect: Allow, N: 1, B: true, Z: -}]}");
        assertThat(text(field(document, "Statement", "0", "Effect").origin())).isEqualTo("\"Allow\"");
        assertThat(document.origin().pointer()).hasToString("/Resources/X/Properties/P");
    }

    @Test
    void positionsGoThroughTheEscapesOfTheOuterDocument() {
        String json = "{\"Resources\": {\"X\": {\"Type\": \"T::T::T\", \"Properties\": {\"P\": \"{\\n \\\"a\\\": \\\"b\\\"}\"}}}}";
        Value document = documentOf(json);
        assertThat(text(field(document, "a").origin())).isEqualTo("\\\"b\\\"");
    }

    @Test
    void positionsGoThroughBlockTexts() {
        Value document = documentOf(template("|\n        {\n          \"a\": {\"b\": \"c\"}\n        }"));
        assertThat(text(field(document, "a").origin())).isEqualTo("{\"b\": \"c\"}");
    }

    @Test
    void namesOfASubstitutionArePartsOfTheStrings() {
        Value document = documentOf(
                template("!Sub '{\"Arn\": \"${R.Arn}\", \"All\": \"a-${R}-${A}\", \"k${R}\": \"x\"}'"));
        assertThat(field(document, "Arn")).isInstanceOf(Value.Reference.class);
        assertThat(show(field(document, "Arn"))).isEqualTo("${R.Arn}");
        assertThat(show(field(document, "All"))).isEqualTo("<a-|${R.Ref}|-|?parameter A>");
        assertThat(show(field(document, "k${R}"))).isEqualTo("x");
        assertThat(text(field(document, "Arn").origin())).isEqualTo("\"${R.Arn}\"");
        assertThat(text(field(document, "All").origin())).isEqualTo("\"a-${R}-${A}\"");
    }

    @Test
    void aJoinOfPiecesHasItsDocument() {
        Value document = documentOf(template("!Join ['', ['{\"Arn\": \"', !GetAtt R.Arn, '\", \"b\": \"c\"}']]"));
        assertThat(show(field(document, "Arn"))).isEqualTo("${R.Arn}");
        assertThat(text(field(document, "b").origin())).isEqualTo("\"c\"");
    }

    @Test
    void aDynamicReferenceIsAPart() {
        Value document = documentOf(template("'{\"a\": \"{{resolve:ssm:/x}}\"}'"));
        assertThat(show(field(document, "a"))).isEqualTo("?dynamic-reference {{resolve:ssm:/x}}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'{not json}'", "'[0-9]+[a'", "'{'", "'text'", "'{\"a\": 1} more'", "!Sub '{\"a\": ${A}}'",
            "!Sub '[${A}'", "'{\"a\": }'" })
    void aTextThatDoesNotParseHasNone(String expression) {
        assertThat(documentOf(template(expression))).isNull();
    }

    @Test
    void charactersThatLookLikePlaceholdersAreCharacters() {
        Value document = documentOf(template("!Sub '{\"a\": \"\\uE000x\\uE001\", \"b\": \"\\uE0009999\\uE001${R}\"}'"));
        assertThat(show(field(document, "a"))).isEqualTo("\uE000x\uE001");
        assertThat(show(field(document, "b"))).isEqualTo("<\uE0009999\uE001|${R.Ref}>");
        assertThat(documentOf(template("!Sub '{\"a\": \"\uE0000\uE001${R}\"}'"))).isNull();
    }

    @Test
    void nestedSubstitutionsAreBounded() {
        StringBuilder text = new StringBuilder("'x'");
        for (int i = 0; i < 40; i++) {
            text.insert(0, "!Sub ['${V}${V}', {V: ").append("}]");
        }
        Template template = lower(template(text.toString()));
        assertThat(show(property(template, "X", "P"))).hasSizeLessThan(100_000_000);
    }

}
