package dev.rolewire.frontend;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.json.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HclDetectorTests {

    @Test
    void namesTellTheKind() {
        assertThat(HclDetector.ofName("a/main.tf")).isEqualTo(HclDetector.Kind.CONFIGURATION);
        assertThat(HclDetector.ofName("main.tofu")).isEqualTo(HclDetector.Kind.CONFIGURATION);
        assertThat(HclDetector.ofName("main.tf.json")).isEqualTo(HclDetector.Kind.JSON_CONFIGURATION);
        assertThat(HclDetector.ofName("x.auto.tfvars")).isEqualTo(HclDetector.Kind.VALUES);
        assertThat(HclDetector.ofName("x.tfvars.json")).isEqualTo(HclDetector.Kind.JSON_VALUES);
        assertThat(HclDetector.ofName("a.tf/template.yaml")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "resource \"aws_iam_role\" \"r\" {\n", "# x\n/* y */ // z\n\nlocals {\n", "module \"m\" {",
            "terraform{}", "\uFEFF\r\nvariable \"x\" {\r\n" })
    void aTextThatBeginsWithABlockIsConfiguration(String text) {
        assertThat(HclDetector.isConfiguration(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "#", "/*", "Resources:\n  resource \"a\" \"b\" {\n", "resource: {\n}",
            "{\"resource\": {}}", "a = 1\n", "import os\n", "locals:\n", "data \"x\" {\n", "terraform: {}\n" })
    void otherTextsAreNot(String text) {
        assertThat(HclDetector.isConfiguration(text)).isFalse();
    }

    @Test
    void jsonIsToldByItsNesting() {
        assertThat(isJsonConfiguration("{\"//\": 1, \"resource\": {\"aws_iam_role\": {\"r\": {}}}}")).isTrue();
        assertThat(isJsonConfiguration("{\"module\": {\"m\": {\"source\": \"./m\"}}}")).isTrue();
        assertThat(isJsonConfiguration("{\"resource\": {\"aws_iam_role\": {\"r\": {}}}, \"Resources\": {}}")).isFalse();
        assertThat(isJsonConfiguration("{\"resource\": {}}")).isFalse();
        assertThat(isJsonConfiguration("{\"resource\": \"x\"}")).isFalse();
    }

    private static boolean isJsonConfiguration(String text) {
        return JsonParser.parse(SourceFile.of("", text), ParseLimits.DEFAULT).value() instanceof Mapping mapping
                && HclDetector.isConfiguration(mapping);
    }

}
