package dev.rolewire.syntax.json;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import dev.rolewire.syntax.Trees;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedJsonTests {

    private static Parsed<@Nullable Node> embedded(SourceFile source, @Nullable Node outer) {
        if (outer instanceof Mapping mapping && mapping.get("Policy") instanceof Scalar scalar) {
            ScalarText text = ScalarText.of(source, scalar);
            return EmbeddedJson.parse(source, scalar.text(), text::sourceOffset, ParseLimits.DEFAULT);
        }
        throw new AssertionError("no policy in " + Trees.show(outer));
    }

    @Test
    void spansOfJsonInAJsonStringAreThoseOfTheDocument() {
        SourceFile source = SourceFile.of("plan.json",
                "{\"Policy\": \"{\\\"Version\\\": \\\"2012-10-17\\\",\\n\\\"Statement\\\": [1, {}]}\"}");
        Parsed<@Nullable Node> parsed = embedded(source, JsonParser.parse(source, ParseLimits.DEFAULT).value());
        assertThat(parsed.problems()).isEmpty();
        assertThat(Trees.slices(source, parsed.value())).containsExactly(
                "{\\\"Version\\\": \\\"2012-10-17\\\",\\n\\\"Statement\\\": [1, {}]}", "\\\"Version\\\"",
                "\\\"2012-10-17\\\"", "\\\"Statement\\\"", "[1, {}]", "1", "{}");
    }

    @Test
    void spansOfJsonInABlockScalarAreThoseOfTheDocument() {
        SourceFile source = SourceFile.of("template.yaml", "Policy: !Sub |\n  {\n    \"a\": \"${B}\"\n  }\nNext: 1\n");
        Parsed<@Nullable Node> parsed = embedded(source, YamlParser.parse(source, ParseLimits.DEFAULT).value());
        assertThat(parsed.problems()).isEmpty();
        assertThat(Trees.slices(source, parsed.value())).containsExactly("{\n    \"a\": \"${B}\"\n  }", "\"a\"",
                "\"${B}\"");
    }

    @Test
    void problemsAreLocatedInTheDocument() {
        SourceFile source = SourceFile.of("template.yaml",
                "x: y\nPolicy: |\n  {\n    \"a\": {\n    \"b\": 1,\n    \"b\": 2\n");
        Parsed<@Nullable Node> parsed = embedded(source, YamlParser.parse(source, ParseLimits.DEFAULT).value());
        assertThat(Trees.problems(source, parsed)).containsExactly(
                "DUPLICATE_KEY 6:5-6:8 the key `b` stands twice in this object",
                "SYNTAX 6:11-6:11 the text ends inside the object that starts at line 4: expected `,` or `}`");
    }

    @Test
    void trailingTextIsLocatedInTheDocument() {
        SourceFile source = SourceFile.of("template.yaml", "Policy: '{} ''x'\n");
        Parsed<@Nullable Node> parsed = embedded(source, YamlParser.parse(source, ParseLimits.DEFAULT).value());
        assertThat(Trees.problems(source, parsed)).singleElement().asString().startsWith("SYNTAX 1:13-1:15 ");
    }

    @Test
    void offsetsThatRunBackwardsDoNoHarm() {
        SourceFile source = SourceFile.of("template.yaml", "{\"a\": [1, 2]} and more");
        Parsed<@Nullable Node> parsed = EmbeddedJson.parse(source, "{\"a\": [1, 2]}", (offset) -> 20 - offset,
                ParseLimits.DEFAULT);
        assertThat(Trees.show(parsed.value())).isEqualTo("{a: [1, 2]}");
    }

}
