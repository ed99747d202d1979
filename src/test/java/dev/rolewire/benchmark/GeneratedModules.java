package dev.rolewire.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.analysis.InputFile;

/// Makes a Terraform root with a tree of local modules: each calls two more, gives them what it was given, and has services
/// with a role, a policy document, an instance profile, an instance and a function, as modules of the registry write them:
/// typed variables with validation, locals, `count`, `for_each`, `dynamic` blocks, conditionals and functions.
final class GeneratedModules {

    private static final int SERVICES = 7;

    private static final int VARIABLES = 20;

    private static final String VARIABLE = """
            variable "setting_%1$d" {
              description = "Setting %1$d of the services of this module"
              type        = map(object({ enabled = optional(bool, true), names = optional(list(string), []) }))
              default     = {}

              validation {
                condition     = alltrue([for key, value in var.setting_%1$d : length(key) > 0 && length(value.names) < 100])
                error_message = "A key must not be empty."
              }
            }

            """;

    private static final String SERVICE = """
            locals {
              tags_%1$d = merge(var.tags, { Service = "${var.name}-%1$d" })
              keys_%1$d = toset([for i in range(2) : format("%%s-%1$d-%%02d", var.name, i)])
            }

            data "aws_iam_policy_document" "trust_%1$d" {
              statement {
                actions = ["sts:AssumeRole"]
                principals {
                  type        = "Service"
                  identifiers = concat(["ec2.amazonaws.com", "lambda.amazonaws.com"], var.trusted_services)
                }
              }
            }

            # One role for the function and the instance.
            resource "aws_iam_role" "service_%1$d" {
              count              = var.create ? 1 : 0
              name               = "${var.name}-%1$d"
              assume_role_policy = data.aws_iam_policy_document.trust_%1$d.json
              tags               = local.tags_%1$d
            }

            resource "aws_iam_role_policy" "service_%1$d" {
              count = var.create ? 1 : 0
              name  = "service"
              role  = aws_iam_role.service_%1$d[0].id
              policy = jsonencode({
                Version = "2012-10-17"
                Statement = [for key in local.keys_%1$d : {
                  Effect   = "Allow"
                  Action   = ["sqs:SendMessage"]
                  Resource = "arn:aws:sqs:*:*:${key}"
                }]
              })
            }

            resource "aws_iam_instance_profile" "service_%1$d" {
              count = var.create ? 1 : 0
              name  = "${var.name}-%1$d"
              role  = one(aws_iam_role.service_%1$d[*].name)
            }

            resource "aws_instance" "service_%1$d" {
              for_each             = var.create ? local.keys_%1$d : toset([])
              ami                  = "ami-0123456789abcdef0"
              instance_type        = var.instance_type
              iam_instance_profile = aws_iam_instance_profile.service_%1$d[0].name
              tags                 = merge(local.tags_%1$d, { Name = each.key })

              dynamic "ebs_block_device" {
                for_each = var.setting_%1$d
                content {
                  device_name = ebs_block_device.key
                  encrypted   = ebs_block_device.value.enabled
                }
              }
            }

            resource "aws_lambda_function" "service_%1$d" {
              count         = var.create ? 1 : 0
              function_name = replace(lower("${var.name}-%1$d"), "_", "-")
              role          = try(aws_iam_role.service_%1$d[0].arn, null)
              handler       = "index.handler"
              runtime       = "python3.13"
              filename      = "${path.module}/build.zip"

              environment {
                variables = { for key in sort(local.keys_%1$d) : upper(replace(key, "-", "_")) => key }
              }
            }

            """;

    private static final String CALL = """
            module "%1$s" {
              source           = "%2$s"
              create           = var.create
              name             = "${var.name}-%3$d"
              trusted_services = var.trusted_services
              instance_type    = var.instance_type
              tags             = var.tags
            }

            """;

    private static final String HEAD = """
            variable "create" {
              type    = bool
              default = true
            }

            variable "name" {
              type    = string
              default = "root"
            }

            variable "trusted_services" {
              type    = list(string)
              default = []
            }

            variable "instance_type" {
              type    = string
              default = "t3.micro"
            }

            variable "tags" {
              type    = map(string)
              default = {}
            }

            """;

    private GeneratedModules() {
    }

    /// Makes a root and so many modules.
    static List<InputFile> of(int modules) {
        List<InputFile> files = new ArrayList<>();
        files.add(file("main.tf", HEAD + CALL.formatted("first", "./modules/m0", 0)));
        for (int module = 0; module < modules; module++) {
            StringBuilder main = new StringBuilder();
            for (int service = 0; service < SERVICES; service++) {
                main.append(SERVICE.formatted(service));
            }
            for (int child = 2 * module + 1; child <= 2 * module + 2 && child < modules; child++) {
                main.append(CALL.formatted("child_" + child, "../m" + child, child));
            }
            StringBuilder variables = new StringBuilder(HEAD);
            for (int variable = 0; variable < VARIABLES; variable++) {
                variables.append(VARIABLE.formatted(variable));
            }
            files.add(file("modules/m" + module + "/main.tf", main.toString()));
            files.add(file("modules/m" + module + "/variables.tf", variables.toString()));
        }
        return files;
    }

    /// How many lines the files have.
    static long lines(List<InputFile> files) {
        return files.stream()
            .mapToLong((file) -> new String(file.content().bytes(), StandardCharsets.UTF_8).lines().count())
            .sum();
    }

    private static InputFile file(String path, String text) {
        return new InputFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

}
