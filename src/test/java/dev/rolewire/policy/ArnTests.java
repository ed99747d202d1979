package dev.rolewire.policy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArnTests {

    @Test
    void anArnIsTakenApartAndPutTogether() {
        String text = "arn:aws:iam::123456789012:role/path:x/name";
        Arn arn = Arn.parse(text);
        assertThat(arn).isEqualTo(new Arn("aws", "iam", "", "123456789012", "role/path:x/name"));
        assertThat(arn).hasToString(text);
    }

    @Test
    void otherTextsAreNone() {
        assertThat(Arn.parse("role/name")).isNull();
        assertThat(Arn.parse("arn:aws:iam::123456789012")).isNull();
        assertThat(Arn.parse("ARN:aws:iam::1:role/x")).isNull();
        assertThat(Arn.parse("")).isNull();
    }

}
