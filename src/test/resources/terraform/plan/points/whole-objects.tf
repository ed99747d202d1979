# Whole objects are handed over, and their attributes read at the other end.
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
  name               = "r"
  assume_role_policy = local.trust
}

resource "aws_iam_role" "keyed" {
  for_each           = toset(["a", "b"])
  name               = each.key
  assume_role_policy = local.trust
}

module "m" {
  source = "./m"
  role   = aws_iam_role.r
}

resource "aws_lambda_function" "output" {
  function_name = "output"
  role          = module.m.roles["a"].arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "output_name" {
  function_name = "name"
  role          = module.m.roles["b"].name
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "each" {
  for_each      = aws_iam_role.keyed
  function_name = each.key
  role          = each.value.arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

# m/main.tf
variable "role" {
  type = any
}

resource "aws_iam_role" "inside" {
  for_each = toset(["a", "b"])
  name     = "inside-${each.key}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "variable" {
  function_name = "variable"
  role          = var.role.arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

output "roles" {
  value = aws_iam_role.inside
}
