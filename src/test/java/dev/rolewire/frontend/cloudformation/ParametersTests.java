package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.cloudformation.Templates.given;
import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class ParametersTests {

    private static String template(String parameter) {
        return """
                Parameters:
                  A:
                %s
                Resources:
                  X:
                    Type: T::T::T
                    Properties:
                      P: !Ref A
                """.formatted(parameter.indent(4));
    }

    @Test
    void aValueOfTheRequestIsALiteral() {
        assertThat(x(lower(template("{Type: String, Default: d, AllowedValues: [d, e]}"), given("A", "v"))))
            .isEqualTo("v");
    }

    @Test
    void withoutDefaultTheValueIsUnknown() {
        assertThat(x(lower(template("Type: AWS::EC2::KeyPair::KeyName")))).isEqualTo("?parameter A");
    }

    @Test
    void aDefaultIsOneAlternative() {
        assertThat(x(lower(template("{Type: String, Default: d}"))))
            .isEqualTo("((A=d ? true : false) ? d : ?parameter A)");
    }

    @Test
    void allowedValuesAreAClosedChoice() {
        assertThat(x(lower(template("{Type: Number, Default: 2, AllowedValues: [1, 2, 2, 3]}"))))
            .isEqualTo("((A=1 ? true : false) ? 1 : ((A=2 ? true : false) ? 2 : 3))");
        assertThat(x(lower(template("{Type: String, AllowedValues: [only]}")))).isEqualTo("only");
    }

    @Test
    void booleansAreTheTextsThatCloudFormationMakesOfThem() {
        assertThat(x(lower(template("{Type: String, AllowedValues: [True, FALSE]}"))))
            .isEqualTo("((A=true ? true : false) ? true : false)");
    }

    @Test
    void aSecretIsNeverALiteral() {
        assertThat(x(lower(template("{Type: String, NoEcho: true, Default: hidden}"), given("A", "hidden"))))
            .isEqualTo("?parameter A");
        assertThat(x(lower(template("{Type: String, NoEcho: 'TRUE', AllowedValues: [hidden]}"))))
            .isEqualTo("?parameter A");
        assertThat(x(lower(template("{Type: String, NoEcho: !Ref B, Default: hidden}")))).isEqualTo("?parameter A");
        assertThat(x(lower(template("{Type: String, NoEcho: false, Default: d}"), given("A", "v")))).isEqualTo("v");
    }

    @Test
    void aStoredParameterIsADynamicReferenceWhateverIsGiven() {
        assertThat(x(lower(template("{Type: 'AWS::SSM::Parameter::Value<String>', Default: /key}"), given("A", "/k"))))
            .isEqualTo("?dynamic-reference A");
        assertThat(x(lower(template("{Type: 'AWS::SSM::Parameter::Name', Default: /key}"), given("A", "/k"))))
            .isEqualTo("/k");
    }

    @Test
    void listTypesAreListsOfTheirTexts() {
        assertThat(x(lower(template("Type: CommaDelimitedList"), given("A", "a, b,c")))).isEqualTo("[a, b, c]");
        assertThat(x(lower(template("{Type: 'List<AWS::EC2::Subnet::Id>', Default: 'a,b'}"))))
            .isEqualTo("((A=a,b ? true : false) ? [a, b] : ?parameter A)");
    }

    @Test
    void theOriginIsThePlaceThatUsesTheParameter() {
        Template template = lower(template("{Type: String, Default: d}"));
        Value value = property(template, "X", "P");
        assertThat(text(value.origin())).isEqualTo("!Ref A");
        assertThat(value.origin().pointer()).hasToString("/Resources/X/Properties/P");
        assertThat(text(((Value.Choice) value).then().origin())).isEqualTo("!Ref A");
    }

    @Test
    void aRequestValueThatNothingDeclaresIsNoticed() {
        Template template = lower(template("Type: String"), given("A", "a", "Typo", "b"));
        assertThat(template.problems()).extracting(ModelProblem::kind).containsExactly(ModelProblem.Kind.NOTICE);
        assertThat(problems(template).getFirst()).contains("`Typo`").contains("| Parameters |");
    }

    @Test
    void manyAllowedValuesAreNotToldApart() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            values.append(i).append(", ");
        }
        assertThat(x(lower(template("{Type: String, AllowedValues: [" + values + "]}")))).isEqualTo("?parameter A");
    }

    @Test
    void aParameterThatIsNoMapIsAnUnknownOne() {
        Template template = lower(template("[]"));
        assertThat(x(template)).isEqualTo("?parameter A");
        assertThat(problems(template)).containsExactly(
                "UNRECOGNISED null null | [] | parameter `A` is a list, but a map with `Type` is expected");
    }

}
