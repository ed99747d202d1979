package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Template;
import org.junit.jupiter.api.Test;

import static dev.rolewire.frontend.terraform.hcl.Configurations.value;
import static org.assertj.core.api.Assertions.assertThat;

class JsonConfigurationTests {

    @Test
    void bothSyntaxesMakeOneModule() {
        Template template = Configurations.none()
            .file("main.tf", """
                    resource "aws_iam_role" "web" {
                      name = var.name
                    }
                    """)
            .file("more.tf.json",
                    """
                            {
                              "variable": {"name": {"type": "string", "default": "web"}},
                              "locals": {"profiles": {"a": "x", "b": "y"}},
                              "resource": {
                                "aws_iam_instance_profile": {
                                  "web": {"for_each": "${local.profiles}", "name": "${var.name}-${each.key}", "role": "${aws_iam_role.web.name}"}
                                },
                                "aws_x": {
                                  "y": {
                                    "dynamic": {"setting": {"for_each": ["p", "q"], "iterator": "it", "content": {"value": "${it.value}"}}},
                                    "depends_on": ["aws_iam_role.web"]
                                  }
                                }
                              }
                            }
                            """)
            .template();
        assertThat(Configurations.problems(template)).isEmpty();
        assertThat(value(template, "aws_iam_instance_profile.web[\"b\"]"))
            .isEqualTo("{name: 'web-b', role: &aws_iam_role.web#name}");
        assertThat(value(template, "aws_x.y")).isEqualTo("{setting: [{value: 'p'}, {value: 'q'}]}");
        assertThat(Configurations.resource(template, "aws_x.y").dependencies()).containsExactly("aws_iam_role.web");
    }

}
