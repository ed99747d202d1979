package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.terraform.hcl.Configurations.main;
import static dev.rolewire.frontend.terraform.hcl.Configurations.value;
import static org.assertj.core.api.Assertions.assertThat;

class ReferenceTests {

    @Test
    void anAttributeStaysTheReferenceThatItIs() {
        Template template = main("""
                resource "aws_iam_role" "r" {
                  name = "web"
                }
                resource "aws_x" "y" {
                  name  = aws_iam_role.r.name
                  id    = "${aws_iam_role.r.id}"
                  arn   = local.role.arn
                  first = aws_iam_role.r.*.arn
                }
                locals {
                  role = aws_iam_role.r
                }
                """).template();
        assertThat(value(template, "aws_x.y")).isEqualTo("{name: &aws_iam_role.r#name, id: &aws_iam_role.r#id, "
                + "arn: &aws_iam_role.r#arn, first: [&aws_iam_role.r#arn]}");
    }

    @Test
    void aTextIsMadeOfWhatAnAttributeIsKnownToBe() {
        Template template = main("""
                resource "aws_iam_role" "r" {
                  name = "web"
                }
                resource "aws_x" "y" {
                  name = "${aws_iam_role.r.name}-profile"
                  arn  = "x/${aws_iam_role.r.arn}"
                }
                """).template();
        assertThat(value(template, "aws_x.y")).isEqualTo("{name: 'web-profile', arn: <'x/', &aws_iam_role.r#arn>}");
    }

    @Test
    void instancesAreToldApart() {
        Template template = main("""
                resource "aws_iam_role" "counted" {
                  count = 2
                }
                resource "aws_iam_role" "keyed" {
                  for_each = { a = "x", "b.c" = "y" }
                  name     = each.value
                  path     = "/${each.key}/"
                }
                resource "aws_x" "y" {
                  all   = aws_iam_role.counted[*].arn
                  last  = aws_iam_role.counted[1].arn
                  keyed = aws_iam_role.keyed["b.c"].arn
                  arns  = [for key, role in aws_iam_role.keyed : role.arn]
                }
                """).template();
        assertThat(template.resources().keySet()).containsExactly("aws_iam_role.counted[0]", "aws_iam_role.counted[1]",
                "aws_iam_role.keyed[\"a\"]", "aws_iam_role.keyed[\"b.c\"]", "aws_x.y");
        assertThat(value(template, "aws_iam_role.keyed[\"b.c\"]")).isEqualTo("{name: 'y', path: '/b.c/'}");
        assertThat(value(template, "aws_x.y", "all"))
            .isEqualTo("[&aws_iam_role.counted[0]#arn, &aws_iam_role.counted[1]#arn]");
        assertThat(value(template, "aws_x.y", "last")).isEqualTo("&aws_iam_role.counted[1]#arn");
        assertThat(value(template, "aws_x.y", "keyed")).isEqualTo("&aws_iam_role.keyed[\"b.c\"]#arn");
        assertThat(value(template, "aws_x.y", "arns"))
            .isEqualTo("[&aws_iam_role.keyed[\"a\"]#arn, &aws_iam_role.keyed[\"b.c\"]#arn]");
    }

    @Test
    void modulesAreEvaluatedAtAnyDepth() {
        Template template = Configurations.none().file("main.tf", """
                module "outer" {
                  source = "./modules/outer"
                  for_each = { a = 1 }
                  name   = "web"
                }
                resource "aws_x" "y" {
                  role = module.outer["a"].role
                }
                """).file("modules/outer/main.tf", """
                variable "name" {}
                module "inner" {
                  source = "../inner"
                  name   = "${var.name}-inner"
                }
                output "role" {
                  value = module.inner.role.arn
                }
                """).file("modules/inner/main.tf", """
                variable "name" {}
                resource "aws_iam_role" "this" {
                  name = var.name
                  path = "/${path.module}/"
                }
                output "role" {
                  value = aws_iam_role.this
                }
                """).template();
        String address = "module.outer[\"a\"].module.inner.aws_iam_role.this";
        assertThat(value(template, address)).isEqualTo("{name: 'web-inner', path: '/modules/inner/'}");
        assertThat(value(template, "aws_x.y", "role")).isEqualTo("&" + address + "#arn");
        assertThat(Configurations.resource(template, "aws_x.y").dependencies()).containsExactly(address);
    }

    @Test
    void whatIsNotDeclaredIsSaid() {
        Template template = main("""
                resource "aws_x" "y" {
                  a = var.a
                  b = local.b
                  c = aws_iam_role.c.arn
                  d = data.aws_iam_role.d.arn
                  e = module.e.out
                }
                """).template();
        assertThat(Configurations.problems(template)).containsExactly(
                "UNDEFINED_REFERENCE reference to undeclared input variable: an input variable with the name `a` has not been declared in the module",
                "UNDEFINED_REFERENCE reference to undeclared local value: a local value with the name `b` has not been declared in the module",
                "UNDEFINED_REFERENCE reference to undeclared resource: a managed resource `aws_iam_role` `c` has not been declared in the module",
                "UNDEFINED_REFERENCE reference to undeclared resource: a data resource `aws_iam_role` `d` has not been declared in the module",
                "UNDEFINED_REFERENCE reference to undeclared module: a module call named `e` has not been declared in the module");
    }

    @Test
    void whatRefersToItselfEnds() {
        Template template = main("""
                locals {
                  a = local.b
                  b = local.a
                }
                resource "aws_x" "y" {
                  a = local.a
                }
                """).template();
        assertThat(Configurations.problems(template))
            .containsExactly("UNRECOGNISED cycle: `local.a` refers to itself, directly or through others");
    }

}
