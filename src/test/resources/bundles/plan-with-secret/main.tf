# rolewire-test: slots wired=0 broken=1 unchecked=1
# What a sensitive variable holds is not looked at, although the plan has it.

variable "role" {
  type      = string
  sensitive = true
}

locals {
  twice = upper("${var.role}-x")
}

resource "aws_iam_role" "a" {
  name = var.role
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "b" {
  function_name = local.twice
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "app.zip"
  role          = "arn:aws:iam::123456789012:role/${var.role}"
}

resource "aws_lambda_function" "c" {
  function_name = "c"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "app.zip"
  role          = aws_iam_role.a.name
  #               ^^^^^^^^^^^^^^^^^^^ error[wrong-identity-form] it is the name of role `aws_iam_role.a`
}
