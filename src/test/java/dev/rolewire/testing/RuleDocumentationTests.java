package dev.rolewire.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The pages and examples of the rules and the table in README are current. `-Ddocs.update=true` writes them.
class RuleDocumentationTests {

    private static final String UPDATE = "docs.update";

    private static final Path PAGES = Path.of("src/docs/rules");

    private static final Path EXAMPLES = Path.of("src/main/resources/dev/rolewire/rule/examples");

    static List<RuleMetadata> rules() {
        return RuleContract.rules().stream().map(Rule::metadata).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void pageIsCurrent(RuleMetadata rule) {
        Golden.check(Repository.root(), PAGES.resolve(rule.id() + ".md"), RuleDocumentation.page(rule, Fixture.all()),
                UPDATE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesAreCurrent(RuleMetadata rule) {
        Golden.check(Repository.root(), EXAMPLES.resolve(rule.id() + ".yaml"),
                RuleExamples.resource(rule, Fixture.all()), UPDATE);
    }

    @Test
    void everyPageAndExampleIsOfARule() throws IOException {
        assertThat(files(PAGES)).isSubsetOf(rules().stream().map((rule) -> rule.id() + ".md").toList());
        assertThat(files(EXAMPLES)).isSubsetOf(rules().stream().map((rule) -> rule.id() + ".yaml").toList());
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve(directory))) {
            return files.map((file) -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void tableInReadmeIsCurrent() {
        String readme = Repository.read(Repository.root().resolve("README.md"));
        Golden.check(Repository.root(), Path.of("README.md"), RuleDocumentation.withTable(readme, rules()), UPDATE);
    }

    @Test
    void pageShowsFixturesWithoutMarkers(@TempDir Path directory) throws IOException {
        Path fixtures = Files.createDirectories(directory.resolve("sound"));
        Files.writeString(fixtures.resolve("fail-a.cfn.json"), "{}\n");
        Files.writeString(fixtures.resolve("fail-b.cfn.yaml"), "bad: b\n#    ^ error[sound] wrong\n");
        Files.writeString(fixtures.resolve("fail-b.plan.json"), "{\"configuration\": 1}\n");
        Files.writeString(fixtures.resolve("fail-b.tf"), "resource \"x\" \"y\" {\n}\n");
        Files.writeString(fixtures.resolve("pass-a.cfn.yaml"), "good: b\n");
        Files.writeString(fixtures.resolve("pass-a.plan.json"), "{\"errored\": true}\n");
        RuleMetadata rule = RuleMetadata.builder("sound", Severity.ERROR)
            .alsoAs(Severity.NOTE)
            .summary("Something is wrong")
            .why("Because.")
            .deployError("No.")
            .help("Mend it.")
            .exceptions("None.")
            .reference("A source", "https://example.com")
            .build();
        assertThat(RuleDocumentation.page(rule, Fixture.in(directory))).isEqualTo(
                """
                        <!-- Made of the rule and its fixtures; `%s` writes it. -->

                        # `sound`

                        Something is wrong.

                        | | |
                        |---|---|
                        | Severity | error, note |
                        | Category | identity |
                        | Effect | AWS refuses the deployment |

                        ## Why

                        Because.

                        ## What AWS answers, for example

                        ```text
                        No.
                        ```

                        ## Avoid

                        CloudFormation:

                        ```yaml
                        bad: b
                        ```

                        Terraform:

                        ```hcl
                        resource "x" "y" {
                        }
                        ```

                        ## Prefer

                        CloudFormation:

                        ```yaml
                        good: b
                        ```

                        Terraform, as JSON:

                        ```json
                        {"errored": true}
                        ```

                        ## Exceptions

                        None.

                        ## How to mend

                        Mend it.

                        ## How to suppress

                        With a reason; the finding stays in the report, as suppressed, and does not count.

                        CloudFormation, on the resource or on the template:

                        ```yaml
                        Metadata:
                          Rolewire:
                            Suppress:
                              - Rule: sound
                                Reason: why it is right here
                        ```

                        A comment in Terraform configuration or YAML, before the line or at its end:

                        ```text
                        # rolewire:ignore sound why it is right here
                        ```

                        For plans and `.tf.json`, which have no comments, in `.rolewire.yaml` or the options of the request:

                        ```yaml
                        suppress:
                          - rule: sound
                            address: module.legacy.*
                            reason: why it is right here
                        ```

                        For one request, the query parameter `disable=sound` leaves the rule out, and `severity=sound=note` makes it a note.

                        ## References

                        - [A source](https://example.com)
                        """
                    .formatted(RuleDocumentation.COMMAND));
    }

    @Test
    void examplesAreTheDocumentsWithoutMarkers(@TempDir Path directory) throws IOException {
        Path fixtures = Files.createDirectories(directory.resolve("sound"));
        Files.writeString(fixtures.resolve("fail-a.cfn.yaml"), "# Bad.\na: b\n#  ^ error[sound] wrong\n\nc: |\n  d\n");
        Files.writeString(fixtures.resolve("pass-a.cfn.json"), "  {\n}\n\n");
        Files.writeString(fixtures.resolve("fail-a.plan.json"), "{}");
        Files.writeString(fixtures.resolve("fail-a.tf"), "bad {}\n");
        RuleMetadata rule = RuleMetadata.builder("sound", Severity.ERROR).build();
        assertThat(examples(rule, directory)).isEqualTo("""
                [{"dialect":"cloudformation","bad":"# Bad.\\na: b\\n\\nc: |\\n  d\\n","good":"  {\\n}\\n"}]""");
        Files.writeString(fixtures.resolve("pass-a.plan.json"), "{\"a\": \"\\u007f\"}");
        assertThat(examples(rule, directory)).endsWith(
                ",{\"dialect\":\"terraform\",\"bad\":\"bad {}\\n\",\"good\":\"{\\\"a\\\": \\\"\\\\u007f\\\"}\\n\"}]");
    }

    private static String examples(RuleMetadata rule, Path fixtures) {
        return YAMLMapper.shared().readTree(RuleExamples.resource(rule, Fixture.in(fixtures))).toString();
    }

    @Test
    void tableStandsBetweenItsMarkers() {
        RuleMetadata rule = RuleMetadata.builder("sound", Severity.ERROR).summary("Either a | b").build();
        assertThat(
                RuleDocumentation.withTable("# A\n<!-- rules:start -->\nold\n<!-- rules:end -->\nB\n", List.of(rule)))
            .isEqualTo("""
                    # A
                    <!-- rules:start -->
                    | Rule | Severity | Finds |
                    |---|---|---|
                    | [`sound`](src/docs/rules/sound.md) | error | Either a \\| b |
                    <!-- rules:end -->
                    B
                    """);
        assertThatThrownBy(() -> RuleDocumentation.withTable("# A\n", List.of(rule)))
            .hasMessageContaining("rules:start");
    }

}
