package dev.rolewire.web.openapi;

import dev.rolewire.report.ReportFormat;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `POST /v1/analyses` in the OpenAPI document: one operation with every kind of body and answer.
final class AnalysisOperation {

    static final String RESOURCES = "dev/rolewire/web/openapi/";

    /// The examples' files and what they show. They say `{Ref: X}` and not `!Ref X`:
    /// Swagger
    /// UI shows an error in the place of YAML with a tag that it does not know.
    private static final SequencedMap<String, String> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put("ec2-takes-the-role.yaml", "EC2 refers to the role: an error");
        EXAMPLES.put("ec2-takes-the-profile.yaml", "EC2 refers to the profile: wired");
        EXAMPLES.put("ec2-and-profile-share-a-name.yaml", "Profile and role share a name: a warning");
        EXAMPLES.put("lambda-is-not-trusted.json", "The role does not trust Lambda: an error");
    }

    private static final String DESCRIPTION = """
            Post a CloudFormation template (YAML or JSON) or the output of `terraform show -json` as the body, or several \
            files as a JSON envelope, an archive (zip, tar.gz, tar) or a form. The dialect is detected. The answer is the \
            report, with status 200 whatever was found.

            A whole repository may be posted: what is nothing of ours, links, archives in the archive and directories such \
            as `.git` or `node_modules` are in `documents` with the reason why they are `skipped`. Paths are relative, \
            with forward slashes, and each is there once.

            Every property that takes an IAM identity is in `slots` with its outcome: `wired` (proved right), `broken` \
            (wrong in some case) or `unchecked` (not decidable from what was given). A document that does not parse is a \
            finding with its position, not a failed call.

            The format follows the `Accept` header, or `format`. `Content-Encoding: gzip` is taken. Nothing of a request \
            is stored or logged.""";

    private AnalysisOperation() {
    }

    static void describe(Operation operation) {
        operation.setSummary("Analyses templates and plans");
        operation.setDescription(DESCRIPTION);
        operation.setParameters(new ArrayList<>(QueryOptions.parameters()));
        operation.setRequestBody(new RequestBody().required(true)
            .description("One document, or several files as a JSON envelope, an archive or a form.")
            .content(bodies()));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse("200", report("The report, whatever it says"));
        responses.addApiResponse("422", report("The same report, when `failOn` or `failOnUnchecked` is reached"));
        ProblemResponses.add(responses, List.of(400, 406, 408, 413, 415, 500, 503));
        operation.setResponses(responses);
    }

    private static Content bodies() {
        Content content = new Content();
        content.addMediaType("application/vnd.rolewire.request+json",
                withExamples(OpenApiConfiguration.reference("Request"), AnalysisOperation::envelope));
        content.addMediaType("application/yaml", withExamples(text(), (template) -> template));
        JsonSchema object = new JsonSchema();
        object.setTypes(new LinkedHashSet<>(List.of("object")));
        content.addMediaType("application/json", withExamples(object, AnalysisOperation::object));
        content.addMediaType("multipart/form-data", form());
        for (String same : List.of("text/yaml", "application/x-yaml", "text/plain")) {
            content.addMediaType(same, withExamples(text(), (template) -> template));
        }
        content.addMediaType("text/x-hcl", documents(text()));
        Schema<?> bytes = text();
        bytes.setFormat("binary");
        for (String archive : List.of("application/zip", "application/gzip", "application/x-tar",
                "application/octet-stream")) {
            content.addMediaType(archive, documents(bytes));
        }
        return content;
    }

    /// All types have the same examples, under the same names: Swagger UI looks for the
    /// chosen name when the type is changed, and shows an empty object when there is
    /// none.
    private static MediaType withExamples(Schema<?> schema, Function<String, Object> value) {
        MediaType type = documents(schema);
        EXAMPLES.forEach((file, summary) -> type.addExamples(file.substring(0, file.indexOf('.')),
                new Example().summary(summary).value(value.apply(template(file)))));
        return type;
    }

    private static MediaType form() {
        JsonSchema file = text();
        file.setFormat("binary");
        JsonSchema files = new JsonSchema();
        files.setTypes(new LinkedHashSet<>(List.of("array")));
        files.setItems(file);
        files.setMinItems(1);
        files.setDescription("The files, each with its path as file name.");
        JsonSchema form = new JsonSchema();
        form.setTypes(new LinkedHashSet<>(List.of("object")));
        form.addProperty("file", files);
        form.addProperty("options", OpenApiConfiguration.reference("Options"));
        form.addProperty("inventory", inventory());
        JsonSchema baseline = text();
        baseline.setFormat("binary");
        baseline.setDescription("An earlier report or SARIF log: only findings that are not in it count.");
        form.addProperty("baseline", baseline);
        form.setRequired(List.of("file"));
        return documents(form).addEncoding("options", new Encoding().contentType("application/json"));
    }

    private static JsonSchema inventory() {
        JsonSchema output = text();
        output.setFormat("binary");
        JsonSchema outputs = new JsonSchema();
        outputs.setTypes(new LinkedHashSet<>(List.of("array")));
        outputs.setItems(output);
        outputs
            .setDescription("What the account holds: each the JSON that `aws iam get-account-authorization-details`, "
                    + "`list-roles`, `list-instance-profiles` or `aws ec2 describe-instances` prints.");
        return outputs;
    }

    private static MediaType documents(Schema<?> schema) {
        return new MediaType().schema(schema);
    }

    private static ApiResponse report(String description) {
        Content content = new Content();
        for (ReportFormat format : ReportFormat.values()) {
            content.addMediaType(format.mediaType(), new MediaType().schema(schema(format)));
        }
        return new ApiResponse().description(description)
            .content(content)
            .addHeaderObject("Server-Timing",
                    new Header().description("How long parsing with analysis, and rendering, took, in milliseconds.")
                        .schema(text()));
    }

    /// Our own schema, any JSON for the formats of others, and text.
    private static Schema<?> schema(ReportFormat format) {
        if (format.id().equals("json") || format.id().equals("yaml")) {
            return OpenApiConfiguration.reference("Report");
        }
        return format.mediaType().contains("json") ? new JsonSchema() : text();
    }

    private static String template(String file) {
        try {
            return new ClassPathResource(RESOURCES + file).getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The document as the only file of an envelope.
    private static Object envelope(String template) {
        boolean json = template.startsWith("{");
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", json ? "stacks/template.json" : "stacks/template.yaml");
        file.put("content", template);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("files", List.of(file));
        envelope.put("options", Map.of("failOn", "never"));
        return envelope;
    }

    private static Object object(String template) {
        return YAMLMapper.shared().readValue(template, Object.class);
    }

    private static JsonSchema text() {
        JsonSchema schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of("string")));
        return schema;
    }

}
