package dev.rolewire.syntax.hcl;

import java.util.List;
import java.util.Objects;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.Body.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HclJsonTests {

    private static final String TEXT = """
            {
              "//": "comment",
              "resource": {
                "aws_iam_role": {
                  "a": {"name": "x-${var.n}", "//": 1, "tags": {"${k}": [1, true, null]}},
                  "b": [{"n": 1}, {"n": 2}]
                }
              },
              "variable": [{"v": {"type": "string"}}],
              "locals": {"l": "\\"\\u0041\\\\n$${z}%{if q}\\ty%{endif}"},
              "other": 1.5
            }
            """;

    private static SourceFile source(String text) {
        return SourceFile.of("main.tf.json", text);
    }

    private static String slice(dev.rolewire.source.Span span) {
        return TEXT.substring(span.start(), span.end());
    }

    @Test
    void blocksComeFromTheNesting() {
        Parsed<HclFile> parsed = HclJson.parseConfiguration(source(TEXT), ParseLimits.DEFAULT);
        assertThat(parsed.problems()).isEmpty();
        assertThat(HclTrees.show(parsed.value().body())).isEqualTo("resource 'aws_iam_role' 'a' { name = 'x-${var.n}';"
                + " tags = {'${k}': [1, true, null]} }; resource 'aws_iam_role' 'b' { n = 1 };"
                + " resource 'aws_iam_role' 'b' { n = 2 }; variable 'v' { type = 'string' };"
                + " locals { l = '\"A\\\\n${z}%{if q}\\ty%{endif}' }; other = 1.5");
    }

    @Test
    void spansPointIntoTheJsonText() {
        Body body = HclJson.parseConfiguration(source(TEXT), ParseLimits.DEFAULT).value().body();
        Body.Block role = body.blocks("resource").getFirst();
        assertThat(slice(role.headerSpan())).isEqualTo("\"a\"");
        assertThat(slice(role.span())).startsWith("\"a\": {").endsWith("}}");
        Attribute name = Objects.requireNonNull(role.body().attribute("name"));
        Expression.Template template = (Expression.Template) name.value();
        assertThat(slice(name.span())).isEqualTo("\"name\": \"x-${var.n}\"");
        assertThat(template.parts()).extracting((part) -> slice(part.span())).containsExactly("x-", "${var.n}");
        Attribute local = Objects.requireNonNull(body.blocks("locals").getFirst().body().attribute("l"));
        List<TemplatePart> parts = ((Expression.Template) local.value()).parts();
        assertThat(parts).extracting((part) -> slice(part.span()))
            .containsExactly("\\\"", "\\u0041", "\\\\", "n", "$${", "z}", "%{if q}\\ty%{endif}");
        HclTrees.spans(body, (outer, inner) -> assertThat(inner.end()).isLessThanOrEqualTo(TEXT.length()));
    }

    @Test
    void anAttributeMayBeSeenAsBlocks() {
        String text = "{\"resource\": {\"t\": {\"n\": {\"dynamic\": {\"x\": {\"content\": {}}}, \"y\": [{\"z\": 1}, 2]}}}}";
        Body body = HclJson.parseConfiguration(source(text), ParseLimits.DEFAULT).value().body();
        Body inner = body.blocks().getFirst().body();
        Attribute dynamic = Objects.requireNonNull(inner.attribute("dynamic"));
        Attribute list = Objects.requireNonNull(inner.attribute("y"));
        assertThat(JsonBlocks.expand(dynamic, 1).value()).singleElement()
            .satisfies((block) -> assertThat(block.labels().getFirst().text()).isEqualTo("x"));
        assertThat(JsonBlocks.expand(list, 0).value()).hasSize(1);
        assertThat(JsonBlocks.expand(list, 0).problems()).singleElement()
            .satisfies((problem) -> assertThat(text.substring(problem.span().start(), problem.span().end()))
                .isEqualTo("2"));
    }

    @Test
    void valuesOfVariablesAreNoTemplates() {
        Parsed<HclFile> parsed = HclJson.parseValues(source("{\"a\": \"${b\", \"c\": [\"%{\"]}"), ParseLimits.DEFAULT);
        assertThat(parsed.problems()).isEmpty();
        assertThat(HclTrees.show(parsed.value().body())).isEqualTo("a = '${b'; c = ['%{']");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1", "[1]", "{", "{\"resource\": 1}", "{\"resource\": {\"a\": [[]]}}",
            "{\"a\": \"${\"}", "{\"a\": 1e99999}", "{\"locals\": {\"${x}\": 1}}" })
    void brokenFilesGiveProblems(String text) {
        assertThat(HclJson.parseConfiguration(source(text), ParseLimits.DEFAULT).problems()).isNotEmpty()
            .allSatisfy((problem) -> assertThat(problem.span().end()).isLessThanOrEqualTo(text.length()));
    }

}
