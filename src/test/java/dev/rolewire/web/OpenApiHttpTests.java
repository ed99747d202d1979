package dev.rolewire.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.testing.Golden;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiHttpTests {

    private final RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    OpenApiHttpTests(@Qualifier("requestMappingHandlerMapping") @Autowired RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void isWhatReviewersHaveRead() {
        JsonNode document = document();
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://localhost:" + this.port);
        ((ObjectNode) document).remove("servers");
        ((ObjectNode) document.at("/info")).put("version", "VERSION");
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Golden.check(Path.of("golden/web/openapi.json"),
                mapper.writeValueAsString(document).replace("\r\n", "\n") + "\n");
    }

    @Test
    void givesTheSameBytesAgain() {
        assertThat(this.api.get("/v3/api-docs").body()).isEqualTo(this.api.get("/v3/api-docs").body());
    }

    @Test
    void describesEveryPathOfTheApi() {
        JsonNode document = document();
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        List<String> served = this.mappings.getHandlerMethods()
            .keySet()
            .stream()
            .flatMap((mapping) -> mapping.getPatternValues().stream())
            .filter((path) -> path.startsWith("/v1"))
            .toList();
        assertThat(document.required("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void refersToSchemasThatAreThere() {
        JsonNode document = document();
        document.findValuesAsString("$ref").forEach((reference) -> {
            assertThat(reference).startsWith("#/components/schemas/");
            assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
        });
    }

    @Test
    void hasExamplesThatWorkWhenTriedOut() {
        JsonNode content = document().at("/paths/~1v1~1analyses/post/requestBody/content");
        Map<String, List<String>> rules = new LinkedHashMap<>();
        content.properties().forEach((type) -> type.getValue().path("examples").forEach((example) -> {
            JsonNode value = example.required("value");
            String body = value.isString() ? value.asString() : value.toString();
            Answer answer = this.api.post("/v1/analyses", body, "Content-Type", type.getKey());
            assertThat(answer.status()).isEqualTo(200);
            rules.computeIfAbsent(type.getKey(), (key) -> new ArrayList<>()).addAll(answer.rules());
        }));
        assertThat(rules.keySet()).containsExactly("application/vnd.rolewire.request+json", "application/yaml",
                "application/json", "text/yaml", "application/x-yaml", "text/plain");
        assertThat(rules.values())
            .containsOnly(List.of("role-as-instance-profile", "dependency-by-name", "service-not-trusted"));
    }

    /// Swagger UI reads and writes YAML examples anew, without the tags of
    /// CloudFormation,
    /// and shows an error in the place of what it cannot read.
    @Test
    void hasYamlExamplesThatSwaggerUiCanShow() {
        JsonNode content = document().at("/paths/~1v1~1analyses/post/requestBody/content");
        List<String> examples = content.propertyStream()
            .filter((type) -> type.getKey().contains("yaml"))
            .flatMap((type) -> type.getValue().required("examples").valueStream())
            .map((example) -> example.required("value").asString())
            .toList();
        assertThat(examples).hasSize(12);
        for (String example : examples) {
            Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(example);
            assertThat(plain).isInstanceOf(Map.class);
        }
    }

    /// Swagger UI looks for the chosen name when the type is changed.
    @Test
    void namesTheExamplesOfAllMediaTypesAlike() {
        JsonNode content = document().at("/paths/~1v1~1analyses/post/requestBody/content");
        assertThat(content.valueStream().filter((type) -> type.has("examples")))
            .extracting((type) -> List.copyOf(type.required("examples").propertyNames()))
            .hasSize(6)
            .containsOnly(List.of("ec2-takes-the-role", "ec2-takes-the-profile", "ec2-and-profile-share-a-name",
                    "lambda-is-not-trusted"));
    }

    @Test
    void describesEveryStatusAndMediaType() {
        JsonNode responses = document().at("/paths/~1v1~1analyses/post/responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("200", "422", "400", "406", "408", "413", "415",
                "500", "503");
        assertThat(responses.at("/200/content").propertyNames()).containsExactlyElementsOf(ReportFormat.mediaTypes());
        assertThat(responses.at("/503/content").propertyNames()).containsExactly("application/problem+json");
    }

    private JsonNode document() {
        Answer answer = this.api.get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

}
