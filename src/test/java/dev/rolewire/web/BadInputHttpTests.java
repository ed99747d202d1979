package dev.rolewire.web;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import dev.rolewire.web.HttpApi.Answer;
import dev.rolewire.web.request.MemoryBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Each hostile input gets a clear answer, and after each the service goes on answering.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rolewire.limits.max-plan-size=64MB")
class BadInputHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final int MANY = 100_000;

    private static final long HUGE = 100_000_000;

    private final MemoryBudget memory;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    BadInputHttpTests(@Autowired MemoryBudget memory) {
        this.memory = memory;
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @AfterEach
    void goesOnAnswering() {
        assertThat(this.api.post(ANALYSES, Documents.ROLE_AS_PROFILE).rules())
            .containsExactly("role-as-instance-profile");
        // The answer is out before the last lines of the request have run.
        for (int i = 0; i < 250 && this.memory.held() > 0; i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(this.memory.held()).isZero();
    }

    @Test
    void refusesAnEmptyBody() {
        for (String nothing : new String[] { "", " \r\n\t\n" }) {
            Answer answer = this.api.post(ANALYSES, nothing, "Content-Type", "application/yaml");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("empty-body");
            assertThat(answer.json().at("/command").asString()).startsWith("curl --data-binary");
        }
        byte[] packed = HttpApi.gzip(new byte[0]);
        assertThat(this.api.post(ANALYSES, packed, "Content-Encoding", "gzip").problem()).isEqualTo("empty-body");
    }

    @Test
    void refusesAHugeBodyWithALength() {
        Answer answer = this.api.send(this.api.request(ANALYSES, "Content-Type", "application/yaml")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Filler(HUGE)), HUGE)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request-too-large");
        assertThat(answer.json().at("/limit").asLong()).isEqualTo(64L << 20);
    }

    @Test
    void refusesAHugeBodyWithoutALengthOnceATemplateCannotBeThatLarge() {
        Filler filler = new Filler(HUGE);
        Answer answer = this.api.send(this.api.request(ANALYSES, "Content-Type", "application/yaml")
            .POST(BodyPublishers.ofInputStream(() -> filler)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("document-too-large");
        assertThat(answer.json().at("/limit").asLong()).isEqualTo(5L << 20);
    }

    @Test
    void refusesABodyThatUnpacksToTooMuch() {
        byte[] packed = HttpApi.gzip(new byte[(int) HUGE]);
        assertThat(packed.length).isLessThan(200_000);
        Answer template = this.api.post(ANALYSES, packed, "Content-Encoding", "gzip");
        assertThat(template.status()).isEqualTo(413);
        assertThat(template.problem()).isEqualTo("document-too-large");
        byte[] plan = new byte[(int) HUGE];
        byte[] start = "{\"format_version\":\"1.2\",\"x\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, plan, 0, start.length);
        Answer large = this.api.post(ANALYSES, HttpApi.gzip(plan), "Content-Encoding", "gzip");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.problem()).isEqualTo("request-too-large");
    }

    @Test
    void takesAPlanThatIsLargerThanATemplateMayBe() {
        String plan = "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"variables\":{\"x\":{\"value\":\""
                + "x".repeat(6 << 20)
                + "\"}},\"planned_values\":{\"root_module\":{}},\"resource_changes\":[],\"configuration\":{\"root_module\":{}}}";
        Answer answer = this.api.post(ANALYSES, plan, "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/documents/0/dialect").asString()).isEqualTo("terraform-plan");
    }

    static Stream<Arguments> documentsThatAreWrong() {
        String alias = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + lines(1, 30);
        return Stream.of(arguments("alias bomb", alias + "Resources: *a29\n"),
                arguments("brackets in JSON", "[".repeat(MANY)),
                arguments("objects in JSON", "{\"Resources\":" + "{\"a\":".repeat(MANY)),
                arguments("closed brackets in JSON", "{\"Resources\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}"),
                arguments("brackets in YAML", "Resources: " + "[".repeat(MANY)),
                arguments("sequences in YAML", "- ".repeat(MANY)),
                arguments("mappings in YAML", "Resources: " + "{a: ".repeat(MANY)),
                arguments("deep plan", "{\"format_version\":\"1.2\",\"planned_values\":" + "{\"a\":".repeat(MANY)),
                arguments("truncated plan",
                        "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"planned_values\":{\"root_module\":{\"res"),
                arguments("JSON that is neither", "{\"name\": \"package\", \"version\": \"1.0.0\"}"),
                arguments("a JSON text", "\"text\""), arguments("YAML that is neither", "hello: world\n"),
                arguments("prose", "This is not a template.\n"), arguments("an open quote", "Resources:\n  A: \"x\n"),
                arguments("a tab", "Resources:\n\t- a: [\n"),
                arguments("template without resources", "AWSTemplateFormatVersion: '2010-09-09'\n"),
                arguments("resources that are a list", "AWSTemplateFormatVersion: '2010-09-09'\nResources: [1]\n"),
                arguments("a resource that is a text",
                        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A: text\n"),
                arguments("a map as type",
                        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Type: {a: b}\n"),
                arguments("half a surrogate pair", "{\"Resources\": {\"A\": {\"Type\": \"\\ud800\"}"),
                arguments("an HTML page", "<!DOCTYPE html><html></html>\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documentsThatAreWrong")
    void findsWhatIsWrongAndWhere(String name, String document) {
        Answer answer = this.api.post(ANALYSES, document, "Content-Type", "text/plain");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode findings = answer.json().required("findings");
        assertThat(findings.size()).as(answer.body()).isPositive();
        assertThat(findings.at("/0/location/startLine").isNumber()).as(answer.body()).isTrue();
        assertThat(answer.json().at("/verdict").asString()).isEqualTo("fail");
        assertThat(answer.body().length()).isLessThan(1_000_000);
        assertThat(this.api.post(ANALYSES + "?format=text", document).status()).isEqualTo(200);
    }

    @Test
    void saysThatBinaryDataIsNone() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Answer answer = this.api.post(ANALYSES, noise, "Content-Type", "application/octet-stream");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rules()).isNotEmpty();
        assertThat(this.api.post(ANALYSES + "?format=text", noise).status()).isEqualTo(200);
    }

    @Test
    void findsTheByteThatIsNoUtf8() {
        byte[] bytes = Documents.PROFILE.getBytes(StandardCharsets.UTF_8);
        int at = Documents.PROFILE.indexOf("web-server");
        bytes[at] = (byte) 0xC3;
        Answer answer = this.api.post(ANALYSES, bytes);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rules()).contains("syntax-error");
        int line = (int) Documents.PROFILE.substring(0, at).lines().count();
        assertThat(answer.json().at("/findings/0/location/startLine").asInt()).isEqualTo(line);
    }

    @Test
    void answersARawState() {
        String state = """
                {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "a", "outputs": {},
                 "resources": [{"mode": "managed", "type": "aws_iam_role", "name": "a",
                 "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]", "instances": []}]}
                """;
        Answer answer = this.api.post(ANALYSES + "?filename=terraform.tfstate", state);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rules().isEmpty() && answer.json().at("/documents/0/dialect").isNull())
            .as("neither looked at nor reported: %s", answer.body())
            .isFalse();
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            String before = "*a" + (i - 1);
            lines.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, before))));
        }
        return lines.toString();
    }

    /// A body that nobody holds.
    private static final class Filler extends InputStream {

        private long left;

        Filler(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return (this.left-- > 0) ? '#' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (this.left <= 0) {
                return -1;
            }
            int count = (int) Math.min(this.left, length);
            java.util.Arrays.fill(buffer, offset, offset + count, (byte) '#');
            this.left -= count;
            return count;
        }

    }

}
