package dev.rolewire.frontend;

import java.util.Objects;

import dev.rolewire.model.Dialect;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.yaml.YamlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatDetectorTests {

    private static Detected detect(String text) {
        Node tree = YamlParser.parse(SourceFile.of("f", text), ParseLimits.DEFAULT).value();
        return FormatDetector.detect(Objects.requireNonNull(tree));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{AWSTemplateFormatVersion: '2010-09-09'}", "{Resources: {A: {Type: 'AWS::SNS::Topic'}}}",
            "{Resources: {A: {Type: {a: b}}}}", "{Resources: {A: 5}}", "{Resources: [], Parameters: {}}",
            "{Transform: AWS::Serverless-2016-10-31, Resources: x}", "{Resources: {}}",
            "{Resources: {'Fn::ForEach::A': [], B: 1}, Other: 1}", "{Resources: {A: {Properties: {}}}, Foo: 1}" })
    void templatesAreRecognised(String text) {
        assertThat(detect(text).dialect()).isEqualTo(Dialect.CLOUDFORMATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {format_version: '1.2', planned_values: {}} ~ TERRAFORM_PLAN
            {format_version: '1.2', resource_changes: []} ~ TERRAFORM_PLAN
            {format_version: '0.1', configuration: {}, values: {}} ~ TERRAFORM_PLAN
            {planned_values: {}} ~ TERRAFORM_PLAN
            {format_version: '1.0', values: {}} ~ TERRAFORM_STATE
            {format_version: '1.0'} ~ TERRAFORM_STATE
            """)
    void plansAndStatesAreRecognised(String text, Dialect dialect) {
        assertThat(detect(text).dialect()).isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {version: 4, terraform_version: 1.5.0, serial: 3, lineage: x, resources: []} ~ terraform show -json
            {version: 4, serial: 1} ~ raw Terraform state
            {format_version: '1.0', provider_schemas: {}} ~ another Terraform command
            {format_version: '1.0', valid: true} ~ another Terraform command
            {'@level': info, '@message': m} ~ log of `terraform plan -json`
            {name: x, version: 1.0.0} ~ description of a package
            {name: x, version: 1.0.0, scripts: {}} ~ package.json
            {version: '36.0.0', artifacts: {}} ~ CDK cloud assembly
            {app: npx ts-node} ~ cdk synth
            {openapi: 3.1.0} ~ OpenAPI
            {apiVersion: v1, kind: Pod} ~ Kubernetes
            {Version: '2012-10-17', Statement: []} ~ IAM policy by itself
            {resource: /, httpMethod: GET} ~ of no kind that is known here
            {resource: {aws_iam_role: {}}} ~ Terraform configuration in JSON
            {TemplateBody: x} ~ get-template
            {Parameters: {A: b}} ~ stack parameters
            [{ParameterKey: A, ParameterValue: b}] ~ stack parameters
            [] ~ empty list
            {} ~ empty map
            text ~ single value
            {foo: bar} ~ of no kind that is known here
            """)
    void otherDocumentsAreExplained(String text, String part) {
        Detected detected = detect(text);
        assertThat(detected.dialect()).isNull();
        assertThat(detected.explanation()).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            resource "aws_iam_role" "r" { ~ Terraform configuration
            # c\\n\\nterraform {\\n ~ Terraform configuration
            a = 1\\n\t data  "aws_iam_role"\\n "r"{ ~ Terraform configuration
            Terraform used the selected providers to generate ~ as printed for people
            OpenTofu will perform the following actions: ~ as printed for people
            <html> ~ XML or HTML
            #!/bin/sh ~ script
            {"@level":"info","@message":"x"} ~ log of `terraform plan -json`
            """)
    void textsThatAreNoTreeAreExplained(String head, String part) {
        assertThat(FormatDetector.describe(head.replace("\\n", "\n")).orElseThrow()).contains(part);
    }

    @Test
    void binariesAreExplained() {
        assertThat(FormatDetector.describe("PK\u0003\u0004abc").orElseThrow()).contains("terraform show -json");
        assertThat(FormatDetector.describe("\u001f\u008bx").orElseThrow()).contains("gzip");
        assertThat(FormatDetector.describe("a\0b").orElseThrow()).contains("not a text");
        assertThat(FormatDetector.describe("just words")).isEmpty();
    }

}
