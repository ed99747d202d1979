package dev.rolewire.rule;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTests {

    private static final List<String> WORDS = List.of("AWS::EC2::Fleet", "AWS::EC2::Instance", "AWS::EKS::Cluster",
            "aws_instance", "aws_iam_instance_profile");

    @Test
    void findsATypoTheOtherCaseAndAPart() {
        assertThat(Nearest.to("AWS::EC2::Instanc", WORDS)).first().isEqualTo("AWS::EC2::Instance");
        assertThat(Nearest.to("aws::ec2::instance", WORDS)).first().isEqualTo("AWS::EC2::Instance");
        assertThat(Nearest.to("cluster", WORDS)).containsExactly("AWS::EKS::Cluster");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Nearest.to("google_compute_instance_template", WORDS)).isEmpty();
        assertThat(Nearest.to("", WORDS)).isEmpty();
        assertThat(Nearest.to("x".repeat(1_000_000), WORDS)).isEmpty();
    }

    @Test
    void givesAtMostFive() {
        assertThat(Nearest.to("abcdef", List.of("abcdea", "abcdeb", "abcdec", "abcded", "abcdee", "abcdeg")))
            .containsExactly("abcdea", "abcdeb", "abcdec", "abcded", "abcdee");
    }

}
