package dev.rolewire.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.fix.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Configuration is edited in the style in which it is written, and where that cannot be done not at all.
class ConfigurationEditTests {

    private static final String FUNCTION = """
            resource "aws_lambda_function" "resize" {
              function_name = "resize"
              role          = %s
              handler       = "index.handler"
              runtime       = "python3.13"
              filename      = "resize.zip"
            }
            """;

    private static final String ROLE = """

            resource "aws_iam_role" "resize" {
              %s
              assume_role_policy = jsonencode({
                Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["lambda.amazonaws.com", "ec2.amazonaws.com"] } }]
              })
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name = "a" | aws_iam_role.resize.name # by name         | aws_iam_role.resize.arn # by name
            name = "a" | "${aws_iam_role.resize.id}"                | "${aws_iam_role.resize.arn}"
            count = 1  | aws_iam_role.resize[0].name                | aws_iam_role.resize[0].arn
            count = 1  | one(aws_iam_role.resize[*].name)           | one(aws_iam_role.resize[*].arn)
            count = 1  | join("", aws_iam_role.resize.*.name)       | join("", aws_iam_role.resize.*.arn)
            count = 1  | try(aws_iam_role.resize[0].name, null)     | try(aws_iam_role.resize[0].arn, null)
            name = "a" | local.role                                 | aws_iam_role.resize.arn
            name = "a" | aws_iam_role.resize.unique_id              | aws_iam_role.resize.arn
            """)
    void keepsWhatIsAround(String argument, String before, String after) {
        String file = FUNCTION + ROLE.replace("%s", argument) + "\nlocals {\n  role = aws_iam_role.resize.name\n}\n";
        assertThat(mended(file.formatted(before))).isEqualTo(file.formatted(after));
    }

    @Test
    void leavesWhatDiffersBetweenInstancesAlone() {
        String file = FUNCTION.formatted("each.value")
            .replace("{\n  function_name",
                    "{\n  for_each = {a = "
                            + "aws_iam_role.resize.name, b = \"arn:aws:iam::123456789012:role/b\"}\n  function_name")
                + ROLE.formatted("name = \"a\"");
        assertThat(mended(file)).isEqualTo(file);
    }

    @Test
    void addsAProfileWithTheInstancesOfItsRole() {
        String server = """
                resource "aws_instance" "web" {
                  for_each             = toset(["a", "b"])
                  iam_instance_profile = %s.web[each.key].name
                }

                resource "aws_iam_role" "web" {
                  for_each           = toset(["a", "b"])
                  provider           = aws.east
                  assume_role_policy = <<-EOF
                    {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]}
                  EOF
                }
                """
            .replace("\n", "\r\n");
        String added = """

                resource "aws_iam_instance_profile" "web" {
                  for_each = toset(["a", "b"])
                  provider = aws.east

                  role = aws_iam_role.web[each.key].name
                }
                """.replace("\n", "\r\n");
        assertThat(mended(server.formatted("aws_iam_role")))
            .isEqualTo(server.formatted("aws_iam_instance_profile") + added);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ec2.amazonaws.com"                             | ["ec2.amazonaws.com", "lambda.amazonaws.com"]
            ["ec2.amazonaws.com",]                          | ["ec2.amazonaws.com", "lambda.amazonaws.com",]
            concat(["ec2.amazonaws.com"], [])               | concat(["ec2.amazonaws.com", "lambda.amazonaws.com"], [])
            slice(["ec2.amazonaws.com", "x"], 0, 1)         | slice(["ec2.amazonaws.com", "x"], 0, 1)
            """)
    void addsAServiceWhereItCounts(String before, String after) {
        String file = FUNCTION.formatted("aws_iam_role.resize.arn") + ROLE.formatted("name = \"a\"");
        String services = "[\"lambda.amazonaws.com\", \"ec2.amazonaws.com\"]";
        assertThat(mended(file.replace(services, before))).isEqualTo(file.replace(services, after));
    }

    @Test
    void addsAServiceInAHeredoc() {
        String file = FUNCTION.formatted("aws_iam_role.resize.arn") + """

                resource "aws_iam_role" "resize" {
                  assume_role_policy = <<EOF
                {
                  "Statement": [{
                    "Effect": "Allow",
                    "Action": "sts:AssumeRole",
                    "Principal": { "Service": %s }
                  }]
                }
                EOF
                }
                """;
        assertThat(mended(file.formatted("\"ec2.amazonaws.com\"")))
            .isEqualTo(file.formatted("[\"ec2.amazonaws.com\", \"lambda.amazonaws.com\"]"));
        assertThat(mended(file.formatted("[\n      \"ec2.amazonaws.com\"\n    ]")))
            .isEqualTo(file.formatted("[\n      \"ec2.amazonaws.com\",\n      \"lambda.amazonaws.com\"\n    ]"));
    }

    private static String mended(String text) {
        List<InputFile> files = List.of(new InputFile("stack/main.tf", text.getBytes(StandardCharsets.UTF_8)));
        Report report = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        return new String(Patch.apply(files, Patch.of(report)).getFirst().content().bytes(), StandardCharsets.UTF_8);
    }

}
