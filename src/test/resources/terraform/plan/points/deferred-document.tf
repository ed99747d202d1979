# A document that is read while applying: variables and dynamic blocks are resolved in its planned statements.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "services" {
  type    = list(string)
  default = ["lambda.amazonaws.com"]
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "good" {
  dynamic "statement" {
    for_each = var.services
    content {
      actions = ["sts:AssumeRole"]
      principals {
        type        = "Service"
        identifiers = [statement.value]
      }
    }
  }
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
  }
}

data "aws_iam_policy_document" "bad" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
  }
}

resource "aws_iam_role" "good" {
  name               = "good"
  assume_role_policy = data.aws_iam_policy_document.good.json
}

resource "aws_iam_role" "bad" {
  name               = "bad"
  assume_role_policy = data.aws_iam_policy_document.bad.json
}

resource "aws_lambda_function" "good" {
  function_name = "good"
  role          = aws_iam_role.good.arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "bad" {
  function_name = "bad"
  role          = aws_iam_role.bad.arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
