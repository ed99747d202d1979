# Unknown items of lists and sets are `null` in `after`.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_iam_role" "r" {
  count = 2
  name  = "r${count.index}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "redshift.amazonaws.com" } }]
  })
}

resource "aws_redshift_cluster" "set" {
  cluster_identifier = "c"
  node_type          = "ra3.large"
  iam_roles          = [aws_iam_role.r[0].arn, "arn:aws:iam::123456789012:role/old", aws_iam_role.r[1].arn]
}

resource "aws_iam_user" "u" {
  name = "u"
}

resource "aws_iam_group_membership" "list" {
  name  = "m"
  group = "g"
  users = ["known", aws_iam_user.u.id]
}
