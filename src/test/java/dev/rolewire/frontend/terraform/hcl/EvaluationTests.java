package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.terraform.hcl.Configurations.main;
import static dev.rolewire.frontend.terraform.hcl.Configurations.value;
import static org.assertj.core.api.Assertions.assertThat;

class EvaluationTests {

    @Test
    void variablesTakeTheValueThatCountsMost() {
        Configurations root = main("""
                variable "a" {
                  default = "default"
                }
                variable "b" {
                  default = "default"
                }
                variable "c" {
                  default = "default"
                }
                variable "d" {}
                variable "untyped" {}
                variable "list" {
                  type = list(string)
                }
                resource "aws_x" "y" {
                  all = [var.a, var.b, var.c, var.d, var.list, var.untyped]
                }
                """).file("terraform.tfvars", "b = \"tfvars\"\nc = \"tfvars\"\n")
            .file("z.auto.tfvars", "c = \"auto\"\n")
            .file("other.tfvars", "a = \"other\"\n")
            .parameter("list", "[\"x\", \"y\"]")
            .parameter("untyped", "{\"k\": true}");
        assertThat(value(root.template(), "aws_x.y", "all"))
            .isEqualTo("['default', 'tfvars', 'auto', ?PARAMETER(d), ['x', 'y'], {k: true}]");
    }

    @Test
    void whatAVariableDecidesIsAChoice() {
        Template template = main("""
                variable "create" {
                  type = bool
                }
                variable "env" {
                  validation {
                    condition     = contains(["dev", "prod"], var.env)
                    error_message = "dev or prod"
                  }
                }
                resource "aws_iam_role" "r" {
                  count = var.create ? 1 : 0
                }
                resource "aws_x" "y" {
                  arn  = var.create ? aws_iam_role.r[0].arn : "none"
                  tried = try(aws_iam_role.r[0].arn, null)
                  one  = one(aws_iam_role.r[*].arn)
                  name = "r-${var.env}"
                  size = var.env == "prod" ? 3 : 1
                }
                """).template();
        assertThat(Configurations.resource(template, "aws_iam_role.r[0]").condition())
            .hasToString("(create=true ? true : false)");
        assertThat(value(template, "aws_x.y", "arn")).isEqualTo("(&aws_iam_role.r[0]#arn | 'none')");
        assertThat(value(template, "aws_x.y", "tried")).isEqualTo("(&aws_iam_role.r[0]#arn | absent)");
        assertThat(value(template, "aws_x.y", "one")).isEqualTo("(&aws_iam_role.r[0]#arn | absent)");
        assertThat(value(template, "aws_x.y", "name")).isEqualTo("<'r-', ('dev' | 'prod')>");
        assertThat(value(template, "aws_x.y", "size")).isEqualTo("(3 | 1)");
    }

    @Test
    void blocksAreListsAndDynamicOnesAreWrittenOut() {
        Template template = main("""
                resource "aws_x" "y" {
                  plain {
                    a = 1
                  }
                  dynamic "plain" {
                    for_each = { k = "v" }
                    content {
                      a = plain.key
                      dynamic "inner" {
                        for_each = [plain.value]
                        iterator = it
                        content {
                          b = it.value
                        }
                      }
                    }
                  }
                  dynamic "none" {
                    for_each = try([local.missing.x], [])
                    content {}
                  }
                }
                locals {
                  missing = {}
                }
                """).template();
        assertThat(value(template, "aws_x.y")).isEqualTo("{plain: [{a: 1}, {a: 'k', inner: [{b: 'v'}]}], none: []}");
    }

    @Test
    void aPolicyDocumentIsRenderedAsTheProviderDoes() {
        Template template = main("""
                data "aws_iam_policy_document" "base" {
                  statement {
                    sid       = "read"
                    actions   = ["s3:GetObject"]
                    resources = ["*"]
                  }
                }
                data "aws_iam_policy_document" "all" {
                  source_policy_documents = [data.aws_iam_policy_document.base.json]
                  statement {
                    actions = ["sts:AssumeRole"]
                    principals {
                      type        = "Service"
                      identifiers = ["a.amazonaws.com", "b.amazonaws.com"]
                    }
                    condition {
                      test     = "StringEquals"
                      variable = "aws:SourceAccount"
                      values   = ["123456789012"]
                    }
                  }
                  override_policy_documents = [jsonencode({
                    Statement = [{ Sid = "read", Effect = "Deny", Action = "s3:*", Resource = "*" }]
                  })]
                }
                resource "aws_iam_role" "r" {
                  assume_role_policy = data.aws_iam_policy_document.all.json
                }
                """).template();
        assertThat(value(template, "aws_iam_role.r", "assume_role_policy", "Statement"))
            .isEqualTo("[{Sid: 'read', Effect: 'Deny', Action: 's3:*', Resource: '*'}, "
                    + "{Effect: 'Allow', Action: 'sts:AssumeRole', "
                    + "Principal: {Service: ['b.amazonaws.com', 'a.amazonaws.com']}, "
                    + "Condition: {StringEquals: {aws:SourceAccount: '123456789012'}}}]");
    }

    @Test
    void thePlaceOfDeploymentComesFromTheProvider() {
        String text = """
                provider "aws" {
                  alias  = "china"
                  region = "cn-north-1"
                }
                data "aws_partition" "here" {}
                data "aws_partition" "china" {
                  provider = aws.china
                }
                data "aws_caller_identity" "here" {}
                resource "aws_x" "y" {
                  a = "ec2.${data.aws_partition.here.dns_suffix}"
                  b = "ec2.${data.aws_partition.china.dns_suffix}"
                  c = data.aws_caller_identity.here.account_id
                }
                """;
        assertThat(value(main(text).template(), "aws_x.y"))
            .isEqualTo("{a: <'ec2.', &AWS::URLSuffix#Ref>, b: 'ec2.amazonaws.com.cn', c: &AWS::AccountId#Ref}");
        assertThat(value(main(text).in("eu-west-1", "123456789012").template(), "aws_x.y"))
            .isEqualTo("{a: 'ec2.amazonaws.com', b: 'ec2.amazonaws.com.cn', c: '123456789012'}");
    }

    @Test
    void remoteModulesAreNotKnown() {
        Template template = main("""
                module "role" {
                  source  = "terraform-aws-modules/iam/aws//modules/iam-role"
                  version = "6.0.0"
                }
                resource "aws_x" "y" {
                  role = module.role.arn
                }
                """).template();
        assertThat(value(template, "aws_x.y", "role")).isEqualTo("?REMOTE_MODULE(module.role.arn)");
        assertThat(Configurations.problems(template)).singleElement()
            .asString()
            .startsWith("NOTICE module `role` comes from");
    }

    @Test
    void overrideFilesReplaceArguments() {
        Template template = main("""
                resource "aws_iam_role" "r" {
                  name = "main"
                  path = "/a/"
                }
                """).file("x_override.tf", "resource \"aws_iam_role\" \"r\" {\n  name = \"override\"\n}\n").template();
        assertThat(value(template, "aws_iam_role.r")).isEqualTo("{path: '/a/', name: 'override'}");
    }

}
