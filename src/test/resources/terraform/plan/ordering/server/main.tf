resource "aws_instance" "this" {
  iam_instance_profile = "shared"
}
