# Keys are quoted as HCL quotes them.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

locals {
  trust = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role" "r" {
  for_each           = toset(["a$${b}", "x[0].y", "q\"uote", "ö"])
  name_prefix        = "r"
  assume_role_policy = local.trust
}

resource "aws_lambda_function" "dollar" {
  function_name = "dollar"
  role          = aws_iam_role.r["a$${b}"].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "brackets" {
  function_name = "brackets"
  role          = aws_iam_role.r["x[0].y"].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "quote" {
  function_name = "quote"
  role          = aws_iam_role.r["q\"uote"].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "umlaut" {
  function_name = "umlaut"
  role          = aws_iam_role.r["ö"].name
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
