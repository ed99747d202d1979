package dev.rolewire.helm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The table of values in the chart's README comes from the comments of `values.yaml`; each value has one, and is in the
/// schema.
class ChartDocumentationTests {

    private static final String START = "<!-- values:start -->\n";

    private static final String END = "<!-- values:end -->";

    private static final Pattern ENTRY = Pattern.compile("(?m)^( *)# -- (.*)\n\\1([A-Za-z]+):");

    private static final Pattern PARENT = Pattern.compile("(?m)^( *)([A-Za-z]+):");

    private final String values = Repository.read(Chart.DIRECTORY.resolve("values.yaml"));

    private final JsonNode tree = YAMLMapper.shared().readTree(this.values);

    @Test
    void readmeListsTheValues() {
        StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
        documented().forEach((path, text) -> table.append(
                "| `%s` | `%s` | %s |\n".formatted(path, at(this.tree, path).toString().replace("|", "\\|"), text)));
        var readme = Chart.DIRECTORY.resolve("README.md");
        String before = Repository.read(readme);
        String after = before.substring(0, before.indexOf(START) + START.length()) + table
                + before.substring(before.indexOf(END));
        if (Boolean.getBoolean("docs.update")) {
            Repository.write(readme, after);
        }
        else {
            assertThat(after).as("`mvn -B test -Dtest=ChartDocumentationTests -Ddocs.update=true` writes it")
                .isEqualTo(before);
        }
    }

    @Test
    void everyValueIsDocumented() {
        Set<String> documented = documented().keySet();
        List<String> leaves = new ArrayList<>();
        leaves("", this.tree, documented, leaves);
        assertThat(leaves).hasSizeGreaterThan(80).allMatch(documented::contains);
    }

    @Test
    void everyValueIsInTheSchemaAndTheReverse() {
        JsonNode schema = JsonMapper.shared().readTree(Repository.read(Chart.DIRECTORY.resolve("values.schema.json")));
        Set<String> named = new TreeSet<>(schema.at("/properties").propertyNames());
        named.remove("global");
        assertThat(named).isEqualTo(new TreeSet<>(this.tree.propertyNames()));
        for (String path : documented().keySet()) {
            JsonNode at = schema;
            for (String part : path.split("\\.")) {
                at = resolved(schema, at).at("/properties/" + part);
                assertThat(at.isMissingNode()).as(path).isFalse();
            }
        }
    }

    private static JsonNode resolved(JsonNode schema, JsonNode at) {
        String reference = at.at("/$ref").asString("");
        return reference.isEmpty() ? at : schema.at(reference.substring(1));
    }

    /// Paths and comments, in order.
    private SequencedMap<String, String> documented() {
        SequencedMap<String, String> documented = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(this.values);
        while (entry.find()) {
            documented.put(path(entry.start(3), entry.group(1).length(), entry.group(3)), entry.group(2));
        }
        return documented;
    }

    /// The path of a key: the last key of each smaller indentation before it.
    private String path(int offset, int indentation, String key) {
        Map<Integer, String> open = new LinkedHashMap<>();
        Matcher parent = PARENT.matcher(this.values.substring(0, offset));
        while (parent.find()) {
            int depth = parent.group(1).length();
            open.keySet().removeIf((other) -> other >= depth);
            open.put(depth, parent.group(2));
        }
        open.keySet().removeIf((other) -> other >= indentation);
        List<String> parts = new ArrayList<>(open.values());
        parts.add(key);
        return String.join(".", parts);
    }

    private static void leaves(String prefix, JsonNode node, Set<String> documented, List<String> leaves) {
        node.forEachEntry((name, value) -> {
            String path = prefix + name;
            if (documented.contains(path) || !value.isObject() || value.isEmpty()) {
                leaves.add(path);
            }
            else {
                leaves(path + ".", value, documented, leaves);
            }
        });
    }

    private static JsonNode at(JsonNode tree, String path) {
        return tree.at("/" + path.replace('.', '/'));
    }

}
