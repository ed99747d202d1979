# What exists: moved, forgotten, imported, unchanged and destroyed resources, and dependencies that only the state lists.
# rolewire-plan: -state=state.json
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

moved {
  from = aws_iam_role.old
  to   = aws_iam_role.new
}

removed {
  from = aws_iam_role.forgotten
  lifecycle {
    destroy = false
  }
}

resource "aws_iam_role" "new" {
  name               = "moved"
  assume_role_policy = local.trust
}

resource "aws_lambda_function" "by_local" {
  function_name = "by-local"
  role          = local.role
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}

locals {
  role = aws_iam_role.new.arn
}

# state.json
{
  "version": 4,
  "terraform_version": "1.9.0",
  "serial": 1,
  "lineage": "00000000-0000-0000-0000-000000000000",
  "outputs": {},
  "resources": [
    {
      "mode": "managed", "type": "aws_iam_role", "name": "old", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
      "instances": [{ "schema_version": 0, "attributes": { "id": "moved", "name": "moved", "arn": "arn:aws:iam::123456789012:role/moved", "path": "/", "max_session_duration": 3600, "force_detach_policies": false,
        "assume_role_policy": "{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}" } }]
    },
    {
      "mode": "managed", "type": "aws_iam_role", "name": "forgotten", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
      "instances": [{ "schema_version": 0, "attributes": { "id": "forgotten", "name": "forgotten", "arn": "arn:aws:iam::123456789012:role/forgotten", "path": "/", "assume_role_policy": "{}" } }]
    },
    {
      "mode": "managed", "type": "aws_iam_role", "name": "destroyed", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
      "instances": [{ "schema_version": 0, "attributes": { "id": "destroyed", "name": "destroyed", "arn": "arn:aws:iam::123456789012:role/destroyed", "path": "/", "assume_role_policy": "{}" } }]
    },
    {
      "mode": "managed", "type": "aws_lambda_function", "name": "by_local", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
      "instances": [{ "schema_version": 0, "attributes": { "id": "by-local", "function_name": "by-local", "arn": "arn:aws:lambda:us-east-1:123456789012:function:by-local", "role": "arn:aws:iam::123456789012:role/moved", "filename": "x.zip", "handler": "h", "runtime": "python3.13" },
        "dependencies": ["aws_iam_role.old"] }]
    }
  ]
}
