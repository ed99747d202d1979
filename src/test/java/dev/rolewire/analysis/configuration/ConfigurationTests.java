package dev.rolewire.analysis.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.source.Position;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The configuration file and its published schema agree.
class ConfigurationTests {

    private static final List<String> RULES = Analyzers.analyzer().rules().stream().map(RuleMetadata::id).toList();

    private static final String WHOLE = """
            rules:
              enable: [open-trust-policy]
              disable:
                - dependency-by-name
              severity: {imdsv1-with-instance-profile: error}
            parameters:
              Env: prod
              Count: 3
              Protect: true
              Subnets: [a, b]
            region: eu-west-1
            accountId: "012345678901"
            suppress:
              - rule: service-not-trusted
                address: module.legacy.*
                reason: it is taken down in June
              - {rule: missing-identity, path: old/**, reason: nobody deploys it}
            exclude: [vendor/, "**/testdata"]
            baseline: baseline.json
            """;

    @Test
    void isReadAsItIsWritten() {
        Configuration configuration = read(WHOLE);
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.enabled()).containsExactly("open-trust-policy");
        assertThat(configuration.disabled()).containsExactly("dependency-by-name");
        assertThat(configuration.severities()).containsOnlyKeys("imdsv1-with-instance-profile");
        assertThat(configuration.parameters()).containsEntry("Env", "prod")
            .containsEntry("Count", "3")
            .containsEntry("Protect", "true")
            .containsEntry("Subnets", "a,b");
        assertThat(configuration.region()).isEqualTo("eu-west-1");
        assertThat(configuration.accountId()).isEqualTo("012345678901");
        assertThat(configuration.suppressions()).hasSize(2);
        assertThat(configuration.excludes("vendor/x/a.yaml")).isTrue();
        assertThat(configuration.excludes("a/testdata/b.tf")).isTrue();
        assertThat(configuration.excludes("a/b.tf")).isFalse();
        assertThat(configuration.baseline()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "# nothing\n", "{}", "rules:\n", "rules: {}\nparameters:\nsuppress:\nexclude:\n",
            "rules: {enable: , disable: [], severity: }", WHOLE, "parameters: &p {A: b}\nregion: us-east-1" })
    void takesWhatTheSchemaAllows(String text) {
        assertThat(read(text).problems()).isEmpty();
        if (!text.isBlank() && !text.startsWith("#")) {
            assertThat(SCHEMA.validate(json(text), InputFormat.JSON)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    rule: {}                                              | 1:1   | `rule` is not known here; did you mean `rules`?
                    'region: eu-west-1\nfailOn: error'                    | 2:1   | it is an option of the request alone
                    'region: eu-west-1\nothers: 1'                        | 2:1   | the keys are rules, parameters, region
                    []                                                    | 1:1   | the configuration takes a mapping
                    text                                                  | 1:1   | the configuration takes a mapping
                    rules: [a]                                            | 1:8   | `rules` takes a mapping
                    rules: {enable: service-not-trusted}                  | 1:17  | `rules.enable` takes a list
                    rules: {enable: [service-not-truste]}                 | 1:18  | `service-not-truste` is no rule; did you mean `service-not-trusted`?
                    rules: {disable: [[a]]}                               | 1:19  | `rules.disable.0` takes a text
                    rules: {severity: {service-not-trusted: fatal}}       | 1:41  | a severity is one of
                    rules: {severity: {xyzzyxyzzy: error}}                | 1:20  | `xyzzyxyzzy` is no rule
                    rules: {disabled: []}                                 | 1:9   | did you mean `disable`?
                    parameters: [A]                                       | 1:13  | `parameters` takes a mapping
                    parameters: {A: {b: c}}                               | 1:17  | `parameters.A` takes a text
                    parameters: {A: [[b]]}                                | 1:18  | `parameters.A.0` takes a text
                    region: Ireland                                       | 1:9   | an AWS Region code such as `eu-west-1`, not `Ireland`
                    region: [eu-west-1]                                   | 1:9   | `region` takes a text
                    accountId: 12345                                      | 1:12  | twelve digits
                    suppress: {rule: service-not-trusted, reason: x}      | 1:11  | `suppress` takes a list
                    'suppress: [{rule: missing-identity, reason: x}, {address: a, reason: x}]' | 1:49 | the suppression names no `rule`
                    'suppress: [{rule: missing-identity, adress: a, reason: x}]'  | 1:37 | did you mean `address`?
                    'suppress: [{rule: missing-identity, path: "", reason: x}]'   | 1:43 | a pattern has 1 to 1000 characters
                    suppress: [missing-identity]                          | 1:12  | `suppress.0` takes a mapping
                    exclude: vendor                                       | 1:10  | `exclude` takes a list
                    exclude: [3, {}]                                      | 1:14  | `exclude.1` takes a text
                    baseline: {}                                          | 1:11  | `baseline` takes a text
                    """)
    void refusesWhatTheSchemaRefuses(String text, String at, String message) {
        Configuration configuration = read(text);
        assertThat(configuration.problems()).anySatisfy((problem) -> {
            Position start = problem.origin().location().start();
            assertThat(start.line() + ":" + start.column()).isEqualTo(at);
            assertThat(problem.message()).contains(message);
            assertThat(problem.kind()).isEqualTo(ModelProblem.Kind.CONFIGURATION);
        });
        boolean onlyRuleIds = message.contains("is no rule");
        if (!onlyRuleIds) {
            assertThat(SCHEMA.validate(json(text), InputFormat.JSON)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'region: eu-west-1\nexclude: [a'                 | 2:12 | ends inside the list
            'region: eu-west-1\nregion: eu-west-2'           | 2:1  | stands twice
            'region: eu-west-1\n---\nregion: eu-west-2'      | 2:1  | expected one document
            """)
    void saysWhereItIsNoYaml(String text, String at, String message) {
        Configuration configuration = read(text);
        assertThat(configuration.region()).startsWith("eu-west-");
        assertThat(configuration.problems()).singleElement().satisfies((problem) -> {
            Position start = problem.origin().location().start();
            assertThat(start.line() + ":" + start.column()).isEqualTo(at);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void keepsWhatIsValid() {
        Configuration configuration = read("colour: red\nregion: eu-west-1\nrules: {disable: [x, missing-identity]}\n");
        assertThat(configuration.problems()).hasSize(2);
        assertThat(configuration.region()).isEqualTo("eu-west-1");
        assertThat(configuration.disabled()).containsExactly("missing-identity");
    }

    @Test
    void asksForReasons() {
        Configuration configuration = read("suppress: [{rule: missing-identity}]");
        assertThat(configuration.suppressions()).hasSize(1);
        assertThat(configuration.problems()).extracting(ModelProblem::kind)
            .containsExactly(ModelProblem.Kind.DOUBTFUL_CONFIGURATION);
    }

    @Test
    void isBounded() {
        assertThat(messages("# " + "x".repeat(ConfigurationReader.LARGEST))).contains("at most 256 KB");
        assertThat(messages("parameters: " + "[".repeat(10_000))).contains("nest deeper than 20");
        String bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + java.util.stream.IntStream.range(0, 20)
            .mapToObj((i) -> "k" + i + ": &k" + i + " [" + "*" + (i == 0 ? "a" : "k" + (i - 1))
                    + (", *" + (i == 0 ? "a" : "k" + (i - 1))).repeat(9) + "]\n")
            .collect(Collectors.joining());
        assertThat(messages(bomb)).contains("more than 20000 values");
    }

    @Test
    void findsTheFileThatHoldsForAll() {
        assertThat(ConfigurationFiles.find(List.of("a.yaml", ".rolewire.yaml", "b/c.tf"))).isEqualTo(".rolewire.yaml");
        assertThat(ConfigurationFiles.find(List.of("r-1/a.yaml", "r-1/.rolewire.yaml")))
            .isEqualTo("r-1/.rolewire.yaml");
        assertThat(ConfigurationFiles.find(List.of("a/.rolewire.yaml", "a/x.tf", "b/y.tf"))).isNull();
        assertThat(ConfigurationFiles.find(List.of("a/.rolewire.yaml", ".rolewire.yml", "a/x.tf")))
            .isEqualTo(".rolewire.yml");
        assertThat(ConfigurationFiles.find(List.of(".rolewire.yml", ".rolewire.yaml"))).isEqualTo(".rolewire.yaml");
        assertThat(ConfigurationFiles.find(List.of("rolewire.yaml", "x.rolewire.yaml"))).isNull();
    }

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = ConfigurationTests.class.getResourceAsStream("configuration.schema.json")) {
            assertThat(in).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in, InputFormat.JSON);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Configuration read(String text) {
        return ConfigurationReader.read(".rolewire.yaml", text.getBytes(StandardCharsets.UTF_8), RULES);
    }

    private static String messages(String text) {
        return read(text).problems().stream().map(ModelProblem::message).collect(Collectors.joining("\n"));
    }

    private static String json(String yaml) {
        JsonNode tree = YAMLMapper.shared().readTree(yaml);
        return JsonMapper.shared().writeValueAsString(tree);
    }

}
