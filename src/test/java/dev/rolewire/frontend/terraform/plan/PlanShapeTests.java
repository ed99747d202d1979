package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Documents that are no plan, or have wrong shapes in places.
class PlanShapeTests {

    private static final Span NOWHERE = Span.at(0);

    private static final List<Node> SHAPES = List.of(
            new Scalar("text", Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, NOWHERE, null),
            new Scalar("{\"a\": ", Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, NOWHERE, null),
            new Scalar("true", Scalar.Kind.BOOLEAN, Scalar.Style.PLAIN, NOWHERE, null),
            new Scalar("null", Scalar.Kind.NULL, Scalar.Style.PLAIN, NOWHERE, null),
            new Sequence(List.of(), NOWHERE, null), Mapping.of(List.of(), NOWHERE, null));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'',
            textBlock = """
                    '[]', 'the document is a list'
                    '{}', 'the document has none of'
                    '{"resource_changes": {}}', '`resource_changes` is an object'
                    '{"resource_changes": [3]}', 'an entry of `resource_changes` is a number'
                    '{"resource_changes": [{}]}', '`change` is nothing'
                    '{"resource_changes": [{"change": {"actions": ["create"]}}]}', '`address` is nothing'
                    '{"resource_changes": [{"change": {"actions": "x", "after": {}}, "address": "aws_a.b", "type": "aws_a"}]}', '`actions` is a string'
                    '{"resource_changes": [{"change": {"actions": ["create"], "after": 1}, "address": "aws_a.b", "type": "aws_a"}]}', '`after` is a number'
                    '{"resource_changes": [{"change": {"actions": ["create"]}, "address": "aws_a", "type": "aws_a"}]}', '`address` is another text'
                    '{"planned_values": {"root_module": []}}', '`root_module` is a list'
                    '{"planned_values": {"root_module": {"resources": [null]}}}', 'a resource is null'
                    """)
    void aWrongShapeIsToldWithWhatWasExpected(String json, String message) {
        Template template = Plans.plan(json);
        assertThat(template.problems()).singleElement().satisfies((problem) -> {
            assertThat(problem.kind()).isEqualTo(ModelProblem.Kind.UNRECOGNISED);
            assertThat(problem.message()).startsWith(message).contains("expected");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "modules/plan.json", "blocks/plan.json", "trust/plan.json", "ordering/plan.json" })
    void anyShapeInAnyPlaceIsLowered(String path) {
        SourceFile source = SourceFile.of("plan.json", Plans.read("/terraform/plan/" + path));
        Node tree = Objects.requireNonNull(JsonParser.parse(source, ParseLimits.DEFAULT).value());
        int places = count(tree);
        int stride = Math.max(1, places / 60);
        for (int place = 0; place < places; place += stride) {
            for (Node shape : SHAPES) {
                Node changed = replace(tree, new int[] { place }, shape);
                Template template = TerraformPlanFrontend.lower(Dialect.TERRAFORM_PLAN, source, changed,
                        Plans.NO_OPTIONS);
                assertThat(template.problems()).hasSizeLessThan(102);
            }
        }
    }

    @Test
    void manyProblemsAreCutShort() {
        Template template = Plans.plan("{\"resource_changes\": [" + "1,".repeat(5_000) + "1]}");
        assertThat(template.problems()).hasSize(101)
            .last()
            .extracting(ModelProblem::kind)
            .isEqualTo(ModelProblem.Kind.LIMIT);
    }

    @Test
    void aPathOfManyModulesIsNoAddress() {
        String address = "module.m.".repeat(90) + "aws_iam_role.r";
        Template template = Plans.plan("""
                {"resource_changes": [{"address": "%s", "type": "aws_iam_role", "change": {"actions": ["create"]}}]}
                """.formatted(address));
        assertThat(template.resources()).isEmpty();
        assertThat(template.problems()).hasSize(1);
    }

    @Test
    void variablesHandedOnForEverAreUnknown() {
        StringBuilder calls = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            calls.append(
                    "\"module_calls\": {\"m\": {\"expressions\": {\"v\": {\"references\": [\"var.v\", \"var.v\"]}}, "
                            + "\"module\": {");
            ends.append("}}}");
        }
        String inner = "\"resources\": [{\"mode\": \"managed\", \"type\": \"aws_lambda_function\", \"name\": \"f\", "
                + "\"expressions\": {\"role\": {\"references\": [\"var.v\"]}}}]";
        String address = "module.m.".repeat(60) + "aws_lambda_function.f";
        Template template = Plans.plan(Plans.create(address, "{}", "{\"role\": true}"), calls + inner + ends);
        assertThat(template.resources()).containsOnlyKeys(address);
    }

    private static int count(Node node) {
        int count = 1;
        for (Node child : children(node)) {
            count += count(child);
        }
        return count;
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case Scalar _ -> List.of();
            case Sequence sequence -> sequence.items();
            case Mapping mapping -> mapping.entries().stream().map(Mapping.Entry::value).toList();
        };
    }

    private static Node replace(Node node, int[] place, Node shape) {
        if (place[0]-- == 0) {
            return shape;
        }
        return switch (node) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> {
                List<Node> items = new ArrayList<>();
                sequence.items().forEach((item) -> items.add(place[0] < 0 ? item : replace(item, place, shape)));
                yield new Sequence(items, sequence.span(), null);
            }
            case Mapping mapping -> {
                List<Mapping.Entry> entries = new ArrayList<>();
                mapping.entries()
                    .forEach((entry) -> entries.add(place[0] < 0 ? entry
                            : new Mapping.Entry(entry.key(), replace(entry.value(), place, shape))));
                yield Mapping.of(entries, mapping.span(), null);
            }
        };
    }

}
