package dev.rolewire.web;

import java.util.List;
import java.util.Map;

import dev.rolewire.testing.Repository;
import dev.rolewire.web.HttpApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// An inventory in a request, in each place that takes one.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InventoryHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String TEMPLATE = """
            Resources:
              Server:
                Type: AWS::EC2::Instance
                Properties: {IamInstanceProfile: web-profile}
              Other:
                Type: AWS::EC2::Instance
                Properties: {IamInstanceProfile: web}
            """;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    private static String inventory(String name) {
        return Repository.read(Repository.testResources().resolve("inventories").resolve(name + ".json"));
    }

    /// A part as `curl -F inventory=@name.json` writes it.
    private static Form with(Form form, String name) {
        return form.part("Content-Disposition: form-data; name=\"inventory\"; filename=\"" + name
                + ".json\"\r\nContent-Type: application/json", inventory(name));
    }

    private Answer post(Form form) {
        return this.api.post(ANALYSES, form.body(), "Content-Type", Form.TYPE);
    }

    private static List<String> outcomes(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
            .required("slots")
            .valueStream()
            .map((slot) -> slot.at("/address").asString() + " " + slot.at("/outcome").asString())
            .toList();
    }

    private static String listing(Answer answer, String kind) {
        return answer.json()
            .at("/inventory/0/kinds")
            .valueStream()
            .filter((each) -> each.at("/kind").asString().equals(kind))
            .map((each) -> each.at("/count").asInt() + " " + each.at("/listing").asString())
            .findFirst()
            .orElse("");
    }

    @Test
    void takesItAsAPartOfAForm() {
        Answer answer = post(with(new Form().file("template.yaml", TEMPLATE), "account"));
        assertThat(outcomes(answer)).containsExactly("Server wired", "Other broken");
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(answer.json().at("/inventory/0/account").asString()).isEqualTo("123456789012");
        assertThat(listing(answer, "role")).isEqualTo("5 complete");
        assertThat(listing(answer, "instance-profile")).isEqualTo("3 complete");
        assertThat(listing(answer, "policy")).isEqualTo("1 complete");
        assertThat(listing(answer, "user")).isEqualTo("1 complete");
    }

    @Test
    void takesSeveralPartsTogether() {
        Answer one = post(with(new Form().file("template.yaml", TEMPLATE), "instances"));
        assertThat(outcomes(one)).containsExactly("Server unchecked", "Other unchecked");
        assertThat(listing(one, "instance-profile")).isEqualTo("1 partial");
        Answer both = post(with(with(new Form().file("template.yaml", TEMPLATE), "instances"), "details"));
        assertThat(outcomes(both)).containsExactly("Server wired", "Other broken");
        assertThat(listing(both, "instance-profile")).isEqualTo("1 with-role");
    }

    @Test
    void aPageWithMoreLeftOverProvesNoAbsence() {
        Answer answer = post(with(new Form().file("template.yaml", TEMPLATE), "first-page"));
        assertThat(outcomes(answer)).containsExactly("Server wired", "Other unchecked");
        assertThat(listing(answer, "role")).isEqualTo("3 partial");
    }

    @Test
    void takesItInTheOptions() {
        String options = "{\"inventory\": " + inventory("account") + ", \"accountId\": \"123456789012\"}";
        assertThat(outcomes(post(new Form().file("template.yaml", TEMPLATE).options(options))))
            .containsExactly("Server wired", "Other broken");
        Map<String, Object> envelope = Map.of("files", List.of(Map.of("path", "template.yaml", "content", TEMPLATE)),
                "options", JsonMapper.shared().readValue(options, JsonNode.class));
        assertThat(outcomes(this.api.post(ANALYSES, JsonMapper.shared().writeValueAsString(envelope), "Content-Type",
                "application/vnd.rolewire.request+json")))
            .containsExactly("Server wired", "Other broken");
        String yaml = """
                inventory:
                  InstanceProfiles:
                    - {Arn: 'arn:aws:iam::123456789012:instance-profile/web', Roles: []}
                """;
        Answer answer = post(new Form().file("template.yaml", TEMPLATE).options(yaml));
        assertThat(outcomes(answer)).containsExactly("Server broken", "Other broken");
        assertThat(answer.rules()).containsExactlyInAnyOrder("unknown-identity", "instance-profile-without-role");
    }

    @Test
    void saysThatAnInventoryIsOfAnotherAccount() {
        Answer answer = this.api.post(ANALYSES + "?accountId=210987654321",
                with(new Form().file("template.yaml", TEMPLATE), "account").body(), "Content-Type", Form.TYPE);
        assertThat(answer.problem()).isEqualTo("bad-option-value");
        assertThat(answer.json().at("/detail").asString()).contains("210987654321", "123456789012");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    {"Roles": [{"RoleName": "a"}]}                           | line 1, column 12: the `Arn` of a role is expected
                    {"Roles": ["a"]}                                         | line 1, column 12: an object with the `Arn` of a role
                    {"Roles": [{"Arn": "arn:aws:iam::123456789012:user/a"}]} | the `Arn` of a role is expected in this object
                    {"Stacks": []}                                           | line 1, column 1: none of the lists
                    {"AccountAliases": {"a": 1}}                             | none of the lists
                    {"Roles": [}                                             | line 1, column 12: it is no JSON from there on
                    {"Roles": [                                              | it is no JSON from there on
                    [[[[[[[{"Roles": []}]]]]]]]                              | an object or a list of objects is expected
                    "Roles"                                                  | an object or a list of objects is expected
                    {"Reservations": [1]}                                    | a reservation is expected
                    """)
    void saysWhereAnInventoryIsMalformed(String inventory, String detail) {
        Answer answer = post(new Form().file("template.yaml", TEMPLATE)
            .part("Content-Disposition: form-data; name=\"inventory\"", inventory));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-inventory");
        assertThat(answer.json().at("/detail").asString()).contains(detail,
                "aws iam get-account-authorization-details");
        assertThat(answer.json().at("/command").asString()).contains("-F inventory=@account.json");
    }

    @Test
    void showsNothingOfItButNamesAndArns() {
        String secret = "hunter2-in-a-condition";
        String role = """
                {"Roles": [{"Path": "/", "RoleName": "app", "Arn": "arn:aws:iam::123456789012:role/app",
                  "Description": "%1$s",
                  "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Sid": "%1$s",
                    "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
                    "Condition": {"StringEquals": {"sts:ExternalId": "%1$s"}}}]}}]}
                """.formatted(secret);
        String template = """
                Resources:
                  Function:
                    Type: AWS::Lambda::Function
                    Properties: {Role: 'arn:aws:iam::123456789012:role/app', Code: {ZipFile: x}}
                """;
        for (String format : List.of("json", "text")) {
            Answer answer = this.api.post(ANALYSES + "?format=" + format,
                    new Form().file("template.yaml", template)
                        .part("Content-Disposition: form-data; name=\"inventory\"", role)
                        .body(),
                    "Content-Type", Form.TYPE);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                .contains("service-not-trusted", "arn:aws:iam::123456789012:role/app", "ec2.amazonaws.com")
                .doesNotContain(secret);
        }
    }

    @Test
    void saysWhereAnInventoryAmongTheFilesBelongs() {
        Answer answer = post(new Form().file("template.yaml", TEMPLATE).file("roles.json", inventory("details")));
        assertThat(answer.json().at("/documents/1/skipped").asString()).contains("part `inventory`");
    }

}
