# References through keys, splats and functions name the resource alone, without the attribute.
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

resource "aws_iam_role" "counted" {
  count              = 2
  name               = "c${count.index}"
  assume_role_policy = local.trust
}

resource "aws_iam_role" "keyed" {
  for_each           = toset(["a", "b"])
  name               = each.key
  assume_role_policy = local.trust
}

resource "aws_lambda_function" "index" {
  count         = 2
  function_name = "i${count.index}"
  role          = aws_iam_role.counted[count.index].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "key" {
  for_each      = toset(["a", "b"])
  function_name = "k${each.key}"
  role          = aws_iam_role.keyed[each.key].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "one" {
  function_name = "o"
  role          = one([for role in aws_iam_role.counted : role.arn if role.name == "c0"])
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "values" {
  function_name = "v"
  role          = values(aws_iam_role.keyed)[0].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "lookup" {
  function_name = "l"
  role          = lookup(aws_iam_role.keyed, "a").arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "splat" {
  function_name = "s"
  role          = element(aws_iam_role.counted[*].arn, 1)
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
