resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "app.zip"
  role          = aws_iam_role.app.arn
  #               ^^^^^^^^^^^^^^^^^^^^ error[service-not-trusted] lambda.amazonaws.com may not assume role `aws_iam_role.app` of `aws_lambda_function.app`: the trust policy of `aws_iam_role.app` lets ecs-tasks.amazonaws.com assume it
}

resource "aws_instance" "app" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_role.app.name
  #                      ^^^^^^^^^^^^^^^^^^^^^ error[role-as-instance-profile] `aws_instance.app` needs an instance profile, but `iam_instance_profile` refers to role `aws_iam_role.app`
}
