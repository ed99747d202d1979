package dev.rolewire.policy;

import java.util.List;
import java.util.Objects;

import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

class SymbolicArnTests {

    private static Value value(String text) {
        return Policies.parse("'" + text + "'", new GuardSpace());
    }

    private static SymbolicArn arn(String text) {
        return Objects.requireNonNull(SymbolicArn.parse(value(text)));
    }

    @Test
    void theHeadIsSplitAtColons() {
        SymbolicArn arn = arn("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}");
        assertThatObject(arn.partition()).isInstanceOf(Value.Reference.class);
        assertThat(ValueText.of(arn.service())).isEqualTo("iam");
        assertThat(ValueText.of(arn.region())).isEmpty();
        assertThat(ValueText.of(arn.account())).isEqualTo("${AWS::AccountId}");
        assertThat(arn.resource()).extracting(ValueText::of).containsExactly("role/", "${Role}");
        assertThatObject(arn.name()).isInstanceOf(Value.Reference.class);
        assertThat(arn.path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            arn:aws:iam::123456789012:role/name                     | role             |        | name
            arn:aws:iam::123456789012:role/path/name                | role             | path   | name
            arn:aws:iam::123456789012:role/a/${B}/c${D}/${N}-x      | role             | a ${B} c${D} | ${N}-x
            arn:aws:iam::${AWS::AccountId}:instance-profile/p       | instance-profile |        | p
            arn:aws:iam::aws:policy/service-role/AWSLambda          | policy           | service-role | AWSLambda
            arn:${AWS::Partition}:iam::aws:policy/${?Name}          | policy           |        | ${Name}
            arn:aws:iam::123456789012:user/u                        | user             |        | u
            arn:aws:iam::123456789012:group/g                       | group            |        | g
            arn:aws:iam::123456789012:role/a:b                      | role             |        | a:b
            arn:aws:iam::123456789012:role/a//b                     | role             | a ''   | b
            arn:aws:iam::123456789012:role/                         | role             |        | -
            arn:aws:iam::123456789012:role                          | -                |        | -
            arn:aws:iam::123456789012:root                          | -                |        | -
            arn:aws:iam::123456789012:role${Path}name               | -                |        | -
            arn:aws:iam::123456789012:role${Path}/name              | -                |        | -
            arn:aws:iam::123456789012:${Resource}                   | -                |        | -
            arn:aws:iam::123456789012:mfa/x                         | -                |        | -
            arn:aws:sts::123456789012:role/x                        | -                |        | -
            arn:aws:${Service}::123456789012:role/x                 | -                |        | -
            """)
    void theResourceIsTakenApart(String text, String type, String path, String name) {
        SymbolicArn arn = arn(text);
        assertThat(arn.resourceType()).isEqualTo(type);
        String found = String.join(" ",
                arn.path().stream().map(ValueText::of).map((p) -> p.isEmpty() ? "''" : p).toList());
        assertThat(found).isEqualTo(path == null ? "" : path);
        Value last = arn.name();
        assertThat(last == null ? null : ValueText.of(last)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "${Role.Arn}", "${?Arn}", "${?Prefix}:aws:iam::1:role/x", "role/name", "", "arn",
            "arn:aws:iam::", "arn:aws:iam::${?Rest}", "ARN:aws:iam::1:role/x", " arn:aws:iam::1:role/x" })
    void whatMayBeNoArnIsNone(String text) {
        assertThat(SymbolicArn.parse(value(text))).isNull();
    }

    @Test
    void aListOrChoiceIsNone() {
        GuardSpace guards = new GuardSpace();
        assertThat(SymbolicArn.parse(Policies.parse("['arn:aws:iam::1:role/x']", guards))).isNull();
        assertThat(SymbolicArn.parse(Policies.parse("{'If': ['A=1', 'arn:aws:iam::1:role/x', 'b']}", guards))).isNull();
    }

    @Test
    void splitLiteralsAreJoined() {
        Value head = value("arn:aws:iam::1:ro");
        Value.Concat text = new Value.Concat(List.of(head, value("le/na"), value("me")), head.origin(), null);
        SymbolicArn arn = Objects.requireNonNull(SymbolicArn.parse(text));
        assertThat(arn.resourceType()).isEqualTo("role");
        assertThat(arn.name()).isInstanceOfSatisfying(Value.Literal.class,
                (name) -> assertThat(name.text()).isEqualTo("name"));
    }

}
