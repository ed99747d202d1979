package dev.rolewire.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.finding.Finding;
import dev.rolewire.inventory.InventoryReader;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.Fixture;
import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What a deployment needs: capabilities to acknowledge, roles to pass.
class RequirementsTests {

    private static final String TRUST = "AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, "
            + "Principal: {Service: [lambda.amazonaws.com, ec2.amazonaws.com]}, Action: 'sts:AssumeRole'}]}";

    private static Report analyze(String template, AnalysisOptions options) {
        byte[] bytes = template.getBytes(StandardCharsets.UTF_8);
        return Analyzers.analyzer().analyze(List.of(new InputFile("template.yaml", bytes)), options);
    }

    private static Report analyze(String resources) {
        return analyze(
                "Parameters: {Stage: {Type: String}, RoleArn: {Type: String}}\nResources:\n" + resources.indent(2),
                AnalysisOptions.DEFAULT);
    }

    private static List<String> passed(Report report) {
        return report.requirements()
            .passRole()
            .stream()
            .map((role) -> role.role() + " " + String.join(",", role.services()))
            .toList();
    }

    /// CloudFormation API Reference, CreateStack, Capabilities.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    AWS::IAM::AccessKey           | {UserName: a}                                          | CAPABILITY_IAM
                    AWS::IAM::Group               | {}                                                     | CAPABILITY_IAM
                    AWS::IAM::Group               | {GroupName: a}                                         | CAPABILITY_NAMED_IAM
                    AWS::IAM::InstanceProfile     | {Roles: [a]}                                           | CAPABILITY_IAM
                    AWS::IAM::InstanceProfile     | {Roles: [a], InstanceProfileName: b}                   | CAPABILITY_NAMED_IAM
                    AWS::IAM::ManagedPolicy       | {PolicyDocument: {}}                                   | CAPABILITY_IAM
                    AWS::IAM::ManagedPolicy       | {PolicyDocument: {}, ManagedPolicyName: !Ref Stage}    | CAPABILITY_NAMED_IAM
                    AWS::IAM::Policy              | {PolicyName: a, PolicyDocument: {}, Roles: [a]}        | CAPABILITY_IAM
                    AWS::IAM::Role                | {AssumeRolePolicyDocument: {}}                         | CAPABILITY_IAM
                    AWS::IAM::Role                | {AssumeRolePolicyDocument: {}, RoleName: a}            | CAPABILITY_NAMED_IAM
                    AWS::IAM::Role                | {AssumeRolePolicyDocument: {}, RoleName: !Ref 'AWS::NoValue'} | CAPABILITY_IAM
                    AWS::IAM::User                | {}                                                     | CAPABILITY_IAM
                    AWS::IAM::User                | {UserName: a}                                          | CAPABILITY_NAMED_IAM
                    AWS::IAM::UserToGroupAddition | {GroupName: a, Users: [b]}                             | CAPABILITY_IAM
                    AWS::IAM::OIDCProvider        | {ThumbprintList: [a]}                                  |
                    AWS::IAM::ServiceLinkedRole   | {AWSServiceName: ecs.amazonaws.com}                    |
                    AWS::S3::Bucket               | {BucketName: a}                                        |
                    """)
    void namesTheCapabilitiesOfResources(String type, String properties, String capability) {
        Report report = analyze("A: {Type: '%s', Properties: %s}".formatted(type, properties));
        assertThat(report.requirements().capabilities())
            .isEqualTo(capability == null ? List.of() : List.of(capability));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Transform: AWS::LanguageExtensions         | CAPABILITY_AUTO_EXPAND
            Transform: [MyMacro]                       | CAPABILITY_AUTO_EXPAND
            Transform: AWS::CodeDeployBlueGreen        | CAPABILITY_AUTO_EXPAND
            Transform: AWS::Serverless-2016-10-31      | CAPABILITY_AUTO_EXPAND
            Description: none                          |
            """)
    void namesTheCapabilityOfTransforms(String section, String capability) {
        Report report = analyze(section + "\nResources: {Topic: {Type: 'AWS::SNS::Topic'}}\n", AnalysisOptions.DEFAULT);
        assertThat(report.requirements().capabilities())
            .isEqualTo(capability == null ? List.of() : List.of(capability));
    }

    @Test
    void whatSamMakesCounts() {
        Report report = analyze("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Resize:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x}
                """, AnalysisOptions.DEFAULT);
        assertThat(report.requirements().capabilities()).containsExactly("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND");
        assertThat(passed(report)).containsExactly("arn:aws:iam::*:role/*-ResizeRole* lambda.amazonaws.com");
    }

    /// CloudFormation looks at the template and not at the values of its parameters.
    @Test
    void aResourceThatIsNotMadeNeedsItsCapability() {
        Report report = analyze("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  Role: {Type: 'AWS::IAM::Role', Condition: Never, Properties: {AssumeRolePolicyDocument: {}}}
                  Topic: {Type: 'AWS::SNS::Topic'}
                """, AnalysisOptions.DEFAULT);
        assertThat(report.requirements().capabilities()).containsExactly("CAPABILITY_IAM");
    }

    @Test
    void listsWhatIsPassedAsExactlyAsItIsKnown() {
        Report report = analyze(
                """
                        Named: {Type: 'AWS::IAM::Role', Properties: {RoleName: web, Path: /team/, %1$s}}
                        Half: {Type: 'AWS::IAM::Role', Properties: {RoleName: !Sub '${Stage}-orders', %1$s}}
                        MadeUpByCloudFormationAlone: {Type: 'AWS::IAM::Role', Properties: {%1$s}}
                        A: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt Named.Arn}}
                        B: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt Half.Arn}}
                        C: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt MadeUpByCloudFormationAlone.Arn}}
                        D: {Type: 'AWS::Lambda::Function', Properties: {Role: 'arn:aws:iam::123456789012:role/x/existing'}}
                        E: {Type: 'AWS::Lambda::Function', Properties: {Role: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/own'}}
                        F: {Type: 'AWS::Lambda::Function', Properties: {Role: !Ref RoleArn}}
                        G: {Type: 'AWS::EC2::Instance', Properties: {IamInstanceProfile: existing}}
                        Profile: {Type: 'AWS::IAM::InstanceProfile', Properties: {Roles: [!Ref Named, by-name]}}
                        """
                    .formatted(TRUST));
        assertThat(passed(report)).containsExactlyInAnyOrder(
                "arn:aws:iam::*:role/team/web lambda.amazonaws.com,ec2.amazonaws.com",
                "arn:aws:iam::*:role/*-orders lambda.amazonaws.com",
                "arn:aws:iam::*:role/*-MadeUpByCloudFormati* lambda.amazonaws.com",
                "arn:aws:iam::123456789012:role/x/existing lambda.amazonaws.com",
                "arn:aws:iam::*:role/own lambda.amazonaws.com", "arn:aws:iam::*:role/by-name ec2.amazonaws.com",
                "arn:aws:iam::*:role/*/by-name ec2.amazonaws.com");
        assertThat(report.requirements().passRoleUnknown()).extracting(Report.UnknownRole::address)
            .containsExactly("F", "G");
        assertThat(report.requirements().passRoleUnknown()).extracting(Report.UnknownRole::reason)
            .containsExactly("parameter", "external-name");
    }

    @Test
    void fillsInWhereItIsDeployed() {
        String template = """
                Resources:
                  Role: {Type: 'AWS::IAM::Role', Properties: {RoleName: web, %s}}
                  A: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt Role.Arn}}
                  G: {Type: 'AWS::EC2::Instance', Properties: {IamInstanceProfile: web-profile}}
                """.formatted(TRUST);
        InventoryReader reader = new InventoryReader();
        reader.read(Repository.read(Repository.testResources().resolve("inventories/account.json"))
            .getBytes(StandardCharsets.UTF_8));
        Report report = analyze(template, AnalysisOptions.DEFAULT.with(reader.inventory(null)));
        assertThat(passed(report))
            .containsExactlyInAnyOrder("arn:aws:iam::123456789012:role/web lambda.amazonaws.com,ec2.amazonaws.com");
        assertThat(report.requirements().passRoleUnknown()).isEmpty();
    }

    /// The policy of every fixture, put into a template, has nothing that the own rule on
    /// policies finds.
    @Test
    void givesAPolicyThatIsWellFormed() {
        long policies = Fixture.all().stream().flatMap(RequirementsTests::policies).peek((policy) -> {
            String template = "{\"Resources\": {\"Policy\": {\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\": "
                    + "{\"PolicyDocument\": " + policy + "}}}}";
            assertThat(analyze(template, AnalysisOptions.DEFAULT).findings()).as(policy)
                .extracting(Finding::ruleId)
                .doesNotContain("malformed-policy", "syntax-error");
        }).count();
        assertThat(policies).isGreaterThan(100);
    }

    private static Stream<String> policies(Fixture fixture) {
        Report report = Analyzers.analyzer().analyze(List.of(fixture.input()), AnalysisOptions.DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReportFormat.JSON.renderer().render(report, new RenderContext("test", Analyzers.analyzer().rules()), bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        JsonNode policy = JsonMapper.shared().readTree(bytes.toByteArray()).at("/requirements/passRolePolicy");
        return policy.at("/Statement").isEmpty() ? Stream.empty() : Stream.of(policy.toString());
    }

}
