package dev.rolewire.frontend.terraform.hcl;

import java.util.List;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.terraform.hcl.Configurations.main;
import static dev.rolewire.frontend.terraform.hcl.Configurations.problems;
import static dev.rolewire.frontend.terraform.hcl.Configurations.value;
import static org.assertj.core.api.Assertions.assertThat;

class HostileConfigurationTests {

    @Test
    void oneInstanceStandsForABillion() {
        Template template = main("""
                resource "aws_iam_role" "r" {
                  count = 1000000000
                  name  = "r-${count.index}"
                }
                resource "aws_x" "y" {
                  arn = aws_iam_role.r[7].arn
                }
                """).template();
        assertThat(problems(template)).containsExactly(
                "LIMIT `aws_iam_role.r` has 1000000000 instances, which are too many to look at; one stands for all");
        assertThat(template.resources().keySet()).containsExactly("aws_iam_role.r[*]", "aws_x.y");
        assertThat(value(template, "aws_x.y", "arn")).isEqualTo("&aws_iam_role.r[*]#arn");
    }

    @Test
    void oneInstanceStandsForThoseThatAreNotKnown() {
        Template template = main("""
                variable "roles" {}
                resource "aws_iam_role" "r" {
                  for_each = var.roles
                  name     = each.key
                }
                resource "aws_x" "y" {
                  for_each = aws_iam_role.r
                  arn      = each.value.arn
                  other    = aws_iam_role.r["a"].arn
                }
                """).template();
        assertThat(value(template, "aws_iam_role.r[*]", "name")).isEqualTo("?PARAMETER(roles)");
        assertThat(value(template, "aws_x.y[*]", "other")).isEqualTo("&aws_iam_role.r[*]#arn");
    }

    @Test
    void modulesThatCallThemselvesEnd() {
        List<Template> templates = Configurations.none().file("a/main.tf", """
                module "b" {
                  source = "../b"
                }
                """).file("b/main.tf", """
                module "a" {
                  source = "../a"
                }
                resource "aws_iam_role" "r" {}
                """).templates();
        assertThat(templates).hasSize(1);
        assertThat(templates.getFirst().resources().keySet()).containsExactly("module.b.aws_iam_role.r");
        assertThat(problems(templates.getFirst()))
            .containsExactly("UNRECOGNISED cycle: module `a` calls itself through its source");
    }

    @Test
    void aTreeOfModulesThatDoublesAtEachLevelEnds() {
        Configurations bundle = Configurations.none();
        for (int level = 0; level < 40; level++) {
            bundle.file("m" + level + "/main.tf", """
                    module "a" {
                      source = "../m%d"
                    }
                    module "b" {
                      source = "../m%d"
                    }
                    """.formatted(level + 1, level + 1));
        }
        bundle.file("m40/main.tf", "resource \"aws_iam_role\" \"r\" {}\n");
        Template template = bundle.templates().getFirst();
        assertThat(problems(template)).anyMatch((problem) -> problem.startsWith("LIMIT more instances of modules"));
    }

    @Test
    void aLongChainOfLocalsEnds() {
        StringBuilder locals = new StringBuilder("l0 = \"x\"\n");
        for (int i = 1; i < 5_000; i++) {
            locals.append("l").append(i).append(" = local.l").append(i - 1).append("\n");
        }
        assertThat(Configurations.local(locals + "it = local.l40")).isEqualTo("'x'");
        assertThat(Configurations.local(locals + "it = local.l4999")).startsWith("?BUDGET");
    }

    @Test
    void textsThatDoubleEnd() {
        StringBuilder locals = new StringBuilder("l0 = \"xxxxxxxxxxxxxxxx\"\n");
        for (int i = 1; i < 60; i++) {
            locals.append("l")
                .append(i)
                .append(" = \"${local.l")
                .append(i - 1)
                .append("}${local.l")
                .append(i - 1)
                .append("}\"\n");
        }
        assertThat(Configurations.local(locals + "it = local.l59")).startsWith("?BUDGET");
    }

    @Test
    void manyConditionsOnVariablesEnd() {
        StringBuilder text = new StringBuilder();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append("variable \"v").append(i).append("\" {\n  type = bool\n}\n");
            list.append("var.v").append(i).append(" ? \"a").append(i).append("\" : null, ");
        }
        Template template = main(text + """
                resource "aws_x" "y" {
                  it   = join(",", compact([%s]))
                  each = [for x in [%s] : x if x != null]
                }
                """.formatted(list, list)).template();
        assertThat(value(template, "aws_x.y", "it")).contains("?BUDGET");
        assertThat(value(template, "aws_x.y", "each")).startsWith("?");
    }

    @Test
    void oneBrokenFileHidesNoneOfTheOthers() {
        Template template = Configurations.none()
            .file("broken.tf", "resource \"aws_x\" {\n  a = <<EOF\nnever ends\n")
            .file("main.tf", "resource \"aws_iam_role\" \"r\" {}\n")
            .template();
        assertThat(template.resources().keySet()).containsExactly("aws_iam_role.r");
    }

}
