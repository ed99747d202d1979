# Nested blocks: static, dynamic, and of a set, which a plan sorts anew.
variable "settings" {
  type    = map(string)
  default = { InstanceType = "t3.micro", SecurityGroups = "sg-1" }
}

resource "aws_iam_role" "role" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_instance_profile" "profile" {
  role = aws_iam_role.role.name
}

resource "aws_launch_template" "by_name" {
  iam_instance_profile {
    name = aws_iam_instance_profile.profile.name
  }
}

resource "aws_launch_template" "by_arn" {
  dynamic "iam_instance_profile" {
    for_each = [aws_iam_instance_profile.profile.arn]
    content {
      arn = iam_instance_profile.value
    }
  }
}

resource "aws_elastic_beanstalk_environment" "static_and_dynamic" {
  name        = "environment"
  application = "application"

  dynamic "setting" {
    for_each = var.settings
    content {
      namespace = "aws:autoscaling:launchconfiguration"
      name      = setting.key
      value     = setting.value
    }
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "ServiceRole"
    value     = aws_iam_role.role.arn
  }

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "IamInstanceProfile"
    value     = aws_iam_instance_profile.profile.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "nested" {
  name        = "stream"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = aws_iam_role.role.arn
    bucket_arn = "arn:aws:s3:::bucket"
  }
}
