package dev.rolewire.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralPatternTests {

    @ParameterizedTest
    @CsvSource({ "NONE, NONE, true", "NONE, NONE2, false", "NONE, NON, false", "*, x, true", "\\*, *, true",
            "\\*, x, false", "a*c, abbc, true", "a*c, abbd, false", "*\\**, x*y, true", "*\\**, xy, false",
            "{account}, 123456789012, true", "{account}, 12345678901, false", "{account}, 1234567890123, false",
            "{account}:x, 123456789012:x, true", "{name}, a_b+c=d.e@f-1, true", "{name}, a/b, false",
            "{name}, a:b, false", "{service}, ec2.amazonaws.com, true", "{service}, ec2, false",
            "{service}, .ec2, false", "{{*}}, {{ Role }}, true", "{{*}}, { Role }, false", "${*}, ${Role}, true" })
    void matchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(LiteralPattern.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void refusesTextsThatAreTooLongToBeLiterals() {
        assertThat(LiteralPattern.matches("{name}", "a".repeat(2048))).isTrue();
        assertThat(LiteralPattern.matches("{name}", "a".repeat(2049))).isFalse();
    }

}
