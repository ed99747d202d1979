# The references of a map stand in one list; only `after` and `after_unknown` have its keys.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_iam_role" "r" {
  for_each = toset(["authenticated", "unauthenticated"])
  name     = each.key
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "cognito-identity.amazonaws.com" } }]
  })
}

resource "aws_cognito_identity_pool" "pool" {
  identity_pool_name = "pool"
}

resource "aws_cognito_identity_pool_roles_attachment" "both" {
  identity_pool_id = aws_cognito_identity_pool.pool.id

  roles = {
    authenticated   = aws_iam_role.r["authenticated"].arn
    unauthenticated = aws_iam_role.r["unauthenticated"].arn
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "one_known" {
  identity_pool_id = "us-east-1:00000000-0000-0000-0000-000000000000"

  roles = {
    authenticated   = aws_iam_role.r["authenticated"].arn
    unauthenticated = aws_iam_role.r["unauthenticated"].name
  }
}
