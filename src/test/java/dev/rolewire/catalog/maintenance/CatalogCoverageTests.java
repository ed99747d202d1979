package dev.rolewire.catalog.maintenance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.rolewire.catalog.Catalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogCoverageTests {

    private static final String INSTANCE = """
            {
              "typeName": "AWS::EC2::Instance",
              "properties": {
                "IamInstanceProfile": {"type": "string"},
                "InstanceType": {"type": "string"},
                "RoleEnabled": {"type": "boolean"},
                "Tenant": {"$ref": "#/definitions/Tenant"},
                "RoleArn": {"type": "string"}
              },
              "readOnlyProperties": ["/properties/RoleArn"],
              "definitions": {
                "Tenant": {
                  "type": "object",
                  "properties": {
                    "Tenants": {"type": "array", "items": {"$ref": "#/definitions/Tenant"}},
                    "%s": {"type": "string"},
                    "Runner": {"type": ["string", "object"], "format": "AWS::IAM::Role.Arn"},
                    "Owners": {"type": "object", "patternProperties": {".*": {"anyOf": [{"type": "string", "pattern": "^arn:aws:iam::\\\\d{12}:user/"}]}}}
                  }
                }
              }
            }
            """;

    private static final String BINDING = """
            function instanceLaunchToHclTerraform(struct) {
                const attrs = {
                    %s: {
                        value: cdktn.stringToHclTerraform(struct.a),
                        isBlock: false,
                        type: "simple",
                        storageClassType: "string",
                    },
                };
            }
            class Instance extends cdktn.TerraformResource {
                static tfResourceType = "aws_instance";
                synthesizeHclAttributes() {
                    const attrs = {
                        iam_instance_profile: {
                            value: cdktn.stringToHclTerraform(this._a),
                            isBlock: false,
                            type: "simple",
                            storageClassType: "string",
                        },
                        launch: {
                            value: cdktn.listMapperHcl(instanceLaunchToHclTerraform, true)(this._launch.internalValue),
                            isBlock: true,
                            type: "list",
                            storageClassType: "InstanceLaunchList",
                        },
                        role_arns: {
                            value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._b),
                            isBlock: false,
                            type: "set",
                            storageClassType: "stringList",
                        },
                    };
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void findsNewPropertiesByNameAndByWhatTheSchemaSays() throws IOException {
        Files.writeString(this.directory.resolve("instance.json"), INSTANCE.formatted("TaskRoleArn"));

        CatalogCoverage coverage = CatalogCoverage.of(Catalogs.bundled(), this.directory);

        assertThat(coverage.types()).isOne();
        assertThat(coverage.unknown()).containsExactly("AWS::EC2::Instance Tenant/Owners/{}",
                "AWS::EC2::Instance Tenant/Runner", "AWS::EC2::Instance Tenant/TaskRoleArn");
    }

    @Test
    void staysSilentForSlotsAndLookAlikes() throws IOException {
        Files.writeString(this.directory.resolve("instance.json"), """
                {"typeName": "AWS::EC2::Instance", "properties": {"IamInstanceProfile": {"type": "string"}}}
                """);
        Files.writeString(this.directory.resolve("proxy.json"), """
                {"typeName": "AWS::RDS::DBProxyEndpoint", "properties": {"TargetRole": {"type": "string"}}}
                """);
        Files.writeString(this.directory.resolve("other.json"), "{\"AWS::EC2::Instance\": \"abc\"}");

        CatalogCoverage coverage = CatalogCoverage.of(Catalogs.bundled(), this.directory);

        assertThat(coverage.types()).isEqualTo(2);
        assertThat(coverage.unknown()).isEmpty();
        assertThat(coverage.vanished()).isEmpty();
    }

    @Test
    void namesSlotsThatTheSchemaNoLongerHas() throws IOException {
        Files.writeString(this.directory.resolve("instance.json"), """
                {"typeName": "AWS::EC2::Instance", "properties": {"InstanceType": {"type": "string"}}}
                """);

        CatalogCoverage coverage = CatalogCoverage.of(Catalogs.bundled(), this.directory);

        assertThat(coverage.vanished()).containsExactly("AWS::EC2::Instance IamInstanceProfile");
        assertThat(coverage.foreign()).contains("AWS::Lambda::Function").doesNotContain("aws_lambda_function");
    }

    @Test
    void aSlotMayLieInATextOrUnderAnyKeyOfAMap() throws IOException {
        Files.writeString(this.directory.resolve("document.json"), """
                {"typeName": "AWS::SSM::Document", "properties": {"Content": {"type": ["object", "string"]}}}
                """);
        Files.writeString(this.directory.resolve("association.json"),
                """
                        {"typeName": "AWS::SSM::Association", "properties": {"AssociationDispatchAssumeRole": {"type": "string"}, "Parameters": {"type": "object",
                         "patternProperties": {".*": {"type": "array", "items": {"type": "string"}}}}}}
                        """);

        assertThat(CatalogCoverage.of(Catalogs.bundled(), this.directory).vanished()).isEmpty();
    }

    @Test
    void readsTerraformBindings() throws IOException {
        Path file = Files.createDirectories(this.directory.resolve("package/lib/instance")).resolve("index.js");
        Files.writeString(file, BINDING.formatted("runner_role"));

        CatalogCoverage coverage = CatalogCoverage.of(Catalogs.bundled(), this.directory);

        assertThat(coverage.types()).isOne();
        assertThat(coverage.unknown()).containsExactly("aws_instance launch/*/runner_role", "aws_instance role_arns/*");
        assertThat(coverage.vanished()).isEmpty();
    }

    @Test
    void leavesDataSourcesOut() throws IOException {
        Path file = Files.createDirectories(this.directory.resolve("lib/data-aws-instance")).resolve("index.js");
        Files.writeString(file, BINDING.formatted("runner_role"));

        assertThat(CatalogCoverage.of(Catalogs.bundled(), this.directory).types()).isZero();
    }

    @Test
    void readsWheelsAndPackedPackages() throws IOException {
        Path wheel = this.directory.resolve("schemas.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("schemas/instance.json"));
            zip.write(INSTANCE.formatted("TaskRoleArn").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CatalogCoverage.of(Catalogs.bundled(), wheel).unknown()).hasSize(3);

        Path tgz = this.directory.resolve("bindings.tgz");
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(tgz))) {
            writeTarEntry(tar, "package/lib/data-aws-x/index.js", "x".repeat(600));
            writeTarEntry(tar, "package/lib/instance/index.js", BINDING.formatted("runner_role"));
            tar.write(new byte[1024]);
        }
        assertThat(CatalogCoverage.of(Catalogs.bundled(), tgz).unknown()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "IAMRoleARNs, iam role arns", "iam_role_arns, iam role arns", "SnsRoleName, sns role name",
            "IamInstanceProfile, iam instance profile", "Role, role" })
    void cutsNamesIntoWords(String name, String words) {
        assertThat(IdentityLike.words(name)).isEqualTo(words);
    }

    private static void writeTarEntry(OutputStream tar, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, header, 0, name.length());
        byte[] size = "%011o".formatted(bytes.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, header, 124, size.length);
        tar.write(header);
        tar.write(bytes);
        tar.write(new byte[(512 - bytes.length % 512) % 512]);
    }

}
