# rolewire-test: slots wired=1 broken=1 unchecked=0
# The findings of the plan stand at these lines, and so do the suppressions.

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
  role          = aws_iam_role.app.arn # rolewire:ignore service-not-trusted the function is never called
}

# rolewire:ignore missing-identity there is one
# @1-48 note[unused-suppression] `missing-identity` finds nothing here to suppress; take the suppression out
resource "aws_instance" "app" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_role.app.name
}
