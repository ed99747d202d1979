# rolewire-test: slots wired=0 broken=4 unchecked=0
# The plan shows one block for all instances; each finding is at the line of the module.

variable "services" {
  type = map(object({ principal = string, key = string }))
  default = {
    api     = { principal = "ecs-tasks.amazonaws.com", key = "arn" }
    "a\"b.c" = { principal = "ec2.amazonaws.com", key = "arn" }
  }
}

module "service" {
  source    = "./modules/service"
  for_each  = var.services
  principal = each.value.principal
}
