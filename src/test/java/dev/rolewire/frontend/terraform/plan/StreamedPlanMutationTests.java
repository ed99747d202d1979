package dev.rolewire.frontend.terraform.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Plans that are broken in every way at every place: read as a stream or held, they give the same report, and whatever
/// is wrong has a place.
class StreamedPlanMutationTests {

    private static final Analyzer HOLDING = new Analyzer(Catalogs.bundled(), Long.MAX_VALUE);

    private static final Analyzer STREAMING = new Analyzer(Catalogs.bundled(), 0);

    private static final RenderContext CONTEXT = new RenderContext("0", HOLDING.rules());

    private static final List<String> WRONG = List.of("null", "17", "\"x\"", "[[]]", "{\"a\":{\"references\":[1]}}");

    private static final String PLAN = """
            {"format_version":"1.2","terraform_version":"1.9.0","variables":{"region":{"value":"eu-west-1"},"s":{"value":"x"}},
             "planned_values":{"root_module":{"resources":[
               {"address":"aws_iam_role.r","mode":"managed","type":"aws_iam_role","name":"r","provider_name":"registry.terraform.io/hashicorp/aws",
                "values":{"name":"r"},"sensitive_values":{}}],
              "child_modules":[{"address":"module.m","resources":[
               {"address":"module.m.aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","values":{"bucket":"b"}}]}]}},
             "resource_changes":[
              {"address":"aws_iam_role.r","mode":"managed","type":"aws_iam_role","name":"r","provider_name":"registry.terraform.io/hashicorp/aws",
               "change":{"actions":["create"],"before":null,
               "after":{"name":"r","assume_role_policy":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"ec2.amazonaws.com\\"}}]}"},
               "after_unknown":{"arn":true,"id":true},"after_sensitive":{}}},
              {"address":"module.m.aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","provider_name":"registry.terraform.io/hashicorp/aws",
               "change":{"actions":["no-op"],"before":null,"after":{"bucket":"b"},"after_unknown":{}}},
              {"address":"aws_lambda_function.f[\\"k\\"]","mode":"managed","type":"aws_lambda_function","name":"f","index":"k","provider_name":"registry.terraform.io/hashicorp/aws",
               "change":{"actions":["create"],"before":null,"after":{"function_name":"f"},"after_unknown":{"role":true,"arn":true}}},
              {"address":"aws_instance.i","mode":"managed","type":"aws_instance","name":"i","provider_name":"registry.terraform.io/hashicorp/aws",
               "change":{"actions":["delete","create"],"before":{},"after":{"iam_instance_profile":"r"},"after_unknown":{}}}],
             "prior_state":{"values":{"root_module":{"resources":[
               {"address":"data.aws_iam_role.d","mode":"data","type":"aws_iam_role","name":"d","values":{"name":"d","arn":"arn:aws:iam::123456789012:role/d"},
                "depends_on":["module.m.aws_s3_bucket.b"]}]}}},
             "configuration":{"provider_config":{"aws":{"name":"aws","expressions":{"region":{"references":["var.region"]}}}},
              "root_module":{"outputs":{"o":{"expression":{"references":["aws_iam_role.r.arn","aws_iam_role.r"]}}},
               "resources":[
                {"address":"aws_iam_role.r","mode":"managed","type":"aws_iam_role","name":"r","expressions":{"name":{"constant_value":"r"},"assume_role_policy":{}}},
                {"address":"aws_lambda_function.f","mode":"managed","type":"aws_lambda_function","name":"f","for_each_expression":{"references":["var.s"]},
                 "expressions":{"role":{"references":["module.m.arn","module.m"]},"tags":{"references":["aws_instance.i.id","aws_instance.i"]}}},
                {"address":"aws_instance.i","mode":"managed","type":"aws_instance","name":"i",
                 "expressions":{"iam_instance_profile":{"references":["aws_iam_role.r.name","aws_iam_role.r"]}},"depends_on":["module.m"]}],
               "module_calls":{"m":{"source":"./m","expressions":{"role":{"references":["aws_iam_role.r"]}},
                "module":{"outputs":{"arn":{"expression":{"references":["var.role.arn","var.role"]}}},
                 "resources":[{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","expressions":{"bucket":{"constant_value":"b"}}}],
                 "variables":{"role":{}}}}}}},
             "relevant_attributes":[{"resource":"aws_iam_role.r","attribute":["arn"]}],"errored":false,"complete":true}""";

    @Test
    void aValueOfAWrongTypeIsReadAlike() throws IOException {
        JsonNode plan = JsonMapper.shared().readTree(PLAN);
        assertSame(PLAN);
        assertThat(report(STREAMING, PLAN, ReportFormat.TEXT)).contains("role-as-instance-profile", "5 resources");
        List<Runnable> mutations = new ArrayList<>();
        collect(plan, plan, mutations);
        assertThat(mutations).hasSizeGreaterThan(1000);
        mutations.forEach(Runnable::run);
    }

    /// Puts each wrong value in each place.
    private static void collect(JsonNode root, JsonNode at, List<Runnable> mutations) {
        List<Object> keys = new ArrayList<>();
        if (at instanceof ObjectNode object) {
            keys.addAll(object.propertyNames());
        }
        for (int i = 0; at instanceof ArrayNode && i < at.size(); i++) {
            keys.add(i);
        }
        for (Object key : keys) {
            JsonNode value = key instanceof String name ? at.get(name) : at.get((Integer) key);
            for (String wrong : WRONG) {
                mutations.add(() -> {
                    set(at, key, JsonMapper.shared().readTree(wrong));
                    assertSame(JsonMapper.shared().writeValueAsString(root));
                    set(at, key, value);
                });
            }
            if (at instanceof ObjectNode object) {
                mutations.add(() -> {
                    object.remove((String) key);
                    assertSame(JsonMapper.shared().writeValueAsString(root));
                    object.set((String) key, value);
                });
            }
            collect(root, value, mutations);
        }
    }

    private static void set(JsonNode at, Object key, JsonNode value) {
        if (at instanceof ObjectNode object) {
            object.set((String) key, value);
        }
        else {
            ((ArrayNode) at).set((Integer) key, value);
        }
    }

    @Test
    void aPlanThatEndsTooEarlyIsReadAlike() {
        for (int length = 1; length < PLAN.length(); length += 7) {
            String cut = PLAN.substring(0, length);
            assertSame(cut);
            if (length > 30) {
                assertThat(report(STREAMING, cut, ReportFormat.TEXT)).contains("error[syntax-error]");
            }
        }
    }

    @Test
    void aPlanWithAStrayCharacterIsReadAlike() {
        for (int at = 1; at < PLAN.length(); at += 29) {
            for (String stray : List.of("}", "\u0001", "é", "\\", "0x", ",", "\n// c")) {
                assertSame(PLAN.substring(0, at) + stray + PLAN.substring(at));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void theOrderOfKeysDoesNotMatter(long seed) {
        JsonNode plan = JsonMapper.shared().readTree(PLAN);
        String shuffled = JsonMapper.shared().writeValueAsString(shuffled(plan, new Random(seed)));
        assertSame(shuffled);
        Report expected = analyze(HOLDING, PLAN);
        Report found = analyze(STREAMING, shuffled);
        assertThat(found.findings().stream().map((finding) -> finding.ruleId() + finding.message()))
            .containsExactlyInAnyOrderElementsOf(
                    expected.findings().stream().map((finding) -> finding.ruleId() + finding.message()).toList());
        assertThat(found.slots()).containsExactlyInAnyOrderElementsOf(expected.slots());
        assertThat(found.summary()).isEqualTo(expected.summary());
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            Collections.shuffle(names, random);
            ObjectNode made = JsonMapper.shared().createObjectNode();
            names.forEach((name) -> made.set(name, shuffled(object.get(name), random)));
            return made;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode made = JsonMapper.shared().createArrayNode();
            list.forEach((item) -> made.add(shuffled(item, random)));
            return made;
        }
        return node;
    }

    @Test
    void aByteOrderMarkMovesNothing() {
        assertThat(report(STREAMING, "\uFEFF" + PLAN, ReportFormat.TEXT))
            .isEqualTo(report(HOLDING, PLAN, ReportFormat.TEXT));
    }

    @Test
    void positionsAfterManyPagesAndOtherCharactersAreRight() {
        for (String filler : List.of("x".repeat(9000), "é".repeat(5001), "\uD83D\uDE00".repeat(3001),
                "a\\u00e9b".repeat(2000))) {
            for (String breaks : List.of("", "\n", "\r\n", "\r")) {
                String plan = PLAN.replace("\n", breaks)
                    .replace("\"s\":{\"value\":\"x\"}",
                            "\"s\":{\"value\":\"" + filler + "\"" + breaks.repeat(5000) + "}");
                assertSame(plan);
            }
        }
    }

    @Test
    void aHugeTextAndADeepValueAreBounded() {
        String huge = PLAN.replace("\"function_name\":\"f\"", "\"function_name\":\"" + "x".repeat(3 << 20) + "\"");
        assertSame(huge);
        String deep = PLAN.replace("\"function_name\":\"f\"", "\"function_name\":" + "[".repeat(600) + "]".repeat(600));
        assertSame(deep);
        assertThat(report(STREAMING, deep, ReportFormat.TEXT)).contains("error[limit-exceeded]");
    }

    private static void assertSame(String plan) {
        for (ReportFormat format : List.of(ReportFormat.JSON)) {
            String held = report(HOLDING, plan, format);
            String streamed = report(STREAMING, plan, format);
            if (!held.equals(streamed)) {
                assertThat(streamed).as(plan.length() > 20_000 ? "a long plan" : plan).isEqualTo(held);
            }
        }
    }

    private static Report analyze(Analyzer analyzer, String plan) {
        return analyzer.analyze(List.of(new InputFile("plan.json", plan.getBytes(StandardCharsets.UTF_8))),
                AnalysisOptions.DEFAULT);
    }

    private static String report(Analyzer analyzer, String plan, ReportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.renderer().render(analyze(analyzer, plan), CONTEXT, out);
        }
        catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

}
