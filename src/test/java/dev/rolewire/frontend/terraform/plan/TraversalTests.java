package dev.rolewire.frontend.terraform.plan;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraversalTests {

    @Test
    void namesNumbersAndTextKeysAreTold() {
        assertThat(Traversal.parse("module.m[\"k\"].aws_iam_role.r[0].arn")).containsExactly(Step.name("module"),
                Step.name("m"), Step.string("k"), Step.name("aws_iam_role"), Step.name("r"), Step.number("0"),
                Step.name("arn"));
    }

    @Test
    void keysAreQuotedAsInHcl() {
        assertThat(Traversal.parse("r.x[\"a$${b}\"]")).endsWith(Step.string("a${b}"));
        assertThat(Traversal.parse("r.x[\"x[0].y\"].arn")).containsExactly(Step.name("r"), Step.name("x"),
                Step.string("x[0].y"), Step.name("arn"));
        assertThat(Traversal.parse("r.x[\"q\\\"\\\\\\n\\u00e9\\U0001F600%%{\"]")).endsWith(Step.string("q\"\\\né😀%{"));
        assertThat(Traversal.parse("r.x[\"$5 100%\"]")).endsWith(Step.string("$5 100%"));
    }

    @Test
    void anIndexAfterADotIsANumber() {
        assertThat(Traversal.parse("aws_iam_role.r.0.arn")).containsExactly(Step.name("aws_iam_role"), Step.name("r"),
                Step.number("0"), Step.name("arn"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "a.", "a..b", "a[", "a[]", "a[*]", "a[0", "a[\"k]", "a[\"k\"", "a[\"\\",
            "a[\"\\u12\"]", "a[\"\\UFFFFFFFF\"]", "a]", "a b", "[0]", "${x}" })
    void whatIsNoTraversalIsNone(String text) {
        assertThat(Traversal.parse(text)).isNull();
    }

    @Test
    void aTraversalOfManyStepsIsNone() {
        assertThat(Traversal.parse("a" + ".b".repeat(10_000))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "aws_iam_role.r[0].arn", "m[\"a$${b}\\\"\\\\\"].x", "outputs[\"k\"][1]" })
    void renderingIsTheInverse(String text) {
        List<Step> steps = Objects.requireNonNull(Traversal.parse(text));
        assertThat(Traversal.render(steps)).isEqualTo(text);
    }

    @Test
    void anAddressHasModulesBlockAndKey() {
        ResourceAddress address = Objects
            .requireNonNull(ResourceAddress.parse("module.a[\"k\"].module.b.data.aws_iam_role.r[1]"));
        assertThat(address.modules()).extracting(ResourceAddress.ModuleStep::name).containsExactly("a", "b");
        assertThat(address.block()).isEqualTo(new ResourceAddress.BlockName(true, "aws_iam_role", "r"));
        assertThat(address.key()).isEqualTo(Step.number("1"));
        assertThat(address.configurationAddress()).isEqualTo("module.a.module.b.data.aws_iam_role.r");
    }

    @ParameterizedTest
    @ValueSource(strings = { "aws_iam_role", "module.m", "data.aws_iam_role", "aws_iam_role.r.arn", "aws_iam_role[0].r",
            "module.m.aws_iam_role" })
    void whatNamesNoResourceIsNoAddress(String text) {
        assertThat(ResourceAddress.parse(text)).isNull();
    }

}
