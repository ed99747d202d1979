variable "role" {
  type = string
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  count              = 1
  name_prefix        = "worker-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_instance_profile" "this" {
  role = var.role
}

output "role_arn" {
  value = try(aws_iam_role.this[0].arn, "")
}

output "role" {
  value = aws_iam_role.this[0]
}
