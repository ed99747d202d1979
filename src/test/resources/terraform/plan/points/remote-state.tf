# The outputs of another state may be anything; its own role is one.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

data "terraform_remote_state" "other" {
  backend = "local"
  config  = { path = "${path.module}/other.tfstate.json" }
}

resource "aws_lambda_function" "known" {
  function_name = "known"
  role          = data.terraform_remote_state.other.outputs.role_arn
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "name" {
  function_name = "name"
  role          = data.terraform_remote_state.other.outputs.role_name
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

# other.tfstate.json
{
  "version": 4,
  "terraform_version": "1.9.0",
  "serial": 1,
  "lineage": "00000000-0000-0000-0000-000000000000",
  "outputs": {
    "role_arn": { "value": "arn:aws:iam::123456789012:role/other", "type": "string" },
    "role_name": { "value": "other", "type": "string" }
  },
  "resources": []
}
