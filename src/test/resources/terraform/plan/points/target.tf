# With `-target` the configuration has all, the changes do not: that a resource is not there does not say that there is none.
# rolewire-plan: -target=aws_lambda_function.f
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_iam_role" "r" {
  count = 1
  name  = "r"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role" "not_planned" {
  name               = "not-planned"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = aws_iam_role.r[0].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
