# A root in JSON gives `constant_value` and `references` together; a constant that holds `${` is source text.
# cdk.tf.json
{
  "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
  "resource": {
    "aws_iam_role": {
      "r": {
        "name": "r",
        "assume_role_policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}"
      }
    },
    "aws_lambda_function": {
      "by_arn": {"function_name": "a", "role": "${aws_iam_role.r.arn}", "filename": "x.zip", "handler": "h", "runtime": "python3.13"},
      "by_name": {"function_name": "b", "role": "${aws_iam_role.r.name}", "filename": "x.zip", "handler": "h", "runtime": "python3.13"},
      "in_text": {"function_name": "c", "role": "arn:aws:iam::123456789012:role/${aws_iam_role.r.name}", "filename": "x.zip", "handler": "h", "runtime": "python3.13"}
    }
  }
}
