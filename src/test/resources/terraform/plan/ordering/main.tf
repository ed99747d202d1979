# What is ordered after what: references, depends_on, modules, other providers, provider aliases.
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_iam_role" "role" {
  name               = "shared"
  assume_role_policy = "{}"
}

resource "aws_iam_instance_profile" "profile" {
  name = "shared"
  role = aws_iam_role.role.name
}

resource "aws_instance" "explicit" {
  iam_instance_profile = "shared"
  depends_on           = [aws_iam_instance_profile.profile]
}

resource "aws_instance" "unordered" {
  provider             = aws.west
  iam_instance_profile = "shared"
}

resource "null_resource" "wait" {
  triggers = { profile = aws_iam_instance_profile.profile.name }
}

resource "aws_instance" "through_other_provider" {
  iam_instance_profile = "shared"
  depends_on           = [null_resource.wait]
}

resource "aws_lambda_function" "from_other_provider" {
  function_name = "other-${null_resource.wait.id}"
  role          = null_resource.wait.id
}

module "server" {
  source     = "./server"
  depends_on = [aws_iam_instance_profile.profile]
}

resource "aws_instance" "after_module" {
  depends_on = [module.server]
}
