# Everything that must not be shown holds `hunter2`; each at a place that a plan prints in clear.
variable "password" {
  type      = string
  sensitive = true
  default   = "hunter2-variable"
}

variable "profile" {
  type      = string
  sensitive = true
  default   = "hunter2-profile"
}

provider "aws" {
  region     = "eu-west-1"
  access_key = "hunter2-access-key"
  secret_key = "hunter2-secret-key"
}

resource "aws_db_instance" "sensitive" {
  identifier          = "sensitive"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "postgres"
  password            = var.password
  monitoring_role_arn = "monitoring"
  monitoring_interval = 60
}

resource "aws_db_instance" "write_only" {
  identifier          = "write-only"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "postgres"
  password_wo         = "hunter2-write-only"
  password_wo_version = 1
}

resource "aws_instance" "sensitive_slot" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = var.profile
  user_data            = var.password
}

resource "aws_lambda_function" "sensitive_role" {
  function_name = "sensitive"
  role          = var.profile
  runtime       = "python3.13"
  handler       = "index.handler"
  filename      = "f.zip"
  environment {
    variables = { PASSWORD = var.password }
  }
}

resource "aws_iam_role" "sensitive_policy" {
  name               = "sensitive"
  assume_role_policy = sensitive("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"hunter2:Action\", \"Principal\": {\"Service\": \"hunter2.amazonaws.com\"}}]}")
}

output "password" {
  value     = var.password
  sensitive = true
}
