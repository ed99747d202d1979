package dev.rolewire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// What people send instead of the JSON of a plan is recognised and answered with the command to run.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TerraformInputHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final Path PLAN = Path.of("src/test/resources/terraform/plan/article/ec2-role-only/plan.json");

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/octet-stream", "application/x-www-form-urlencoded", "application/json",
            "application/zip" })
    void aSavedPlanIsToldHowItIsPrinted(String contentType) {
        byte[] saved = Archive.zip("tfplan", "\u0008\u0003x", "tfstate", "{\"version\":4}", "tfstate-prev", "{}",
                "tfconfig/m-/main.tf", "resource \"aws_iam_role\" \"r\" {}", "tfconfig/modules.json", "[]");
        Answer answer = this.api.post(ANALYSES + "?filename=plan.bin", saved, "Content-Type", contentType);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("terraform show -json");
    }

    @Test
    void aPrintedPlanIsToldHowItIsPrintedAsJson() {
        Answer answer = this.api.post(ANALYSES + "?filename=plan.txt", """

                Terraform used the selected providers to generate the following execution
                plan. Resource actions are indicated with the following symbols:
                  + create

                Terraform will perform the following actions:

                  # aws_iam_role.r will be created
                  + resource "aws_iam_role" "r" {
                      + name = "r"
                    }

                Plan: 1 to add, 0 to change, 0 to destroy.
                """);
        assertThat(answer.rules()).containsExactly("unrecognised-document");
        assertThat(answer.body()).contains("terraform show -json");
    }

    @Test
    void theLogOfAPlanIsToldHowThePlanIsPrinted() {
        Answer answer = this.api.post(ANALYSES + "?filename=plan.json",
                """
                        {"@level":"info","@message":"Terraform 1.9.0","@module":"terraform.ui","terraform":"1.9.0","type":"version","ui":"1.2"}
                        {"@level":"info","@message":"aws_iam_role.r: Plan to create","@module":"terraform.ui","type":"planned_change"}
                        {"@level":"info","@message":"Plan: 1 to add, 0 to change, 0 to destroy.","@module":"terraform.ui","type":"change_summary"}
                        """);
        assertThat(answer.rules()).containsExactly("unrecognised-document");
        assertThat(answer.body()).contains("terraform plan -json").contains("terraform show -json");
    }

    @Test
    void aRawStateIsToldHowItIsPrinted() {
        Answer answer = this.api.post(ANALYSES + "?filename=terraform.tfstate",
                """
                        {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "a", "outputs": {}, "resources": []}
                        """);
        assertThat(answer.rules()).containsExactly("unrecognised-document");
        assertThat(answer.body()).contains("terraform show -json");
    }

    @Test
    void aPlanInUtf16IsRead() throws IOException {
        String plan = Files.readString(PLAN);
        Answer expected = this.api.post(ANALYSES + "?filename=plan.json", plan);
        assertThat(expected.rules()).contains("role-as-instance-profile");
        byte[] windows = ("\uFEFF" + plan).getBytes(StandardCharsets.UTF_16LE);
        assertThat(this.api.post(ANALYSES + "?filename=plan.json", windows).body()).isEqualTo(expected.body());
    }

}
