# The shape of the generated plans of the benchmarks: one service of many. A quarter of its resources are of IAM and three
# in ten are identity slots, as in plans of real root modules.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-west-1"
}

module "service" {
  source   = "./service"
  for_each = toset(["svc-00000"])
  name     = each.key
  subnets  = ["subnet-0123456789abcdef0"]
}

# service/main.tf
variable "name" {
  type = string
}

variable "subnets" {
  type = list(string)
}

resource "aws_iam_role" "this" {
  name = var.name
  tags = { Service = var.name }
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = ""
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["ec2.amazonaws.com", "lambda.amazonaws.com"] }
    }]
  })
}

resource "aws_iam_instance_profile" "this" {
  name = var.name
  role = aws_iam_role.this.name
}

resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.this.arn]
  }
}

resource "aws_iam_role_policy" "logs" {
  name   = "logs"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_instance" "this" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.this.name
  subnet_id            = var.subnets[0]
  tags                 = { Name = var.name, Team = "platform" }

  root_block_device {
    encrypted   = true
    volume_size = 20
  }
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  filename      = "build/${var.name}.zip"
  handler       = "index.handler"
  runtime       = "python3.13"

  environment {
    variables = { STAGE = "production", SERVICE = var.name }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/services/${var.name}"
  retention_in_days = 30
}

resource "aws_security_group" "this" {
  name   = var.name
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  count             = 4
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = "10.0.${count.index}.0/24"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_route53_record" "this" {
  for_each = toset(["r0", "r1", "r2", "r3"])
  zone_id  = "Z0123456789ABCDEFGHIJ"
  name     = "${var.name}-${each.key}.example.org"
  type     = "A"
  ttl      = 300
  records  = [aws_instance.this.private_ip]
}

resource "aws_cloudwatch_metric_alarm" "this" {
  count               = 3
  alarm_name          = "${var.name}-${count.index}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 1
  dimensions          = { FunctionName = aws_lambda_function.this.function_name }
}
