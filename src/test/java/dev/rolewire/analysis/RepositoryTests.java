package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole repository: what is nothing of ours is skipped with the reason, and never an error.
class RepositoryTests {

    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: "2010-09-09"
            Resources:
              Topic: {Type: AWS::SNS::Topic}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    package.json              | {"name": "x", "version": "1", "scripts": {}}            | npm `package.json`
                    package-lock.json         | {"name": "x", "lockfileVersion": 3}                     | npm lock file
                    tsconfig.json             | ~{\n  // strict\n  "compilerOptions": {},\n}\n~         | no JSON or YAML that can be read
                    .github/workflows/ci.yml  | ~on: push\njobs: {a: {steps: [{run: echo AWS::EC2::Instance}]}}~ | GitHub Actions workflow
                    .circleci/config.yml      | ~version: 2.1\njobs: {}~                                | CI configuration
                    .gitlab-ci.yml            | ~stages: [a]\na: {script: [!reference [b, c]]}~         | CI configuration
                    charts/a/Chart.yaml       | ~apiVersion: v2\nname: a\nversion: 0.1.0~               | a Helm chart
                    charts/a/templates/d.yaml | ~{{- if .Values.a }}\nkind: Deployment\n{{- end }}~     | rendered by another program
                    k8s/all.yaml              | ~apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B~ | Kubernetes object
                    k8s/role.yaml             | ~apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role~ | Kubernetes object
                    openapi.yaml              | ~openapi: 3.0.0\npaths: {}~                             | OpenAPI description
                    docker-compose.yml        | ~services: {web: {image: nginx}}~                       | Docker Compose
                    mkdocs.yml                | ~site_name: x\na: !!python/name:b.c~                    | of no kind that is known
                    play.yml                  | ~- hosts: all\n  tasks: [{cloudformation: {template: "{{ x }}"}}]~ | a list
                    buildspec.yml             | ~version: 0.2\nphases: {}~                              | CodeBuild
                    appspec.yml               | ~version: 0.0\nResources: [{S: {Type: AWS::ECS::Service}}]~ | of no kind that is known
                    serverless.yml            | ~service: x\nprovider: {name: aws}\nresources: {Resources: {R: {Type: AWS::IAM::Role}}}~ | Serverless Framework
                    templates/vpc.yaml        | ~AWSTemplateFormatVersion: "2010-09-09"\nResources:\n{% for x in y %}\n  R{{ x }}: {Type: AWS::IAM::Role}\n{% endfor %}~ | rendered by another program
                    policy.json               | {"Version": "2012-10-17", "Statement": []}              | IAM policy by itself
                    machine.asl.json          | {"StartAt": "A", "States": {}}                          | state machine
                    event.json                | {"httpMethod": "GET", "resource": "/"}                  | of no kind that is known
                    events.json               | ~{"a": 1}\n{"Type": "AWS::S3::Bucket"}~                 | no JSON or YAML that can be read
                    terragrunt.hcl            | ~include "root" {}~                                     | not a template or plan by its name
                    Makefile                  | ~all:\n\techo "Type: AWS::EC2::Instance"~               | no JSON or YAML that can be read
                    CHANGELOG                 | ~1.0: supports AWS::IAM::Role: yes\n- a: b: c~          | no JSON or YAML that can be read
                    docs/sample.yaml          | ~a:\n  Type: AWS::IAM::Role\n  b: [unclosed~            | no JSON or YAML that can be read
                    deploy                    | ~#!/bin/sh\naws cloudformation deploy~                  | a script
                    empty.yaml                | ~~                                                      | an empty document
                    report.json               | {"schemaVersion": "1", "findings": []}                  | a report of Rolewire
                    log.sarif.json            | {"version": "2.1.0", "runs": []}                        | a SARIF log
                    """)
    void skipsWhatIsNothingOfOurs(String path, String text, String reason) {
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "template.yaml", TEMPLATE, path,
                text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PASS);
        assertThat(report.documents().getLast().skipped()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    broken.yaml   | ~AWSTemplateFormatVersion: "2010-09-09"\nResources: [~
                    broken.yaml   | ~Resources:\n  Role:\n    Type: AWS::IAM::Role\n   a: b~
                    broken.yaml   | ~Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties: {UserData: "{{ x }}"}\n  a: [~
                    broken.json   | {"Resources": {"Role": {"Type": "AWS::IAM::Role"}}
                    plan.json     | {"format_version": "1.2", "planned_values": {
                    plan.json     | ~[command]/bin/terraform show -json\n{"format_version": "1.2", "planned_values": {}}~
                    plan          | {"format_version": "1.2", "terraform_version": "1.9.0", "values": {
                    """)
    void tellsOfATemplateOrPlanThatIsBroken(String path, String text) {
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "template.yaml", TEMPLATE, path,
                text.replace("\\n", "\n"));
        assertThat(report.findings()).extracting(Finding::ruleId).containsOnly("syntax-error");
    }

    @Test
    void tellsOnceOrAFewTimesThatNothingIsOfOurs() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.addAll(List.of("docs/" + i + ".md", "# A", "k8s/" + i + ".yaml", "apiVersion: v1\nkind: A\n"));
        }
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, files.toArray(String[]::new));
        assertThat(report.findings()).hasSize(10)
            .allMatch((finding) -> finding.uri().startsWith("k8s/"))
            .extracting(Finding::ruleId)
            .containsOnly("unrecognised-document");
        Report excluded = Requests.analyze(AnalysisOptions.DEFAULT, ".rolewire.yaml", "exclude: ['**']", "a.yaml",
                TEMPLATE);
        assertThat(excluded.verdict()).isEqualTo(Report.Verdict.FAIL);
        assertThat(excluded.findings()).extracting(Finding::message)
            .containsExactly("nothing of what was sent is looked at, all of it is skipped; expected a CloudFormation"
                    + " template or the output of `terraform show -json`");
        Report alone = Requests.analyze(AnalysisOptions.DEFAULT, ".rolewire.yaml", "region: eu-west-1");
        assertThat(alone.verdict()).isEqualTo(Report.Verdict.FAIL);
    }

    /// A template that only another program can read is an error when it is all there is.
    @Test
    void takesTheOnlyFileAsItIs() {
        String text = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n{% for x in y %}\n";
        Report report = Requests.analyze(AnalysisOptions.DEFAULT, "vpc.yaml", text);
        assertThat(report.findings()).extracting(Finding::ruleId).contains("syntax-error");
    }

}
