variable "role" {
  type = object({ arn = string, name = string })
}

variable "profile" {
  type = string
}

variable "flat" {
  type = object({ arn = string, other = string })
}

variable "keyed" {
  type = map(object({ arn = string }))
}

variable "external_role" {
  type = string
}

resource "aws_lambda_function" "whole_object" {
  function_name = "whole-object"
  role          = var.role.arn
}

resource "aws_lambda_function" "flattened" {
  function_name = "flattened"
  role          = var.flat.arn
}

resource "aws_lambda_function" "through_map" {
  for_each      = var.keyed
  function_name = "through-map"
  role          = each.value.arn
}

resource "aws_lambda_function" "external" {
  count         = var.external_role == null ? 0 : 1
  function_name = "external"
  role          = var.external_role
}

resource "aws_instance" "this" {
  iam_instance_profile = var.profile
}

module "worker" {
  source = "./worker"
  role   = var.role.name
}

output "worker_role_arn" {
  value = module.worker.role_arn
}

output "worker_role" {
  value = module.worker.role
}
