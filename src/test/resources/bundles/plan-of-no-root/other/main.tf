# rolewire-test: slots wired=2 broken=1 unchecked=2
# The plan shares one role with the configuration, and was not made of it: each is judged by itself.

resource "aws_iam_role" "a" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "other" {
  role = aws_iam_role.a.name
}

resource "aws_instance" "other" {
  ami                  = "ami-0a1b2c3d4e5f60718"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_role.a.name
  #                      ^^^^^^^^^^^^^^^^^^^ error[role-as-instance-profile] `aws_instance.other` needs an instance profile, but `iam_instance_profile` refers to role `aws_iam_role.a`
}
