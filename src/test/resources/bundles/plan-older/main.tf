# rolewire-test: slots wired=1 broken=1 unchecked=2
# The plan is older: it gives `changed` the role, it has `removed`, it does not have `added`.
resource "aws_iam_role" "a" {
  name_prefix = "a"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "a" {
  name_prefix = "a"
  role        = aws_iam_role.a.name
}

resource "aws_instance" "changed" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.a.name
}

resource "aws_instance" "added" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.a.arn
  #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-identity-form] `iam_instance_profile` of `aws_instance.added` takes the name of an instance profile, but it is the ARN of instance profile `aws_iam_instance_profile.a`
}

output "profile" {
  value = aws_iam_instance_profile.a.arn
}
