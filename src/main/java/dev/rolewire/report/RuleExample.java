package dev.rolewire.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A bad and a good example in one dialect.
///
/// @param dialect the family of dialects, such as `terraform`
/// @param bad has the flaw
/// @param good has it not
public record RuleExample(String dialect, String bad, String good) {

    private static final String DIRECTORY = "/dev/rolewire/rule/examples/";

    /// The examples of a rule, one a family of dialects. The tests of the documentation
    /// make their files of the rules' fixtures, which the tests of the rules keep true.
    /// @param ruleId of the rule
    /// @return them; none for a rule that another jar brought without examples
    static List<RuleExample> of(String ruleId) {
        try (InputStream in = RuleExample.class.getResourceAsStream(DIRECTORY + ruleId + ".yaml")) {
            return (in == null) ? List.of() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Reads a file of examples.
    public static List<RuleExample> parse(String yaml) {
        return YAMLMapper.shared().readTree(yaml).valueStream().map(RuleExample::example).toList();
    }

    private static RuleExample example(JsonNode node) {
        return new RuleExample(text(node, "dialect"), text(node, "bad"), text(node, "good"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

}
