package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.yaml.YamlParser;

/// Writes YAML templates with short forms of functions as JSON with long ones; knows nothing of how the front end reads
/// them.
final class LongForms {

    private final boolean listed;

    private LongForms(boolean listed) {
        this.listed = listed;
    }

    /// Both ways to write it: `Fn::GetAtt` with a list, and with a text.
    static List<String> of(String yaml) {
        Node tree = Objects.requireNonNull(YamlParser.parse(SourceFile.of("t.yaml", yaml), ParseLimits.DEFAULT).value(),
                yaml);
        return List.of(new LongForms(true).write(tree), new LongForms(false).write(tree));
    }

    private String write(Node node) {
        String tag = node.tag();
        if (tag == null) {
            return untagged(node);
        }
        String name = tag.substring(1);
        if (name.equals("GetAtt") && this.listed && node instanceof Scalar scalar) {
            int dot = scalar.text().indexOf('.');
            return "{\"Fn::GetAtt\": [" + quoted(scalar.text().substring(0, dot)) + ", "
                    + quoted(scalar.text().substring(dot + 1)) + "]}";
        }
        boolean bare = name.equals("Ref") || name.equals("Condition");
        return "{" + quoted(bare ? name : "Fn::" + name) + ": " + untagged(node) + "}";
    }

    private String untagged(Node node) {
        return switch (node) {
            case Scalar scalar -> switch (scalar.kind()) {
                case STRING -> quoted(scalar.text());
                case NUMBER, BOOLEAN ->
                    scalar.text().startsWith("0") && scalar.text().length() > 1 ? quoted(scalar.text()) : scalar.text();
                case NULL -> "null";
            };
            case Sequence sequence ->
                sequence.items().stream().map(this::write).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping -> mapping.entries()
                .stream()
                .map((entry) -> quoted(entry.name()) + ": " + write(entry.value()))
                .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            }
            else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            }
            else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

}
