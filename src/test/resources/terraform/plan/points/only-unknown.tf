# Of what a conditional refers to, one thing alone is not known: the value is that, when it fits.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "create" {
  type    = bool
  default = true
}

variable "role_arn" {
  type    = string
  default = "arn:aws:iam::123456789012:role/given"
}

resource "aws_iam_role" "r" {
  count = var.create ? 1 : 0
  name  = "r"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role" "absent" {
  count              = var.create ? 0 : 1
  name               = "absent"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "policy" {
  name   = "policy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_user" "u" {
  name = "u"
}

resource "aws_lambda_function" "right" {
  function_name = "right"
  role          = var.create ? aws_iam_role.r[0].arn : var.role_arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "without_absent" {
  function_name = "without"
  role          = try(aws_iam_role.absent[0].arn, aws_iam_role.r[0].arn)
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

# A wrong form or kind may be mended by what the plan does not show.
resource "aws_lambda_function" "wrong_form" {
  function_name = "form"
  role          = var.create ? "arn:aws:iam::123456789012:role/${aws_iam_role.r[0].id}" : var.role_arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "wrong_kind" {
  function_name = "kind"
  role          = var.create ? aws_iam_user.u.arn : var.role_arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "two" {
  function_name = "two"
  role          = var.create ? aws_iam_role.r[0].arn : aws_iam_user.u.arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
