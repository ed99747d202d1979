package dev.rolewire.policy;

import java.util.List;
import java.util.Map;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.policy.TrustVerdict.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrustEvaluatorTests {

    private static final TrustQuery EC2 = new TrustQuery("ec2.amazonaws.com", false, "sts:AssumeRole", null);

    private static final String ALLOW_EC2 = "{'Effect': 'Allow', 'Principal': {'Service': 'ec2.amazonaws.com'}, "
            + "'Action': 'sts:AssumeRole'}";

    private static final String ALLOW_LAMBDA = ALLOW_EC2.replace("ec2", "lambda");

    private final GuardSpace guards = new GuardSpace();

    private TrustVerdict evaluate(String policy) {
        return TrustEvaluator.evaluate(Policies.parse(policy, this.guards), EC2, this.guards);
    }

    private TrustVerdict statements(String statements) {
        return evaluate("{'Version': '2012-10-17', 'Statement': [" + statements + "]}");
    }

    private static void assertGranted(TrustVerdict verdict) {
        assertThat(verdict.granted()).isSameAs(Guard.TRUE);
        assertThat(verdict.possible()).isSameAs(Guard.TRUE);
        assertThat(verdict.reason()).isNull();
        assertThat(verdict.flaw()).isEqualTo(Flaw.NONE);
    }

    private static void assertOpen(TrustVerdict verdict, Reason reason) {
        assertThat(verdict.granted()).isSameAs(Guard.FALSE);
        assertThat(verdict.possible()).isSameAs(Guard.TRUE);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.flaw()).isEqualTo(Flaw.NONE);
    }

    private static void assertRefused(TrustVerdict verdict, Flaw flaw, String pointer) {
        assertThat(verdict.granted()).isSameAs(Guard.FALSE);
        assertThat(verdict.possible()).isSameAs(Guard.FALSE);
        assertThat(verdict.reason()).isNull();
        assertThat(verdict.flaw()).isEqualTo(flaw);
        assertThat(verdict.origin().pointer().toString()).isEqualTo(pointer);
    }

    @Test
    void oneStatementCountsAsAListOfOne() {
        assertGranted(evaluate("{'Statement': " + ALLOW_EC2 + "}"));
        assertGranted(statements(ALLOW_EC2));
        assertGranted(evaluate("{'Json': {'Statement': [" + ALLOW_EC2 + "]}}"));
        assertGranted(statements(ALLOW_LAMBDA + "," + ALLOW_EC2));
    }

    @Test
    void theVerdictNamesWhoIsTrustedInstead() {
        TrustVerdict verdict = statements(ALLOW_LAMBDA + """
                , {'Effect': 'Allow', 'Action': 'sts:*', 'Principal': {'AWS': ['arn:aws:iam::${AWS::AccountId}:root',
                    'arn:aws:iam::${AWS::AccountId}:root', '${Role.Arn}'],
                    'Service': ['states.${AWS::Region}.amazonaws.com', '${?Name}x', 'lambda.amazonaws.com']}},
                {'Effect': 'Deny', 'Action': '*', 'Principal': {'Service': 'sns.amazonaws.com'}}""");
        assertRefused(verdict, Flaw.PRINCIPAL_NOT_NAMED, "/Statement/0/Principal");
        assertThat(verdict.trusted()).containsExactly("lambda.amazonaws.com",
                "AWS: arn:aws:iam::${AWS::AccountId}:root", "AWS: ${Role.Arn}", "states.${AWS::Region}.amazonaws.com",
                "${Name}x");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'sts:AssumeRole'", "['sts:TagSession', 'sts:AssumeRole']", "'STS:assumerole'", "'sts:*'",
            "'*'", "'sts:Assume*'", "'sts:AssumeRol?'", "'sts:*Role'" })
    void anActionIsMatchedWithWildcardsAndWithoutCase(String action) {
        assertGranted(statements(ALLOW_EC2.replace("'sts:AssumeRole'", action)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "'sts:AssumeRoleWithWebIdentity'", "'sts:Assume'", "'AssumeRole'", "'ec2:*'", "[]", "''",
            "'sts:AssumeRole?'", "['sts:TagSession', 'sts:SetContext']", "{'sts': 'AssumeRole'}" })
    void anotherActionIsNotEnough(String action) {
        assertRefused(statements(ALLOW_EC2.replace("'sts:AssumeRole'", action)), Flaw.WRONG_ACTION,
                "/Statement/0" + (action.equals("[]") ? "" : "/Action"));
    }

    @Test
    void anUnknownActionIsOpen() {
        assertOpen(statements(ALLOW_EC2.replace("'sts:AssumeRole'", "'${?Action}'")), Reason.PARAMETER);
        assertOpen(statements(ALLOW_EC2.replace("'sts:AssumeRole'", "'sts:${!Action}'")), Reason.IMPORT);
    }

    @Test
    void notActionAllowsWhatItDoesNotName() {
        assertGranted(statements(ALLOW_EC2.replace("'Action': 'sts:AssumeRole'", "'NotAction': 'sts:TagSession'")));
        assertRefused(statements(ALLOW_EC2.replace("'Action': 'sts:AssumeRole'", "'NotAction': 'sts:Assume*'")),
                Flaw.WRONG_ACTION, "/Statement/0/NotAction");
    }

    @Test
    void aDenialWinsWhereverItStands() {
        String deny = ALLOW_EC2.replace("Allow", "Deny");
        assertRefused(statements(deny + "," + ALLOW_EC2), Flaw.DENIED, "/Statement/0");
        assertRefused(statements(ALLOW_EC2 + "," + deny), Flaw.DENIED, "/Statement/1");
        assertRefused(statements(ALLOW_EC2 + ",{'Effect': 'Deny', 'Principal': '*', 'Action': 'sts:*'}"), Flaw.DENIED,
                "/Statement/1");
        assertGranted(statements(ALLOW_EC2 + "," + ALLOW_LAMBDA.replace("Allow", "Deny")));
        assertGranted(statements(ALLOW_EC2 + "," + deny.replace("AssumeRole", "TagSession")));
    }

    @Test
    void aDenialThatMayNotApplyLeavesItOpen() {
        String deny = ALLOW_EC2.replace("Allow", "Deny");
        assertOpen(
                statements(
                        ALLOW_EC2 + "," + deny.replace("'Action'", "'Condition': {'Bool': {'a:b': 'true'}}, 'Action'")),
                Reason.KNOWN_AFTER_APPLY);
        assertOpen(statements(ALLOW_EC2 + "," + deny.replace("'ec2.amazonaws.com'", "'${?Denied}'")), Reason.PARAMETER);
        assertOpen(statements(ALLOW_EC2 + ",{'Effect': 'Deny', 'Principal': {'AWS': '*'}, 'Action': 'sts:*'}"),
                Reason.KNOWN_AFTER_APPLY);
        assertOpen(statements(ALLOW_EC2.replace("'Allow'", "'${?Effect}'")), Reason.PARAMETER);
    }

    @Test
    void notPrincipalDeniesAllOthersAndNeverSurelyAllows() {
        String others = "{'Effect': 'Deny', 'NotPrincipal': {'Service': 'NAME.amazonaws.com'}, 'Action': 'sts:*'}";
        assertGranted(statements(ALLOW_EC2 + "," + others.replace("NAME", "ec2")));
        assertRefused(statements(ALLOW_EC2 + "," + others.replace("NAME", "lambda")), Flaw.DENIED, "/Statement/1");
        TrustVerdict open = statements(others.replace("Deny", "Allow").replace("NAME", "lambda"));
        assertOpen(open, Reason.KNOWN_AFTER_APPLY);
        assertThat(open.trusted()).containsExactly("all but lambda.amazonaws.com");
        assertRefused(statements(others.replace("Deny", "Allow").replace("NAME", "ec2")), Flaw.PRINCIPAL_NOT_NAMED,
                "/Statement/0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                   | granted
            {"StringEquals": {}}                                                                 | granted
            {"StringEquals": {"aws:SourceAccount": "123456789012"}}                              | granted
            {"StringEquals": {"aws:SourceAccount": "${AWS::AccountId}"}}                         | granted
            {"StringEquals": {"AWS:sourceaccount": ["1", "123456789012"]}}                       | granted
            {"StringLike": {"aws:SourceAccount": "*"}}                                           | granted
            {"ArnLike": {"aws:SourceArn": "arn:aws:logs:*:123456789012:*"}}                      | granted
            {"ArnLike": {"aws:SourceArn": "arn:${AWS::Partition}:logs:${AWS::Region}:*"}}        | granted
            {"StringEquals": {"aws:SourceArn": "${Trail.Arn}"}}                                  | granted
            {"StringEqualsIfExists": {"aws:SourceOrgID": "o-abc"}}                               | granted
            {"ForAnyValue:StringLike": {"aws:SourceOrgPaths": "o-abc/*"}}                        | granted
            {"StringEquals": {"aws:SourceAccount": "my account"}}                                | open
            {"StringEquals": {"aws:SourceAccount": "1234-5678-9012"}}                            | open
            {"StringEquals": {"aws:SourceArn": "my-trail"}}                                      | open
            {"StringEquals": {"aws:SourceAccount": []}}                                          | open
            {"StringNotEquals": {"aws:SourceAccount": "123456789012"}}                           | open
            {"StringEquals": {"sts:ExternalId": "x"}}                                            | open
            {"Bool": {"aws:MultiFactorAuthPresent": "true"}}                                     | open
            {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}                                        | open
            {"StringEquals": {"aws:SourceAccount": "123456789012", "aws:PrincipalOrgID": "o-1"}} | open
            "no map"                                                                             | open
            {"StringEquals": "no map"}                                                           | open
            """)
    void aConditionOnTheCallingServiceHolds(String condition, String expected) {
        TrustVerdict verdict = statements(ALLOW_EC2.replace("'Action'", "'Condition': " + condition + ", 'Action'"));
        if (expected.equals("granted")) {
            assertGranted(verdict);
        }
        else {
            assertOpen(verdict, Reason.KNOWN_AFTER_APPLY);
        }
    }

    @Test
    void anUnknownConditionGivesItsReason() {
        assertOpen(statements(ALLOW_EC2.replace("'Action'", "'Condition': '${!Condition}', 'Action'")), Reason.IMPORT);
        assertOpen(
                statements(ALLOW_EC2.replace("'Action'",
                        "'Condition': {'StringEquals': {'aws:PrincipalTag/x': '${?Tag}'}}, 'Action'")),
                Reason.PARAMETER);
    }

    @Test
    void onlyAServiceThatSendsOneSatisfiesAnExternalId() {
        Value policy = Policies.parse("""
                {'Statement': {'Effect': 'Allow', 'Principal': {'Service': 'cognito-idp.amazonaws.com'},
                 'Action': 'sts:AssumeRole', 'Condition': {'StringEquals': {'sts:ExternalId': 'x'}}}}""", this.guards);
        TrustQuery query = new TrustQuery("cognito-idp.amazonaws.com", false, "sts:AssumeRole", null);
        assertGranted(TrustEvaluator.evaluate(policy, query, this.guards));
    }

    @Test
    void theKeysOfAnIdentityProviderHoldForIt() {
        Value policy = Policies.parse("""
                {'Statement': {'Effect': 'Allow', 'Principal': {'Federated': 'cognito-identity.amazonaws.com'},
                 'Action': 'sts:AssumeRoleWithWebIdentity', 'Condition': {
                 'StringEquals': {'cognito-identity.amazonaws.com:aud': '${Pool}'},
                 'ForAnyValue:StringLike': {'cognito-identity.amazonaws.com:amr': 'authenticated'}}}}""", this.guards);
        TrustQuery query = new TrustQuery("cognito-identity.amazonaws.com", true, "sts:AssumeRoleWithWebIdentity",
                null);
        assertGranted(TrustEvaluator.evaluate(policy, query, this.guards));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'Statement': PROD}", "{'Statement': [PROD]}",
            "{'If': ['Env=prod', {'Statement': EC2}, {'Statement': []}]}",
            "{'Statement': {'Effect': {'If': ['Env=prod', 'Allow', 'Deny']}, 'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': 'Allow', 'Principal': {'If': ['Env=prod', {'Service': 'ec2.amazonaws.com'}, {'AWS': '1'}]}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': 'Allow', 'Principal': {'Service': {'If': ['Env=prod', 'ec2.amazonaws.com', 'sns.amazonaws.com']}}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': 'Allow', 'Principal': {'Service': ['sns.amazonaws.com', {'If': ['Env=prod', 'ec2.amazonaws.com', {'None': 1}]}]}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': 'Allow', 'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': {'If': ['Env=prod', 'sts:*', ['sts:TagSession']]}}}",
            "{'Statement': [EC2, {'If': ['Env=prod', {'None': 1}, {'Effect': 'Deny', 'Principal': '*', 'Action': '*'}]}]}" })
    void aChoiceAroundAnyPartIsJudgedUnderItsGuard(String policy) {
        TrustVerdict verdict = evaluate(
                policy.replace("PROD", "{'If': ['Env=prod', EC2, {'None': 1}]}").replace("EC2", ALLOW_EC2));
        Guard prod = Policies.guard("Env=prod", this.guards);
        assertThat(verdict.granted()).isSameAs(prod);
        assertThat(verdict.possible()).isSameAs(prod);
        assertThat(verdict.flaw()).isNotEqualTo(Flaw.NONE);
        assertThat(this.guards.solve(verdict.granted()).orElseThrow().assignment())
            .containsExactly(Map.entry("Env", "prod"));
        assertThat(this.guards.solve(this.guards.not(verdict.possible())).orElseThrow().assignment().get("Env"))
            .isNotEqualTo("prod");
    }

    @Test
    void whoIsTrustedIsToldForTheCasesThatFail() {
        TrustVerdict verdict = statements(ALLOW_EC2.replace("'ec2.amazonaws.com'",
                "[{'If': ['Env=prod', 'ec2.amazonaws.com', 'sns.amazonaws.com']}, 'sqs.amazonaws.com']"));
        assertThat(verdict.trusted()).containsExactly("sns.amazonaws.com", "sqs.amazonaws.com");
        assertThat(verdict.flaw()).isEqualTo(Flaw.PRINCIPAL_NOT_NAMED);
    }

    @Test
    void contradictoryGuardsGrantNothing() {
        String prod = "{'If': ['Env=prod', EC2, {'None': 1}]}".replace("EC2",
                ALLOW_EC2.replace("'sts:AssumeRole'", "{'If': ['Env=dev', 'sts:*', 'sts:TagSession']}"));
        assertThat(statements(prod).possible()).isSameAs(Guard.FALSE);
    }

    @Test
    void aConditionUnderAGuardLeavesTheRestGranted() {
        TrustVerdict verdict = statements(ALLOW_EC2.replace("'Action'",
                "'Condition': {'If': ['Env=prod', {'Bool': {'a:b': 'c'}}, {'None': 1}]}, 'Action'"));
        assertThat(verdict.granted()).isSameAs(this.guards.not(Policies.guard("Env=prod", this.guards)));
        assertThat(verdict.possible()).isSameAs(Guard.TRUE);
        assertThat(verdict.reason()).isEqualTo(Reason.KNOWN_AFTER_APPLY);
    }

    @Test
    void aChoiceInsideATextIsFollowed() {
        Value ec2 = Value.Literal.of("ec2", Policies.parse("1", this.guards).origin());
        Value sns = Value.Literal.of("sns", ec2.origin());
        Value domain = Value.Literal.of(".amazonaws.com", ec2.origin());
        Guard prod = Policies.guard("Env=prod", this.guards);
        Value name = new Value.Concat(List.of(new Value.Choice(prod, ec2, sns, ec2.origin()), domain), ec2.origin(),
                null);
        assertThat(Alternatives.of(this.guards, Guard.TRUE, name)).hasSize(2)
            .extracting((leaf) -> ValueText.of(leaf.value()))
            .containsExactly("ec2.amazonaws.com", "sns.amazonaws.com");
    }

    @Test
    void unknownStatementsLeaveItOpen() {
        assertOpen(evaluate("'${?Policy}'"), Reason.PARAMETER);
        assertOpen(evaluate("{'Statement': '${!Statement}'}"), Reason.IMPORT);
        assertOpen(statements("'${?More}'," + ALLOW_LAMBDA), Reason.PARAMETER);
        assertOpen(statements("'${?More}'," + ALLOW_EC2), Reason.PARAMETER);
        assertOpen(evaluate("'${Other.Policy}'"), Reason.KNOWN_AFTER_APPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "'no policy'", "{'None': 1}", "{'Statement': 'text'}",
            "{'Statement': ['text']}", "{'Version': '2012-10-17'}", "{'Statement': 17}" })
    void whatIsNoPolicyIsLeftToOtherRules(String policy) {
        assertOpen(evaluate(policy), Reason.KNOWN_AFTER_APPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'Statement': []}", "{'Statement': {}}", "{'Statement': [{}, {'Effect': 'Allow'}]}",
            "{'Statement': {'Effect': 'Permit', 'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': ['x'], 'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': {}, 'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': 'sts:*'}}",
            "{'Statement': {'Principal': {'Service': 'ec2.amazonaws.com'}, 'Action': 'sts:*'}}",
            "{'Statement': {'Effect': 'Allow', 'Action': 'sts:*'}}" })
    void aMalformedStatementGrantsNothing(String policy) {
        TrustVerdict verdict = evaluate(policy);
        assertThat(verdict.possible()).isSameAs(Guard.FALSE);
        assertThat(verdict.flaw()).isEqualTo(Flaw.PRINCIPAL_NOT_NAMED);
    }

    @Test
    void aWordInAnotherCaseNeverGrantsAndNeverRefuses() {
        assertOpen(statements(ALLOW_EC2.replace("Allow", "allow")), Reason.KNOWN_AFTER_APPLY);
        assertOpen(evaluate("{'statement': " + ALLOW_EC2 + "}"), Reason.KNOWN_AFTER_APPLY);
        assertOpen(statements(ALLOW_EC2.replace("Principal", "principal")), Reason.KNOWN_AFTER_APPLY);
        assertOpen(statements(ALLOW_EC2.replace("Action", "action")), Reason.KNOWN_AFTER_APPLY);
    }

    @Test
    void theOriginOfAnOpenVerdictIsThePartThatIsOpen() {
        TrustVerdict verdict = statements(ALLOW_LAMBDA + "," + ALLOW_EC2.replace("ec2.amazonaws.com", "${?Service}"));
        assertThat(verdict.origin().pointer().toString()).isEqualTo("/Statement/1/Principal/Service");
    }

    @Test
    void theOriginOfAMisplacedPrincipalIsThePrincipal() {
        assertRefused(statements(ALLOW_EC2.replace("'Service'", "'AWS'")), Flaw.WRONG_PRINCIPAL_TYPE,
                "/Statement/0/Principal/AWS");
    }

    @Test
    void aSpaceWithoutBudgetAnswersThatItDoesNotKnow() {
        GuardSpace poor = new GuardSpace(0);
        Value policy = Policies.parse("{'Statement': ["
                + ALLOW_EC2.replace("'sts:AssumeRole'", "{'If': ['A=1', {'If': ['B=1', 'sts:*', 'a:b']}, 'a:b']}")
                + "]}", poor);
        TrustVerdict verdict = TrustEvaluator.evaluate(policy, EC2, poor);
        assertOpen(verdict, Reason.BUDGET);
    }

    @Test
    void hostilePoliciesAreAnsweredInTime() {
        String wild = "*a".repeat(3_000);
        assertOpen(statements(ALLOW_EC2.replace("'ec2.amazonaws.com'", "'" + "${?X}a".repeat(9_000) + "'")),
                Reason.PARAMETER);
        assertThat(statements(ALLOW_EC2.replace("'sts:AssumeRole'", "'" + wild + "'")).possible())
            .isSameAs(Guard.FALSE);
        String labels = "ec2.ab" + "-a".repeat(100_000) + "-1.amazonaws.com";
        assertThat(statements(ALLOW_EC2.replace("ec2.amazonaws.com", labels)).possible()).isSameAs(Guard.FALSE);
        String many = "'sns.amazonaws.com',".repeat(20_000);
        assertGranted(statements(ALLOW_EC2.replace("'ec2.amazonaws.com'", "[" + many + "'ec2.amazonaws.com']")));
    }

}
