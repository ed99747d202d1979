variable "principal" {
  type = string
}

resource "aws_iam_role" "task" {
  for_each = toset(["reader", "writer"])
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = var.principal }
    }]
  })
}

resource "aws_lambda_function" "worker" {
  for_each      = aws_iam_role.task
  function_name = "worker-${each.key}"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "worker.zip"
  role          = each.value.name
  #               ^^^^^^^^^^^^^^^ error[wrong-identity-form] `role` of `module.service["api"].aws_lambda_function.worker["writer"]` takes the ARN of a role, but it is the name of role `module.service["api"].aws_iam_role.task["writer"]`
  #               ^^^^^^^^^^^^^^^ error[wrong-identity-form] `role` of `module.service["api"].aws_lambda_function.worker["reader"]` takes the ARN of a role, but it is the name of role `module.service["api"].aws_iam_role.task["reader"]`
  #               ^^^^^^^^^^^^^^^ error[wrong-identity-form] `role` of `module.service["a\"b.c"].aws_lambda_function.worker["writer"]` takes the ARN of a role, but it is the name of role `module.service["a\"b.c"].aws_iam_role.task["writer"]`
  #               ^^^^^^^^^^^^^^^ error[wrong-identity-form] `role` of `module.service["a\"b.c"].aws_lambda_function.worker["reader"]` takes the ARN of a role, but it is the name of role `module.service["a\"b.c"].aws_iam_role.task["reader"]`
}
