# The blocks of the configuration stand at other indices than those of the plan: dynamic ones come between, sets are sorted.
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
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["rds.amazonaws.com", "firehose.amazonaws.com", "ec2.amazonaws.com", "elasticbeanstalk.amazonaws.com"] } }]
  })
}

resource "aws_iam_instance_profile" "p" {
  name = "p"
  role = aws_iam_role.r[0].name
}

resource "aws_db_proxy" "set" {
  name           = "proxy"
  engine_family  = "MYSQL"
  role_arn       = aws_iam_role.r[0].arn
  vpc_subnet_ids = ["subnet-1"]

  auth {
    description = "z"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:z"
  }
  auth {
    description = "a"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:a"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "nested" {
  name        = "stream"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = aws_iam_role.r[1].arn
    bucket_arn = "arn:aws:s3:::bucket"

    dynamic "processing_configuration" {
      for_each = [1]
      content {
        enabled = true
      }
    }
  }
}

resource "aws_elastic_beanstalk_environment" "settings" {
  name        = "env"
  application = "app"

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "IamInstanceProfile"
    value     = aws_iam_instance_profile.p.name
  }

  dynamic "setting" {
    for_each = { ServiceRole = aws_iam_role.r[0].name, EnvironmentType = "SingleInstance" }
    content {
      namespace = "aws:elasticbeanstalk:environment"
      name      = setting.key
      value     = setting.value
    }
  }
}
