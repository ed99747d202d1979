package dev.rolewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The examples of the rules, one file a rule. The tests of the documentation make the files of the rules' fixtures, which
/// the tests of the rules keep true.
final class RuleExamples {

    private RuleExamples() {
    }

    /// A bad and a good example in one dialect.
    ///
    /// @param dialect the family of dialects, such as `terraform`
    /// @param bad has the flaw
    /// @param good has it not
    record RuleExample(String dialect, String bad, String good) {

    }

    /// The examples of a rule, one a family of dialects.
    /// @param ruleId of the rule
    /// @return them; none for a rule that another jar brought without examples
    static List<RuleExample> of(String ruleId) {
        ClassPathResource resource = new ClassPathResource("dev/rolewire/rule/examples/" + ruleId + ".yaml");
        if (!resource.exists()) {
            return List.of();
        }
        try (InputStream in = resource.getInputStream()) {
            return YAMLMapper.shared().readTree(in).valueStream().map(RuleExamples::example).toList();
        }
        catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RuleExample example(JsonNode node) {
        return new RuleExample(text(node, "dialect"), text(node, "bad"), text(node, "good"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

}
