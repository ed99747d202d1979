# The instances of a provider that OpenTofu makes with `for_each`: their role cannot be told.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "roles" {
  type    = map(string)
  default = { a = "arn:aws:iam::123456789012:role/a", b = "not-an-arn" }
}

provider "aws" {
  alias    = "by_account"
  for_each = var.roles
  region   = "eu-west-1"

  assume_role {
    role_arn = each.value
  }
}

resource "aws_iam_user" "u" {
  for_each = { a = "a" }
  provider = aws.by_account[each.key]
  name     = "u-${each.key}"
}
