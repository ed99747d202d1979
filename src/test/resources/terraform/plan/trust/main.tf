# Trust policies: known, deferred, merged and sensitive.
provider "aws" {
  region = "eu-west-1"
}

variable "secret_role" {
  type      = string
  default   = "arn:aws:iam::123456789012:role/do-not-print"
  sensitive = true
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "known" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "deferred" {
  statement {
    sid     = "Web"
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.known.arn]
    }
  }
  statement {
    effect  = "Deny"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [data.aws_iam_policy_document.deferred.json]
}

resource "aws_iam_role" "known" {
  name               = "known"
  assume_role_policy = data.aws_iam_policy_document.known.json
}

resource "aws_iam_role" "deferred" {
  assume_role_policy = data.aws_iam_policy_document.deferred.json
}

resource "aws_iam_role" "merged" {
  assume_role_policy = data.aws_iam_policy_document.merged.json
}

resource "aws_iam_role" "encoded" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_role.known.arn } }]
  })
}

resource "aws_lambda_function" "sensitive" {
  function_name = "sensitive"
  role          = var.secret_role
}
