# Ephemeral values stand in `variables`, write-only ones in `configuration`, in clear.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "password" {
  type      = string
  ephemeral = true
  default   = "topsecret-ephemeral"
}

resource "aws_iam_role" "monitoring" {
  name = "monitoring"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "monitoring.rds.amazonaws.com" } }]
  })
}

resource "aws_rds_cluster" "constant" {
  engine                     = "aurora-mysql"
  master_username            = "root"
  master_password_wo         = "topsecret-constant"
  master_password_wo_version = 1
  monitoring_role_arn        = aws_iam_role.monitoring.name
  monitoring_interval        = 60
}
