package dev.rolewire.web.container;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.rule.RuleMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The requests of a training run: the examples of all rules in every dialect and format, a plan, every kind of body, the
/// pages beside them, and one call that makes no sense.
final class TrainingRequests {

    /// A request and the status that must come back.
    record Exchange(HttpRequest request, int status) {

    }

    private static final String RESOURCES = "dev/rolewire/";

    private final String base;

    private final String management;

    private final List<RuleMetadata> rules;

    private final List<Exchange> exchanges = new ArrayList<>();

    /// Prepares them.
    /// @param base address of the service
    /// @param management address of the actuator
    /// @param rules whose examples are sent
    TrainingRequests(String base, String management, List<RuleMetadata> rules) {
        this.base = base;
        this.management = management;
        this.rules = rules;
    }

    /// All requests of one round, in order.
    List<Exchange> all() throws IOException {
        if (this.exchanges.isEmpty()) {
            pages();
            examples();
            bodies();
        }
        return List.copyOf(this.exchanges);
    }

    private void pages() {
        for (String path : List.of("/livez", "/v1/rules", "/v1/catalog", "/v1/catalog/AWS::EC2::Instance",
                "/v1/report-schema", "/v3/api-docs", "/swagger-ui/index.html")) {
            get(this.base + path);
        }
        this.rules.forEach((rule) -> get(this.base + "/v1/rules/" + rule.id()));
        get(this.management + "/actuator/prometheus");
    }

    private void examples() throws IOException {
        int count = 0;
        for (RuleMetadata rule : this.rules) {
            ClassPathResource file = new ClassPathResource(RESOURCES + "rule/examples/" + rule.id() + ".yaml");
            if (file.exists()) {
                for (JsonNode example : YAMLMapper.shared().readTree(read(file))) {
                    document(example, "bad", count++);
                    document(example, "good", count++);
                }
            }
        }
    }

    private void document(JsonNode example, String kind, int count) {
        boolean terraform = example.required("dialect").asString().equals("terraform");
        String format = ReportFormat.ids().get(count % ReportFormat.ids().size());
        String query = "?format=" + format + "&filename=" + (terraform ? "main.tf" : "template.yaml");
        post(query, "application/octet-stream", bytes(example.required(kind).asString()), 200);
    }

    private void bodies() throws IOException {
        byte[] template = read(new ClassPathResource(RESOURCES + "web/openapi/ec2-takes-the-role.yaml"));
        byte[] function = read(new ClassPathResource(RESOURCES + "web/openapi/lambda-is-not-trusted.json"));
        byte[] plan = read(new ClassPathResource(RESOURCES + "web/container/plan.json"));
        post("?failOn=error", "application/yaml", template, 422);
        post("", "application/json", function, 200);
        post("", "application/json", plan, 200);
        post("?format=text", "application/json", plan, 200);
        post("", "application/zip", zip(Map.of("a/template.yaml", template)), 200);
        post("", "application/vnd.rolewire.request+json", envelope(template), 200);
        post("", "multipart/form-data; boundary=training", form(template), 200);
        post("", "application/yaml", new byte[0], 400);
        this.exchanges.add(new Exchange(request("").header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(plan)))
            .build(), 200));
    }

    private void get(String address) {
        this.exchanges.add(new Exchange(
                HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").GET().build(), 200));
    }

    private void post(String query, String type, byte[] body, int status) {
        HttpRequest request = request(query).header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
        this.exchanges.add(new Exchange(request, status));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(this.base + "/v1/analyses" + query)).header("Accept-Encoding", "gzip");
    }

    private static byte[] envelope(byte[] template) {
        Map<String, String> file = Map.of("path", "template.yaml", "content",
                new String(template, StandardCharsets.UTF_8));
        return JsonMapper.shared().writeValueAsBytes(Map.of("files", List.of(file)));
    }

    private static byte[] form(byte[] template) {
        return bytes("--training\r\nContent-Disposition: form-data; name=\"file\"; filename=\"template.yaml\"\r\n\r\n"
                + new String(template, StandardCharsets.UTF_8) + "\r\n--training--\r\n");
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return packed.toByteArray();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static byte[] read(ClassPathResource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
