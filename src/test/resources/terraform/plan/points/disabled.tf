# A block that OpenTofu has not enabled has neither count nor instance.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_iam_role" "off" {
  name               = "off"
  assume_role_policy = "{}"

  lifecycle {
    enabled = false
  }
}

resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = aws_iam_role.off != null ? aws_iam_role.off.arn : "arn:aws:iam::123456789012:role/given"
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
