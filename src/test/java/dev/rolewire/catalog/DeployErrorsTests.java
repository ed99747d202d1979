package dev.rolewire.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeployErrorsTests {

    @Test
    void aTextIsFoundByRuleTypeAndProperty() {
        DeployErrors errors = read("""
                some-rule:
                  AWS::A::B:
                    also: [aws_b, aws_c]
                    property: [Role, role]
                    text: 'not allowed: {role}'
                    source: here
                  AWS::A::C:
                    text: no
                    source: there
                """);

        assertThat(errors.find("some-rule", "AWS::A::B", "Role")).contains("not allowed: {role}");
        assertThat(errors.find("some-rule", "aws_c", "role")).contains("not allowed: {role}");
        assertThat(errors.find("some-rule", "aws_c", "other")).isEmpty();
        assertThat(errors.find("other-rule", "AWS::A::B", "Role")).isEmpty();
        assertThat(errors.find("some-rule", "AWS::A::C", "anything")).contains("no");
    }

    @Test
    void theBundledRowsAreAllThere() {
        DeployErrors errors = DeployErrors.bundled();

        assertThat(errors.rows()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(errors.find("wrong-identity-form", "AWS::Lambda::Function", "Role").orElseThrow())
            .endsWith("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source: here      | `text` or `source` is missing
            text: no          | `text` or `source` is missing
            rule: some-rule   | unknown field `rule`
            """)
    void anIncompleteOrUnknownRowNamesItsLine(String field, String message) {
        assertThatExceptionOfType(CatalogException.class)
            .isThrownBy(() -> read("some-rule:\n  AWS::A::B:\n    " + field + "\n"))
            .withMessageStartingWith("f:")
            .withMessageContaining(message);
    }

    private static DeployErrors read(String text) {
        return DeployErrors.read(CatalogFileReader.read("f", text));
    }

}
