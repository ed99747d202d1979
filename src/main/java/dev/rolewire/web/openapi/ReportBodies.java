package dev.rolewire.web.openapi;

import dev.rolewire.report.ReportFormat;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The formats of a report in the OpenAPI document. Each says whose format it is; a schema of their own have JSON and YAML
/// alone, since the others are described by who reads them.
final class ReportBodies {

    private ReportBodies() {
    }

    static MediaType of(ReportFormat format) {
        return switch (format) {
            case JSON, YAML -> new MediaType().schema(OpenApiConfiguration.reference("Report"));
            case SARIF -> body("object", "A SARIF 2.1.0 log with one run, as GitHub code scanning takes it.", null);
            case RDJSON -> body("object", "`DiagnosticResult` of reviewdog's Diagnostic Format.", null);
            case GITLAB -> gitLab();
            case JUNIT -> body("string", "JUnit XML.", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <testsuites name="Rolewire" tests="1" failures="0" errors="0" skipped="0">
                      <testsuite name="template.yaml" tests="1" failures="0" errors="0" skipped="0">
                        <testcase name="is analysed" classname="template_yaml" file="template.yaml" line="1"></testcase>
                      </testsuite>
                    </testsuites>
                    """);
            case TEXT -> body("string", "Findings with source lines and carets, slots that are not wired, the verdict.",
                    "pass: 0 errors, 0 warnings, 0 notes; slots: 1 wired, 0 broken, 0 unchecked\n");
            case MARKDOWN -> body("string", "A comment for a pull request, at most 65,536 characters long.",
                    "<!-- rolewire -->\n### Rolewire: pass\n");
            case GITHUB -> body("string", "Workflow commands of GitHub Actions, one a line.",
                    "::error file=template.yaml,line=8,endLine=8,col=33,endColumn=44,title=role-as-instance-profile::"
                            + "`EC2Instance` needs an instance profile\n");
            case MERMAID -> body("string", "A flowchart of who takes what from whom.",
                    "flowchart LR\n  n0[\"EC2Instance\"] -- takes --> n1[[\"Profile\"]]\n");
            case DIFF -> body("string", "A unified diff for `git apply`; empty when there is no safe fix.",
                    "--- a/template.yaml\n+++ b/template.yaml\n@@ -8 +8 @@\n-      Role: !Ref Role\n+      Role: !GetAtt Role.Arn\n");
        };
    }

    private static MediaType gitLab() {
        MediaType type = body("array", "A code quality report of GitLab.", null);
        type.getSchema().setItems(typed("object"));
        return type;
    }

    private static MediaType body(String type, String description, @Nullable String example) {
        Schema<?> schema = typed(type);
        schema.setDescription(description);
        MediaType body = new MediaType().schema(schema);
        return example == null ? body : body.example(example);
    }

    private static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of(type)));
        return schema;
    }

}
