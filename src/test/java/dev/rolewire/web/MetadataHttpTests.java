package dev.rolewire.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MetadataHttpTests {

    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @Test
    void listsTheRulesSortedById() {
        Answer answer = this.api.get("/v1/rules");
        check("RuleList", answer);
        List<String> ids = answer.json()
            .required("rules")
            .valueStream()
            .map((rule) -> rule.at("/id").asString())
            .toList();
        assertThat(ids).isSorted().contains("role-as-instance-profile", "service-not-trusted", "syntax-error");
        for (String id : ids) {
            Answer rule = this.api.get("/v1/rules/" + id);
            check("RuleDetails", rule);
            assertThat(rule.json().at("/why").asString()).as(id).isNotBlank();
        }
    }

    @Test
    void showsEveryRuleWithExamplesThatSayWhatTheRuleSays() {
        for (JsonNode rule : this.api.get("/v1/rules").json().required("rules")) {
            String id = rule.at("/id").asString();
            JsonNode details = this.api.get("/v1/rules/" + id).json();
            assertThat(details.required("examples").valueStream().map((example) -> example.at("/dialect").asString()))
                .as(id)
                .containsExactlyElementsOf(details.required("families").valueStream().map(JsonNode::asString).toList());
            for (JsonNode example : details.required("examples")) {
                boolean configuration = !example.at("/bad").asString().startsWith("{")
                        && example.at("/dialect").asString().equals("terraform");
                if (!configuration) {
                    assertThat(analysed(example.required("bad"), id)).as(id).contains(id);
                    assertThat(analysed(example.required("good"), id)).as(id).doesNotContain(id);
                }
            }
        }
    }

    /// Where the examples of rules are deployed to that judge that; their comments say
    /// so.
    private static final Map<String, String> DEPLOYED_TO = Map.of("foreign-account-role", "&accountId=123456789012",
            "wrong-partition-arn", "&region=cn-north-1", "wrong-partition-principal", "&region=cn-northwest-1");

    private List<String> analysed(JsonNode document, String rule) {
        return this.api.post("/v1/analyses?enable=" + rule + DEPLOYED_TO.getOrDefault(rule, ""), document.asString())
            .rules();
    }

    @Test
    void showsTheArticlesCaseFirst() {
        JsonNode example = this.api.get("/v1/rules/role-as-instance-profile").json().at("/examples/0");
        assertThat(example.at("/bad").asString()).contains("IamInstanceProfile: !Ref IAMRole\n").doesNotContain("^^^");
        assertThat(example.at("/good").asString()).contains("IamInstanceProfile: !Ref IAMInstanceProfile\n");
    }

    @Test
    void namesTheRuleThatMayBeMeant() {
        Answer answer = this.api.get("/v1/rules/role-as-instance-profil");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("rule-not-found");
        assertThat(answer.json().at("/nearest/0").asString()).isEqualTo("role-as-instance-profile");
    }

    @Test
    void listsTheTypesOfTheCatalog() {
        Answer all = this.api.get("/v1/catalog");
        check("CatalogOverview", all);
        assertThat(all.json().at("/families").size()).isEqualTo(2);
        assertThat(all.json().at("/families/0/slots").asInt()).isGreaterThanOrEqualTo(807);
        Answer terraform = this.api.get("/v1/catalog?family=terraform");
        check("CatalogOverview", terraform);
        assertThat(terraform.json().at("/families").size()).isEqualTo(1);
        assertThat(terraform.json().at("/families/0/family").asString()).isEqualTo("terraform");
        assertThat(this.api.get("/v1/catalog?family=pulumi").problem()).isEqualTo("bad-option-value");
        assertThat(this.api.get("/v1/catalog?family=terraform&family=cloudformation").problem())
            .isEqualTo("bad-option-value");
    }

    @Test
    void describesEveryTypeOfTheCatalog() {
        for (JsonNode family : this.api.get("/v1/catalog").json().required("families")) {
            for (JsonNode type : family.required("resourceTypes")) {
                Answer answer = this.api.get("/v1/catalog/" + type.at("/type").asString());
                check("CatalogType", answer);
                assertThat(answer.json().required("slots").size()).isEqualTo(type.at("/slots").asInt());
                assertThat(answer.json().at("/family")).isEqualTo(family.at("/family"));
            }
        }
    }

    @Test
    void describesASlot() {
        JsonNode slot = this.api.get("/v1/catalog/AWS::EC2::Instance").json().at("/slots/0");
        assertThat(slot.at("/path").asString()).isEqualTo("IamInstanceProfile");
        assertThat(slot.at("/accepts").toString()).isEqualTo("[\"instance-profile-name\"]");
        assertThat(slot.at("/trust/principals").toString()).contains("ec2.amazonaws.com");
        assertThat(this.api.get("/v1/catalog/aws_instance").json().at("/slots/0/path").asString())
            .isEqualTo("iam_instance_profile");
    }

    @Test
    void namesTheTypeThatMayBeMeant() {
        Answer answer = this.api.get("/v1/catalog/aws::ec2::instance");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("type-not-found");
        assertThat(answer.json().at("/nearest/0").asString()).isEqualTo("AWS::EC2::Instance");
    }

    @Test
    void servesTheSchemaOfTheReport() {
        Answer answer = this.api.get("/v1/report-schema");
        assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
        assertThat(answer.json().at("/$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(this.api.get("/v1/report-schema", "Accept", "application/json").status()).isEqualTo(200);
    }

    @Test
    void leadsABrowserToTheDescription() {
        Answer answer = this.api.get("/", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/swagger-ui/index.html");
        assertThat(this.api.get("/swagger-ui").header("Location")).endsWith("/swagger-ui/index.html");
        assertThat(this.api.get("/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(this.api
            .get("/", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "lint.example.com", "X-Forwarded-Prefix",
                    "/rolewire")
            .header("Location")).isEqualTo("https://lint.example.com/rolewire/swagger-ui/index.html");
    }

    @Test
    void tellsThatItIsAliveAndReady() {
        for (String path : new String[] { "/livez", "/readyz", "/actuator/health", "/actuator/info", "/actuator/sbom",
                "/actuator/prometheus" }) {
            assertThat(this.api.get(path).status()).as(path).isEqualTo(200);
        }
    }

    private void check(String schema, Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(this.schemas.computeIfAbsent(schema, this::schema).validate(answer.body(), InputFormat.JSON))
            .as(answer.body())
            .isEmpty();
    }

    /// A schema of the OpenAPI document, closed: what it does not name is an error.
    private Schema schema(String name) {
        String document = this.api.get("/v3/api-docs").body().replace("#/components/schemas/", "#/$defs/");
        ObjectNode schemas = (ObjectNode) JsonMapper.shared().readTree(document).at("/components/schemas");
        schemas.forEach((schema) -> ((ObjectNode) schema).put("unevaluatedProperties", false));
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.set("$defs", schemas);
        root.put("$ref", "#/$defs/" + name);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
    }

}
