package dev.rolewire.catalog;

import java.util.List;

import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.catalog.IdentitySlot.TrustMode;
import dev.rolewire.catalog.Producer.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogLookupTests {

    private final Catalog catalog = Catalogs.bundled();

    @Test
    void givesTheSlotsOfATypeInTheOrderOfTheirPaths() {
        assertThat(this.catalog.slotsOf("AWS::EC2::LaunchTemplate")).extracting((slot) -> slot.path().toString())
            .containsExactly("LaunchTemplateData/IamInstanceProfile/Arn", "LaunchTemplateData/IamInstanceProfile/Name");
        assertThat(this.catalog.slotsOf("AWS::EC2::Subnet")).isEmpty();
    }

    @Test
    void tellsDataSourcesFromResources() {
        assertThat(this.catalog.dataSlotsOf("aws_iam_role")).hasSize(1);
        assertThat(this.catalog.slotsOf("aws_iam_role")).extracting((slot) -> slot.path().toString())
            .contains("permissions_boundary")
            .doesNotContain("name");
        assertThat(this.catalog.providerSlotsOf("aws")).extracting((slot) -> slot.path().toString())
            .contains("assume_role/*/role_arn");
    }

    @Test
    void knowsWhoAssumesTheRoleOfALambdaFunction() {
        IdentitySlot slot = slot("AWS::Lambda::Function", "Role");

        assertThat(slot.accepts()).containsExactly(new Accepted(IdentityKind.ROLE, IdentityForm.ARN));
        assertThat(slot.requirement()).isEqualTo(Requirement.REQUIRED);
        assertThat(slot.trust().mode()).isEqualTo(TrustMode.ANY);
        assertThat(slot.trust().principals()).containsExactly("lambda.amazonaws.com");
    }

    @Test
    void knowsWhereAllPrincipalsAreNeeded() {
        IdentitySlot slot = slot("AWS::MWAA::Environment", "ExecutionRoleArn");

        assertThat(slot.trust().mode()).isEqualTo(TrustMode.ALL);
        assertThat(slot.trust().principals()).containsExactly("airflow.amazonaws.com", "airflow-env.amazonaws.com");
    }

    @Test
    void knowsActionsBesidesAssumeRole() {
        assertThat(slot("AWS::EKS::PodIdentityAssociation", "RoleArn").trust().actions())
            .containsExactly("sts:TagSession");
        assertThat(slot("AWS::EKS::Cluster", "RoleArn").trust().actions()).isEmpty();
    }

    @Test
    void knowsConflictsAsSiblings() {
        IdentitySlot slot = slot("AWS::EC2::EC2Fleet", "LaunchTemplateConfigs/*/Overrides/*/IamInstanceProfile/Arn");

        assertThat(slot.conflicts()).containsExactly("../Name");
        assertThat(slot.path().resolve("../Name"))
            .isEqualTo(List.of("LaunchTemplateConfigs", "*", "Overrides", "*", "IamInstanceProfile", "Name"));
    }

    @Test
    void doesNotJudgeWhereTheSourcesDisagree() {
        assertThat(slot("AWS::DataZone::Connection", "Props/SparkEmrProperties/InstanceProfileArn").disputed())
            .isTrue();
        assertThat(slot("AWS::ECS::TaskDefinition", "ExecutionRoleArn").takes(IdentityKind.ROLE, IdentityForm.NAME))
            .isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "AWS::ApiGateway::Method, Integration/Credentials, arn:aws:iam::*:user/*, true",
            "AWS::ApiGateway::Method, Integration/Credentials, arn:aws-cn:iam::*:user/*, true",
            "AWS::ApiGateway::Method, Integration/Credentials, arn:aws:iam::123456789012:user/bob, false",
            "AWS::Lambda::Permission, Principal, s3.amazonaws.com, true",
            "AWS::Lambda::Permission, Principal, 123456789012, true", "AWS::Lambda::Permission, Principal, *, true",
            "AWS::Lambda::Permission, Principal, arn:aws:iam::123456789012:role/r, false",
            "AWS::Serverless::Function, Policies/*, AWSLambdaBasicExecutionRole, false",
            "AWS::Serverless::Function, Policies/*, arn:aws:iam::123456789012:role/r, false",
            "AWS::Serverless::Api, Auth/InvokeRole, NONE, true", "AWS::Lambda::Function, Role, NONE, false" })
    void tellsLiteralsFromIdentities(String type, String path, String text, boolean literal) {
        assertThat(slot(type, path).isLiteral(text)).isEqualTo(literal);
    }

    @Test
    void tellsPlaceholdersOfAService() {
        assertThat(slot("AWS::SSM::Document", "Content/assumeRole").isPlaceholder("{{ AutomationAssumeRole }}"))
            .isTrue();
        assertThat(slot("AWS::Lambda::Function", "Role").isPlaceholder("{{ AutomationAssumeRole }}")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "AWS::IAM::Role, Ref, role-name", "AWS::IAM::Role, Arn, role-arn",
            "AWS::IAM::InstanceProfile, Ref, instance-profile-name",
            "AWS::IAM::InstanceProfile, Arn, instance-profile-arn", "AWS::IAM::ManagedPolicy, Ref, policy-arn",
            "AWS::IAM::ServiceLinkedRole, Ref, role-name", "aws_iam_role, id, role-name",
            "aws_iam_service_linked_role, id, role-arn", "aws_iam_instance_profile, id, instance-profile-name" })
    void knowsWhatReferencesToIdentitiesYield(String type, String attribute, String form) {
        assertThat(this.catalog.producer(type, false, attribute)).hasValueSatisfying((producer) -> {
            assertThat(producer.meaning()).isEqualTo(Meaning.OWN_IDENTITY);
            assertThat(producer.yields()).hasToString(form);
        });
    }

    @ParameterizedTest
    @CsvSource({ "AWS::IAM::Role, RoleId", "AWS::IAM::Policy, Ref", "AWS::S3::Bucket, Ref", "AWS::S3::Bucket, Arn",
            "AWS::DMS::InstanceProfile, Ref", "aws_s3_bucket, arn", "aws_iam_role, unique_id" })
    void knowsWhatIsSurelyNoIdentity(String type, String attribute) {
        assertThat(meaning(type, false, attribute)).isEqualTo(Meaning.NOT_AN_IDENTITY);
    }

    @Test
    void aDataSourcesIdIsNotItsName() {
        assertThat(meaning("aws_iam_instance_profile", true, "id")).isEqualTo(Meaning.NOT_AN_IDENTITY);
        assertThat(meaning("aws_iam_role", true, "id")).isEqualTo(Meaning.OWN_IDENTITY);
    }

    @ParameterizedTest
    @CsvSource({ "AWS::CloudFormation::CustomResource, Ref", "AWS::CloudFormation::CustomResource, Arn",
            "Custom::Role, Arn", "AWS::CloudFormation::Stack, Outputs.RoleArn", "AWS::SSM::Parameter, Value",
            "AWS::RDS::DBInstance, Endpoint.Address", "aws_iam_role_policies_exclusive, id" })
    void knowsWhatMayBeAnything(String type, String attribute) {
        assertThat(meaning(type, false, attribute)).isEqualTo(Meaning.ANYTHING);
    }

    @Test
    void anArgumentThatIsASlotYieldsWhatTheSlotTakes() {
        assertThat(this.catalog.producer("aws_lambda_function", false, "role")).contains(
                new Producer("aws_lambda_function", false, "role", Accepted.parse("role-arn"), Meaning.OTHER_IDENTITY));
        assertThat(this.catalog.producer("aws_launch_template", false, "iam_instance_profile[0].name"))
            .hasValueSatisfying((producer) -> assertThat(producer.yields()).hasToString("instance-profile-name"));
        assertThat(this.catalog.producer("aws_glue_crawler", false, "role")).hasValueSatisfying((producer) -> {
            assertThat(producer.meaning()).isEqualTo(Meaning.OTHER_IDENTITY);
            assertThat(producer.yields()).isNull();
        });
    }

    @Test
    void saysNothingOfTypesItDoesNotKnow() {
        assertThat(this.catalog.producer("random_pet", false, "id")).isEmpty();
        assertThat(this.catalog.producer("Acme::Iam::Role", false, "Arn")).isEmpty();
        assertThat(this.catalog.identityType("aws_instance", false)).isEmpty();
    }

    @Test
    void knowsTheTypesThatMakeIdentities() {
        assertThat(this.catalog.identityType("AWS::IAM::Role", false))
            .hasValueSatisfying((type) -> assertThat(type.trustProperty()).isEqualTo("AssumeRolePolicyDocument"));
        assertThat(this.catalog.identityType("aws_iam_instance_profile", false))
            .hasValueSatisfying((type) -> assertThat(type.roleProperties()).containsExactly("role", "roles"));
        assertThat(this.catalog.identityType("AWS::IAM::Policy", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ec2.amazonaws.com", "ec2.amazonaws.com.cn", "states.eu-west-1.amazonaws.com",
            "dms.us-gov-west-1.amazonaws.com", "codedeploy.cn-north-1.amazonaws.com.cn" })
    void knowsServicePrincipalsInAllTheirForms(String principal) {
        assertThat(this.catalog.isServicePrincipal(principal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ec2.amazon.com", "lamdba.amazonaws.com", "amazonaws.com", "ec2", "" })
    void refusesWhatIsNoServicePrincipal(String principal) {
        assertThat(this.catalog.isServicePrincipal(principal)).isFalse();
    }

    private IdentitySlot slot(String type, String path) {
        return this.catalog.slotsOf(type)
            .stream()
            .filter((slot) -> slot.path().toString().equals(path))
            .findFirst()
            .orElseThrow();
    }

    private Meaning meaning(String type, boolean data, String attribute) {
        return this.catalog.producer(type, data, attribute).orElseThrow().meaning();
    }

    @Test
    void knowsManagedPoliciesByPathAndByName() {
        assertThat(this.catalog.isManagedPolicy("aws", "service-role/AWSLambdaBasicExecutionRole")).isTrue();
        assertThat(this.catalog.isManagedPolicy("aws-cn", "service-role/AWSLambdaBasicExecutionRole")).isTrue();
        assertThat(this.catalog.isManagedPolicy("aws-iso", "service-role/AWSLambdaBasicExecutionRole")).isFalse();
        assertThat(this.catalog.isManagedPolicy("aws", "AWSLambdaBasicExecutionRole")).isFalse();
        assertThat(this.catalog.isManagedPolicyName("AWSLambdaBasicExecutionRole")).isTrue();
        assertThat(this.catalog.isManagedPolicyName("AWSLambdaBasicExecutionRol")).isFalse();
    }

}
