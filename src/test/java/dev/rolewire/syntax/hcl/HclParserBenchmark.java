package dev.rolewire.syntax.hcl;

import java.util.concurrent.TimeUnit;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the tree costs beyond the tokens, on a generated module of 10,000 lines.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HclParserBenchmark {

    private static final String BLOCK = """
            # role
            resource "aws_iam_role" "role" {
              for_each = { for k, v in var.roles : k => v if v.enabled }
              name     = "${var.prefix}-${each.key}"
              assume_role_policy = jsonencode({
                Version = "2012-10-17"
                Statement = [{
                  Action    = "sts:AssumeRole"
                  Effect    = "Allow"
                  Principal = { Service = each.value.service != null ? each.value.service : "ec2.amazonaws.com" }
                }]
              })
              description = <<-EOT
                The role of ${each.key}
                %{ if each.value.enabled }it is on%{ endif }
              EOT
              tags = merge(var.tags, { Name = each.key })
            }

            """;

    private final SourceFile source = SourceFile.of("main.tf", BLOCK.repeat(527));

    @Benchmark
    public int lex() {
        return Lexer.read(this.source.text()).count();
    }

    @Benchmark
    public Parsed<HclFile> parse() {
        return HclParser.parse(this.source, ParseLimits.DEFAULT);
    }

}
