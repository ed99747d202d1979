package dev.rolewire.frontend.terraform.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Choice;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Functions of values with open parts: `r` is a reference, `c` is `"a"` in production and `"b"` elsewhere, `n` is null
/// in production and `"b"` elsewhere.
class SymbolicFunctionTests {

    private final Expressions expressions = Expressions.with(Map.of());

    private final Guard production;

    SymbolicFunctionTests() {
        Context context = this.expressions.context();
        this.production = context.guards()
            .equal(context.guards().declare("env", GuardSpace.Kind.PARAMETER, List.of("prod", "dev"), true, null),
                    "prod");
        Value a = Literal.of("a", context.origin());
        Value b = Literal.of("b", context.origin());
        this.expressions.set("r", new Reference("aws_iam_role.r", "name", context.origin()));
        this.expressions.set("s", new Reference("aws_iam_role.s", "arn", context.origin()));
        this.expressions.set("c", new Choice(this.production, a, b, context.origin()));
        this.expressions.set("n", new Choice(this.production, new Value.Absent(context.origin()), b, context.origin()));
        this.expressions.set("u", Value.Unknown.of(Reason.PARAMETER, "u", context.origin()));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = { "format(\"%s-x\", r) => <r>-x", "format(\"%v\", r) => <r>",
            "format(\"%5s\", r) => ?", "join(\"\", [\"x-\", r]) => x-<r>", "join(\"/\", [r, s]) => <r>/<s>",
            "replace(\"a-${r}\", \"-\", \"_\") => a_?", "replace(\"a-${r}\", \"ab\", \"_\") => ?",
            "lower(\"A${r}\") => a?", "trimspace(\" x${r}y \") => x<r>y", "trimspace(\" ${r}\") => ?",
            "trimprefix(\"x/${r}\", \"x/\") => <r>", "\"arn:${r}\" => arn:<r>", "element([r, s], 1) => <s>",
            "one([r]) => <r>", "try(r, \"x\") => <r>", "coalesce(\"\", r) => <r>",
            "lookup({a = r}, \"a\", \"x\") => <r>", "merge({a = s}, {a = r}).a => <r>",
            "flatten([[r], [[s]]])[1] => <s>", "concat([s], [r])[1] => <r>", "values({a = r})[0] => <r>",
            "tolist([r])[0] => <r>", "toset([r, r]) => set[<r>]", "tostring(r) => <r>",
            "compact([r, \"\"]) => list[<r>]", "keys({a = r}) => tuple[a]", "zipmap([\"k\"], [r]).k => <r>",
            "startswith(\"arn:${r}\", \"arn\") => true", "endswith(\"arn:${r}\", \"x\") => ?", "r == r => true",
            "r == s => ?", "\"a${r}\" == \"b\" => false", "length([r, s]) => 2", "contains([r], \"x\") => ?",
            "upper(r) => ?", "split(\"/\", r) => ?", "jsonencode({b = r, a = \"x\"}) => {\"a\":\"x\",\"b\":\"<r>\"}",
            "jsondecode(jsonencode({a = r})).a => <r>", "upper(c) => (A|B)", "\"${c}-${c}\" => (a|b)-(a|b)",
            "format(\"%s%s\", c, c) => (aa|bb)", "coalesce(n, \"x\") => (x|b)",
            "compact([n, \"x\"]) => (list[x]|list[b,x])", "c == \"a\" => (true|false)",
            "c == \"a\" ? r : s => (<r>|<s>)", "[r, s][c == \"a\" ? 0 : 1] => (<r>|<s>)",
            "length(c == \"a\" ? [r] : []) => (1|0)", "element(c == \"a\" ? [r] : [s], 0) => (<r>|<s>)",
            "try([][c == \"a\" ? 0 : 1], r) => <r>", "try({a = s}[c], r) => (<r>|(<s>|?))",
            "can({a = s}[c]) => (false|true)",
            "merge(c == \"a\" ? {x = r} : {}, {y = s}) => (object{x:<r>,y:<s>}|object{y:<s>})",
            "provider::aws::arn_parse(r) => ?", "true || u => true", "u || true => true", "u ? r : r => ?" })
    void keepsWhatIsKnown(String expression, String expected) {
        Outcome outcome = this.expressions.evaluate(expression.replace("\n", "\\n"));
        assertThat(outcome.errors()).isEmpty();
        assertThat(show(outcome.value())).isEqualTo(expected);
    }

    @Test
    void anErrorOfOneAlternativeHasItsGuard() {
        Outcome outcome = this.expressions.evaluate("{a = s}[c]");
        assertThat(outcome.errors()).hasSize(1);
        assertThat(outcome.errors().getFirst().guard())
            .isSameAs(this.expressions.context().guards().not(this.production));
    }

    @Test
    void anUnknownKnowsItsReasonAndReferences() {
        Value.Unknown unknown = (Value.Unknown) this.expressions.evaluate("md5(\"${r}${u}\")").value();
        assertThat(unknown.reason()).isEqualTo(Reason.PARAMETER);
        assertThat(unknown.operands()).extracting(Reference::address).containsExactly("aws_iam_role.r");
    }

    @Test
    void anEncodedDocumentKeepsItsValues() {
        Value.Concat text = (Value.Concat) this.expressions.evaluate("jsonencode({Role = r})").value();
        Value document = Objects.requireNonNull(text.document());
        assertThat(((Value.ObjectValue) document).get("Role")).isInstanceOf(Reference.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "format(\"%9999999s\", \"x\")", "format(\"%99999999999d\", 1)",
            "indent(999999999, \"\\n\")", "\"1e99999999\" + 1", "pow(10, 999) * 1e4000", "tonumber(\"1e99999999\")",
            "format(\"%.9999999f\", 1)", "setproduct(range(1000), range(1000), range(1000))" })
    void hostileSizesEndInTheBudget(String expression) {
        Outcome outcome = this.expressions.evaluate(expression);
        assertThat(outcome.value()).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void repeatedDoublingEndsInTheBudget() {
        this.expressions.set("x", Literal.of("x".repeat(1000), this.expressions.context().origin()));
        for (int i = 0; i < 40; i++) {
            this.expressions.set("x", this.expressions.evaluate("\"${x}${x}\"").value());
        }
        Value value = this.expressions.evaluate("x").value();
        assertThat(value instanceof Value.Concat concat ? concat.parts() : List.of(value)).hasSizeLessThan(20_000)
            .allSatisfy((part) -> assertThat(part).isInstanceOfSatisfying(Value.Unknown.class,
                    (unknown) -> assertThat(unknown.reason()).isEqualTo(Reason.BUDGET)));
    }

    @Test
    void conversionGivesOptionalAttributesTheirDefaults() {
        Context context = this.expressions.context();
        LinkedHashMap<String, Type.Attribute> attributes = new LinkedHashMap<>();
        attributes.put("name", Type.Attribute.required(Type.STRING));
        attributes.put("size",
                new Type.Attribute(Type.NUMBER, true, new Literal("3", Literal.Kind.NUMBER, context.origin(), null)));
        attributes.put("note", new Type.Attribute(Type.STRING, true, null));
        Type type = new Type.MapOf(new Type.ObjectOf(attributes));
        Outcome converted = Operations.convert(this.expressions.evaluate("{k = {name = r, more = 1}}").value(), type,
                context);
        assertThat(show(converted.value())).isEqualTo("map{k:object{name:<r>,note:null,size:3}}");
        Outcome refused = Operations.convert(this.expressions.evaluate("{k = {}}").value(), type, context);
        assertThat(refused.succeeds()).isFalse();
    }

    private static String show(Value value) {
        return switch (value) {
            case Literal literal -> literal.text();
            case Reference reference -> "<" + reference.address().substring("aws_iam_role.".length()) + ">";
            case Value.Concat concat ->
                concat.parts().stream().map(SymbolicFunctionTests::show).collect(Collectors.joining());
            case Choice choice -> {
                String then = show(choice.then());
                String otherwise = show(choice.otherwise());
                yield then.equals(otherwise) ? then : "(" + then + "|" + otherwise + ")";
            }
            case Value.ListValue list -> Notation.kind(list)
                    + list.items().stream().map(SymbolicFunctionTests::show).collect(Collectors.joining(",", "[", "]"));
            case Value.ObjectValue object ->
                (object.kind() == Value.ObjectValue.Kind.MAP ? "map" : "object") + Fields.sorted(object)
                    .stream()
                    .map((field) -> field.key() + ":" + show(field.value()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Value.Unknown _ -> "?";
            case Value.Absent _ -> "null";
        };
    }

}
