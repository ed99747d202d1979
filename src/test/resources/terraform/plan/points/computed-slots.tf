# What is not set and what is set to null is unknown too, where the provider chooses a value.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "own" {
  type    = bool
  default = false
}

resource "aws_iam_role" "r" {
  count = 1
  name  = "r"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs.amazonaws.com" } }]
  })
}

resource "aws_instance" "unset" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "null" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = null
}

resource "aws_ecs_service" "chosen" {
  name     = "s"
  iam_role = var.own ? aws_iam_role.r[0].arn : null
}
