package dev.rolewire.frontend.terraform.hcl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import dev.rolewire.source.Position;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Configuration in bytes that are no UTF-8, and in characters that can be written in two ways.
class EncodingTests {

    private static final Analyzer ANALYZER = new Analyzer(Catalogs.bundled());

    @Test
    void bytesThatAreNoUtf8AreNamedWhereTheyStand() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("resource \"aws_iam_role\" \"r\" {\n  name = \"a".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes("b\"\n}\n".getBytes(StandardCharsets.UTF_8));
        Report report = ANALYZER.analyze(List.of(new InputFile("main.tf", bytes.toByteArray())),
                AnalysisOptions.DEFAULT);
        Finding found = report.findings()
            .stream()
            .filter((finding) -> finding.ruleId().equals("syntax-error"))
            .findFirst()
            .orElseThrow();
        assertThat(found.message()).contains("UTF-8");
        Location location = Objects.requireNonNull(found.location());
        assertThat(location.start()).isEqualTo(new Position(2, 12));
    }

    @Test
    void charactersThatAreWrittenInTwoWaysAreTheSameInNames() {
        String text = """
                variable "name" {
                  default = "caf\u00e9"
                }

                locals {
                  same = { "cafe\u0301" = "one" }
                }

                resource "aws_iam_role" "r" {
                  name = local.same["caf\u00e9"] == "one" && var.name == "cafe\u0301" ? "right" : "wrong"
                  assume_role_policy = jsonencode({
                    Version   = "2012-10-17"
                    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
                  })
                }

                resource "aws_iam_instance_profile" "p" {
                  role = "right"
                }
                """;
        Report report = ANALYZER.analyze(List.of(new InputFile("main.tf", text.getBytes(StandardCharsets.UTF_8))),
                AnalysisOptions.DEFAULT);
        assertThat(report.slots()).extracting(Report.Slot::identity).containsExactly("aws_iam_role.r");
    }

}
