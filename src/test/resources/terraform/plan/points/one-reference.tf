# One reference alone proves little: a function that the plan does not show may stand around it.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_iam_role" "r" {
  name = "r"
  path = "/p/"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }]
  })
}

resource "aws_iam_instance_profile" "p" {
  name_prefix = "p"
  role        = aws_iam_role.r.name
}

# The name in the profile's own ARN is not known before it is made.
resource "aws_instance" "template" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "${aws_iam_role.r.id}-profile"
}

resource "aws_lambda_function" "arn_of_name" {
  function_name = "f"
  role          = "arn:aws:iam::123456789012:role/p/${aws_iam_role.r.id}"
  filename      = "x.zip"
  handler       = "h"
  runtime       = "python3.13"
}
