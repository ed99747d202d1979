# rolewire-test: slots wired=1 broken=1 unchecked=4
# Two plans of this, with `stage = "dev"` and `stage = "prod"`.

variable "stage" {
  type = string
}

locals {
  names = { dev = aws_iam_role.flow.name, prod = aws_iam_role.flow.arn }
  built = join("/", ["arn:aws:iam::123456789012:role", aws_iam_role.flow.name])
}

resource "aws_iam_role" "flow" {
  path = "/logs/"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
    }]
  })
}

# The plan shows one reference to the role; that a function takes its last part only the configuration tells.
resource "aws_flow_log" "last_part" {
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  traffic_type    = "ALL"
  log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:flow"
  iam_role_arn    = basename(aws_iam_role.flow.arn)
}

# Which of the two it is depends on a value of the plan.
resource "aws_flow_log" "by_stage" {
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  traffic_type    = "ALL"
  log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:flow"
  iam_role_arn    = local.names[var.stage]
  #                 ^^^^^^^^^^^^^^^^^^^^^^ error[wrong-identity-form] `iam_role_arn` of `aws_flow_log.by_stage` takes the ARN of a role, but it is the name of role `aws_iam_role.flow`
}

# The path of the role is missing.
resource "aws_flow_log" "built" {
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  traffic_type    = "ALL"
  log_destination = "arn:aws:logs:eu-west-1:123456789012:log-group:flow"
  iam_role_arn    = local.built
}
