# Nothing is ruled out past a local, nor where one is reached through a variable or a key.
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
  role  = aws_iam_role.local.arn
  roles = { first = aws_iam_role.local.arn }
}

resource "aws_iam_role" "local" {
  name               = "local"
  assume_role_policy = local.trust
}

resource "aws_iam_role" "other" {
  count              = 1
  name               = "other"
  assume_role_policy = local.trust
}

resource "aws_lambda_function" "local" {
  function_name = "local"
  role          = local.role
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "either" {
  function_name = "either"
  role          = try(local.role, aws_iam_role.other[0].arn)
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "each" {
  for_each      = local.roles
  function_name = each.key
  role          = each.value
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

module "m" {
  source = "./m"
  role   = local.role
}

# m/main.tf
variable "role" {
  type = string
}

resource "aws_lambda_function" "variable" {
  function_name = "variable"
  role          = var.role
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
