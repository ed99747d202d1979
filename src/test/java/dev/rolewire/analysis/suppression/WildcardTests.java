package dev.rolewire.analysis.suppression;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class WildcardTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            Web                   | Web                              | true
            Web                   | WebServer                        | false
            web                   | Web                              | false
            Web*                  | WebServer                        | true
            *Server               | Network/WebServer                | true
            *                     | anything                         | true
            aws_instance.web      | aws_instance.web[0]              | true
            aws_instance.web      | aws_instance.web["a]\\"b"]       | true
            aws_instance.web      | aws_instance.webber              | false
            aws_instance.web[1]   | aws_instance.web[0]              | false
            module.a.aws_x.y      | module.a["k"].aws_x.y[3]         | true
            module.a.*            | module.a["k"].aws_x.y[3]         | true
            module.a[0].*         | module.a[1].aws_x.y              | false
            """)
    void matchesAddresses(String pattern, String address, boolean matches) {
        assertThat(Wildcard.ofAddress(pattern).matches(address)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.yaml          | a.yaml             | true
            ./a.yaml        | a.yaml             | true
            a.yaml          | b/a.yaml           | false
            *.yaml          | a.yaml             | true
            *.yaml          | b/a.yaml           | false
            **/*.yaml       | a.yaml             | true
            **/*.yaml       | b/c/a.yaml         | true
            **/a.yaml       | ba.yaml            | false
            legacy          | legacy/x/a.yaml    | true
            legacy/         | legacy/x/a.yaml    | true
            legacy/**       | legacy/x/a.yaml    | true
            legacy/*        | legacy/x/a.yaml    | true
            legacy/*.yaml   | legacy/x/a.yaml    | false
            leg             | legacy/a.yaml      | false
            a/**/b.yaml     | a/b.yaml           | true
            a/**/b.yaml     | a/x/y/b.yaml       | true
            ?.tf            | m.tf               | true
            ?.tf            | mm.tf              | false
            **              | a/b/c              | true
            a**c            | a/b/c              | true
            """)
    void matchesPaths(String pattern, String path, boolean matches) {
        assertThat(Wildcard.ofPath(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void takesNoLongTimeForAnyPattern() {
        Wildcard pattern = Wildcard.ofAddress("*a".repeat(500) + "b");
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(pattern.matches("a".repeat(20_000))).isFalse());
    }

}
