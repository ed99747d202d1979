package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.at;
import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class PseudoParametersTests {

    private static final String ARN = """
            Resources:
              X:
                Type: T::T::T
                Properties:
                  P: !Sub arn:${AWS::Partition}:${AWS::Region}:${AWS::AccountId}:${AWS::URLSuffix}:${AWS::StackName}
            """;

    @Test
    void whatIsNotKnownIsAReference() {
        assertThat(x(lower(ARN))).isEqualTo("<arn:|${AWS::Partition.Ref}|:|${AWS::Region.Ref}|:|${AWS::AccountId.Ref}"
                + "|:|${AWS::URLSuffix.Ref}|:|${AWS::StackName.Ref}>");
    }

    @ParameterizedTest
    @CsvSource({ "eu-west-1, aws, amazonaws.com", "cn-north-1, aws-cn, amazonaws.com.cn",
            "us-gov-west-1, aws-us-gov, amazonaws.com", "us-iso-east-1, aws-iso, c2s.ic.gov",
            "us-isob-east-1, aws-iso-b, sc2s.sgov.gov", "eu-isoe-west-1, aws-iso-e, cloud.adc-e.uk",
            "us-isof-south-1, aws-iso-f, csp.hci.ic.gov", "eusc-de-east-1, aws-eusc, amazonaws.eu" })
    void theRegionDecidesPartitionAndSuffix(String region, String partition, String suffix) {
        Template template = lower(ARN, at(region, "123456789012"));
        assertThat(x(template))
            .isEqualTo("<arn:" + partition + ":" + region + ":123456789012:" + suffix + ":|${AWS::StackName.Ref}>");
        assertThat(template.environment()).isEqualTo(new Template.Environment(region, "123456789012"));
    }

    @Test
    void aPseudoParameterThatDoesNotExistIsUndefined() {
        Template template = lower(ARN.replace("AWS::StackName", "AWS::Stack"));
        assertThat(Templates.problems(template))
            .containsExactly("UNDEFINED_REFERENCE X P | ${AWS::Stack} | `AWS::Stack`"
                    + " is not defined: the template has no pseudo parameter of that name");
    }

}
