# References through modules, count, for_each, splats, conditionals and locals.
variable "profile_override" {
  type    = string
  default = null
}

variable "create" {
  type    = bool
  default = true
}

locals {
  trust        = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
  profile_name = aws_iam_instance_profile.named.name
  role_arn     = aws_iam_role.generated.arn
}

resource "aws_iam_role" "named" {
  name               = "plan-role"
  assume_role_policy = local.trust
}

resource "aws_iam_role" "generated" {
  assume_role_policy = local.trust
}

resource "aws_iam_role" "counted" {
  count              = 2
  assume_role_policy = local.trust
}

resource "aws_iam_role" "keyed" {
  for_each           = toset(["a.b", "c$${d}"])
  assume_role_policy = local.trust
}

resource "aws_iam_instance_profile" "named" {
  name = "plan-profile"
  role = aws_iam_role.named.name
}

resource "aws_iam_instance_profile" "optional" {
  count = var.create ? 1 : 0
  role  = aws_iam_role.generated.name
}

resource "aws_iam_instance_profile" "never" {
  count = var.create ? 0 : 1
  role  = aws_iam_role.generated.name
}

resource "aws_instance" "known" {
  iam_instance_profile = aws_iam_instance_profile.named.name
}

resource "aws_instance" "unset" {
  ami = "ami-12345678"
}

resource "aws_instance" "unset_through_variable" {
  iam_instance_profile = var.profile_override
}

resource "aws_instance" "unset_through_count" {
  iam_instance_profile = try(aws_iam_instance_profile.never[0].name, var.profile_override)
}

resource "aws_instance" "conditional" {
  iam_instance_profile = var.create ? aws_iam_instance_profile.optional[0].name : var.profile_override
}

resource "aws_instance" "local_known" {
  iam_instance_profile = local.profile_name
}

resource "aws_lambda_function" "local_unknown" {
  function_name = "local-unknown"
  role          = local.role_arn
}

resource "aws_lambda_function" "indexed" {
  function_name = "indexed"
  role          = aws_iam_role.counted[1].arn
}

resource "aws_lambda_function" "by_count" {
  count         = 2
  function_name = "by-count-${count.index}"
  role          = aws_iam_role.counted[count.index].arn
}

resource "aws_lambda_function" "by_key" {
  function_name = "by-key"
  role          = aws_iam_role.keyed["c$${d}"].arn
}

resource "aws_lambda_function" "each_value" {
  for_each      = aws_iam_role.keyed
  function_name = "each-value"
  role          = each.value.arn
}

resource "aws_rds_cluster" "lists" {
  engine    = "aurora-mysql"
  iam_roles = [aws_iam_role.counted[0].arn, aws_iam_role.counted[1].arn]
}

resource "aws_rds_cluster" "splat" {
  engine    = "aurora-mysql"
  iam_roles = aws_iam_role.counted[*].arn
}

module "app" {
  source        = "./app"
  role          = aws_iam_role.generated
  profile       = aws_iam_instance_profile.named.name
  flat          = { arn = aws_iam_role.named.arn, other = aws_iam_role.generated.name }
  keyed         = aws_iam_role.keyed
  external_role = "arn:aws:iam::123456789012:role/external"
}

module "many" {
  source        = "./app"
  for_each      = { blue = aws_iam_role.counted[0].arn, green = aws_iam_role.counted[1].arn }
  role          = aws_iam_role.counted[each.key == "blue" ? 0 : 1]
  profile       = "${each.key}-profile"
  flat          = { arn = each.value, other = "x" }
  keyed         = {}
  external_role = null
}

resource "aws_lambda_function" "output" {
  function_name = "output"
  role          = module.app.worker_role_arn
}

resource "aws_lambda_function" "output_of_instance" {
  function_name = "output-of-instance"
  role          = module.many["green"].worker_role_arn
}

resource "aws_lambda_function" "output_object" {
  function_name = "output-object"
  role          = module.app.worker_role.arn
}
