package dev.rolewire.policy;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrincipalMatchingTests {

    private static String answer(String principal, TrustQuery query) {
        GuardSpace guards = new GuardSpace();
        String policy = "{'Statement': {'Effect': 'Allow', 'Action': '" + query.action() + "', 'Principal': "
                + principal + "}}";
        TrustVerdict verdict = TrustEvaluator.evaluate(Policies.parse(policy, guards), query, guards);
        if (verdict.granted() == Guard.TRUE) {
            assertThat(verdict.possible()).isSameAs(Guard.TRUE);
            assertThat(verdict.reason()).isNull();
            return "granted";
        }
        assertThat(verdict.granted()).isSameAs(Guard.FALSE);
        if (verdict.possible() == Guard.TRUE) {
            return "possible: " + verdict.reason();
        }
        assertThat(verdict.possible()).isSameAs(Guard.FALSE);
        return "no: " + verdict.flaw();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"',
            textBlock = """
                    ec2.amazonaws.com             | ec2.amazonaws.com                              | -         | granted
                    ec2.amazonaws.com             | ec2.amazonaws.com.cn                           | -         | granted
                    ec2.amazonaws.com             | ec2.c2s.ic.gov                                 | -         | granted
                    ec2.amazonaws.com             | ec2.sc2s.sgov.gov                              | -         | granted
                    ec2.amazonaws.com             | ec2.amazonaws.eu                               | -         | granted
                    ec2.amazonaws.com             | ec2.${AWS::URLSuffix}                          | -         | granted
                    ec2.amazonaws.com             | ${?Service}.${AWS::URLSuffix}                  | -         | possible: PARAMETER
                    ec2.amazonaws.com             | ec2.${!Domain}                                 | -         | possible: IMPORT
                    ec2.amazonaws.com             | lambda.${!Domain}                              | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | ${?Principal}                                  | -         | possible: PARAMETER
                    ec2.amazonaws.com             | ${Topic.Arn}                                   | -         | possible: KNOWN_AFTER_APPLY
                    ec2.amazonaws.com             | EC2.amazonaws.com                              | -         | possible: KNOWN_AFTER_APPLY
                    ec2.amazonaws.com             | lambda.amazonaws.com                           | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | ec2.amazon.com                                 | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | ec2                                            | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | ""                                             | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | .amazonaws.com                                 | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | xec2.amazonaws.com                             | -         | no: PRINCIPAL_NOT_NAMED
                    ec2.amazonaws.com             | *                                              | -         | possible: KNOWN_AFTER_APPLY
                    ec2.amazonaws.com             | *.amazonaws.com                                | -         | possible: KNOWN_AFTER_APPLY
                    ec2.amazonaws.com             | lambda*.amazonaws.com                          | -         | no: PRINCIPAL_NOT_NAMED
                    apprunner.amazonaws.com       | build.apprunner.amazonaws.com                  | -         | no: PRINCIPAL_NOT_NAMED
                    build.apprunner.amazonaws.com | apprunner.amazonaws.com                        | -         | no: PRINCIPAL_NOT_NAMED
                    build.apprunner.amazonaws.com | build.apprunner.${AWS::URLSuffix}              | -         | granted
                    rds.amazonaws.com             | monitoring.rds.amazonaws.com                   | -         | no: PRINCIPAL_NOT_NAMED
                    states.amazonaws.com          | states.us-east-1.amazonaws.com                 | -         | possible: KNOWN_AFTER_APPLY
                    states.amazonaws.com          | states.us-east-1.amazonaws.com                 | us-east-1 | granted
                    states.amazonaws.com          | states.us-east-1.amazonaws.com                 | eu-west-1 | possible: KNOWN_AFTER_APPLY
                    states.amazonaws.com          | states.${AWS::Region}.amazonaws.com            | -         | granted
                    states.amazonaws.com          | states.${AWS::Region}.${AWS::URLSuffix}        | eu-west-1 | granted
                    states.amazonaws.com          | states.${?Region}.amazonaws.com                | -         | possible: PARAMETER
                    states.amazonaws.com          | states.local.amazonaws.com                     | -         | no: PRINCIPAL_NOT_NAMED
                    logs.amazonaws.com            | logs.us-gov-west-1.amazonaws.com               | -         | possible: KNOWN_AFTER_APPLY
                    logs.amazonaws.com            | logs.us-isob-east-1.sc2s.sgov.gov              | -         | possible: KNOWN_AFTER_APPLY
                    lambda.amazonaws.com          | lambda.ap-east-1.amazonaws.com                 | -         | possible: KNOWN_AFTER_APPLY
                    logs.amazonaws.com            | delivery.logs.amazonaws.com                    | -         | no: PRINCIPAL_NOT_NAMED
                    dms.{region}.amazonaws.com    | dms.amazonaws.com                              | -         | no: PRINCIPAL_NOT_NAMED
                    dms.{region}.amazonaws.com    | dms.${AWS::URLSuffix}                          | -         | no: PRINCIPAL_NOT_NAMED
                    dms.{region}.amazonaws.com    | dms.eu-west-1.amazonaws.com                    | -         | possible: KNOWN_AFTER_APPLY
                    dms.{region}.amazonaws.com    | dms.eu-west-1.amazonaws.com                    | eu-west-1 | granted
                    dms.{region}.amazonaws.com    | dms.eu-west-1.amazonaws.com                    | us-east-1 | no: PRINCIPAL_NOT_NAMED
                    dms.{region}.amazonaws.com    | dms.${AWS::Region}.amazonaws.com               | -         | granted
                    dms.{region}.amazonaws.com    | dms.${AWS::Region}.${AWS::URLSuffix}           | us-east-1 | granted
                    dms.{region}.amazonaws.com    | dms.${?Region}.amazonaws.com                   | -         | possible: PARAMETER
                    dms.{region}.amazonaws.com    | ${?Any}                                        | -         | possible: PARAMETER
                    alexa-appkit.amazon.com       | alexa-appkit.amazon.com                        | -         | granted
                    alexa-appkit.amazon.com       | alexa-appkit.amazonaws.com                     | -         | no: PRINCIPAL_NOT_NAMED
                    alexa-appkit.amazon.com       | alexa-appkit.${?Domain}                        | -         | possible: PARAMETER
                    alexa-appkit.amazon.com       | alexa-appkit.${AWS::URLSuffix}                 | -         | possible: KNOWN_AFTER_APPLY
                    """)
    void aServiceIsMatchedByItsName(String wanted, @Nullable String written, @Nullable String region, String expected) {
        String principal = "{'Service': '" + (written == null ? "" : written) + "'}";
        TrustQuery query = new TrustQuery(wanted, false, "sts:AssumeRole", region);
        assertThat(answer(principal, query)).isEqualTo(expected);
        assertThat(answer("{'Service': ['sns.amazonaws.com', '" + (written == null ? "" : written) + "']}", query))
            .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "*"                                                       | possible: KNOWN_AFTER_APPLY
            {"AWS": "*"}                                              | possible: KNOWN_AFTER_APPLY
            {"AWS": ["1", "*"]}                                       | possible: KNOWN_AFTER_APPLY
            {"CanonicalUser": "*"}                                    | no: PRINCIPAL_NOT_NAMED
            {"AWS": "ec2.amazonaws.com"}                              | no: WRONG_PRINCIPAL_TYPE
            {"Federated": "ec2.${AWS::URLSuffix}"}                    | no: WRONG_PRINCIPAL_TYPE
            {"Services": "ec2.amazonaws.com"}                         | no: WRONG_PRINCIPAL_TYPE
            "ec2.amazonaws.com"                                       | no: WRONG_PRINCIPAL_TYPE
            {"service": "ec2.amazonaws.com"}                          | possible: KNOWN_AFTER_APPLY
            {"service": "lambda.amazonaws.com"}                       | no: PRINCIPAL_NOT_NAMED
            {"AWS": "arn:aws:iam::123456789012:root"}                 | no: PRINCIPAL_NOT_NAMED
            {"AWS": "${?Account}"}                                    | no: PRINCIPAL_NOT_NAMED
            {"AWS": "arn:aws:iam::${AWS::AccountId}:root"}            | no: PRINCIPAL_NOT_NAMED
            {"AWS": "1", "Service": "ec2.amazonaws.com"}              | granted
            "${?Principal}"                                           | possible: PARAMETER
            {"Service": "${?Service}"}                                | possible: PARAMETER
            {"Service": [["ec2.amazonaws.com"]]}                      | possible: KNOWN_AFTER_APPLY
            {"Service": {"Name": "ec2.amazonaws.com"}}                | no: PRINCIPAL_NOT_NAMED
            {"Service": []}                                           | no: PRINCIPAL_NOT_NAMED
            {}                                                        | no: PRINCIPAL_NOT_NAMED
            17                                                        | no: PRINCIPAL_NOT_NAMED
            """)
    void aServiceIsNamedUnderItsType(String principal, String expected) {
        TrustQuery query = new TrustQuery("ec2.amazonaws.com", false, "sts:AssumeRole", null);
        assertThat(answer(principal, query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Federated": "cognito-identity.amazonaws.com"}           | granted
            {"Federated": "cognito-identity.${AWS::URLSuffix}"}       | granted
            {"Federated": "cognito-identity-us-gov.amazonaws.com"}    | possible: KNOWN_AFTER_APPLY
            {"Federated": "${?Provider}"}                             | possible: PARAMETER
            {"Federated": "${Provider}"}                              | possible: KNOWN_AFTER_APPLY
            {"Federated": "accounts.google.com"}                      | no: PRINCIPAL_NOT_NAMED
            {"Service": "cognito-identity.amazonaws.com"}             | no: WRONG_PRINCIPAL_TYPE
            "*"                                                       | possible: KNOWN_AFTER_APPLY
            """)
    void anIdentityProviderIsNamedUnderFederated(String principal, String expected) {
        TrustQuery query = new TrustQuery("cognito-identity.amazonaws.com", true, "sts:AssumeRoleWithWebIdentity",
                null);
        assertThat(answer(principal, query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::123456789012:oidc-provider/token.example.com           | granted
            arn:aws:iam::${AWS::AccountId}:oidc-provider/token.example.com      | granted
            token.example.com                                                   | granted
            arn:aws:iam::${AWS::AccountId}:oidc-provider/${?Issuer}             | possible: PARAMETER
            arn:aws:iam::123456789012:oidc-provider/other.example.com           | no: PRINCIPAL_NOT_NAMED
            arn:aws:iam::123456789012:saml-provider/token.example.com           | no: PRINCIPAL_NOT_NAMED
            """)
    void anOpenIdConnectProviderIsNamedByItsArn(String written, String expected) {
        TrustQuery query = new TrustQuery("token.example.com", true, "sts:AssumeRoleWithWebIdentity", null);
        assertThat(answer("{'Federated': '" + written + "'}", query)).isEqualTo(expected);
    }

}
